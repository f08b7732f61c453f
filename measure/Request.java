package measure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A request as bytes, prepared once: in a log row only the key and the number are replaced. Not thread-safe.
 */
final class Request {

    private static final String KEY = "00000000-0000-4000-8000-000000000000";
    private static final String NUMBER = "000000000";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** The kind of request, as printed. */
    final String what;

    private final ByteBuffer bytes;
    private final int key;
    private final int number;

    private Request(String what, String head, String body) {
        this.what = what;
        var all = (head + body).getBytes(StandardCharsets.UTF_8);
        bytes = ByteBuffer.allocateDirect(all.length).put(all);
        key = head.indexOf(KEY); // nothing before it, nor before the number, is of more than one byte
        number = head.length() + body.indexOf(NUMBER);
    }

    /** @param actor whose duty officer writes it */
    static Request row(int port, String incident, String actor) {
        var body = "{\"kind\":\"NOTE\",\"text\":\"Rad " + NUMBER + ": väg 76 är avstängd vid Edsbro.\"}";
        var head = head("POST", "/api/incidents/" + incident + "/notes", port, actor)
                + "Content-Type: application/json\r\nIdempotency-Key: " + KEY + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return new Request("rows", head, body);
    }

    /** @param actor whose duty officer reads */
    static Request look(String what, int port, String path, String actor) {
        return new Request(what, head("GET", path, port, actor) + "\r\n", "");
    }

    private static String head(String method, String path, int port, String actor) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer demo-" + actor + ".tib\r\n";
    }

    boolean isRow() {
        return key >= 0;
    }

    /** The request, a row with a new key. Valid until the next call. */
    ByteBuffer next(long row) {
        if (!isRow()) return bytes.rewind();
        var random = ThreadLocalRandom.current();
        hex(random.nextLong(), 0, 18);
        hex(random.nextLong(), 19, KEY.length());
        long left = row;
        for (int i = NUMBER.length() - 1; i >= 0; i--, left /= 10) bytes.put(number + i, (byte) ('0' + left % 10));
        return bytes.rewind();
    }

    /** Keeps the dashes, the version and the variant of the key. */
    private void hex(long random, int from, int to) {
        for (int i = from; i < to; i++) {
            if (KEY.charAt(i) != '0') continue;
            bytes.put(key + i, HEX[(int) (random & 15)]);
            random >>>= 4;
        }
    }
}
