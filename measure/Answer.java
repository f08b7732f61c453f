package measure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Parses HTTP answers in place. One parser serves all connections; each connection keeps its own incomplete answer. */
final class Answer {

    private static final int MOST = 512 * 1_024;
    private static final byte[] END = ascii("\r\n\r\n");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
    private static final byte[] RETRY = ascii("\r\nRetry-After:");
    private static final byte[] CLOSE = ascii("\r\nConnection: close");
    private static final byte[] ID = ascii("\"id\":\"");

    private final byte[] bytes = new byte[MOST];
    private int size;
    private int head;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** @param before what arrived earlier @param more what arrived now. False where the answer is too long */
    boolean is(byte[] before, ByteBuffer more) {
        size = before.length + more.remaining();
        if (size > MOST) return false;
        System.arraycopy(before, 0, bytes, 0, before.length);
        more.get(bytes, before.length, more.remaining());
        head = find(END, size);
        return true;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    boolean isWhole() {
        if (head < 0) return false;
        int length = find(LENGTH, head);
        if (length < 0) return Arrays.equals(bytes, size - LAST_CHUNK.length, size, LAST_CHUNK, 0, LAST_CHUNK.length);
        return size >= head + END.length + number(length + LENGTH.length);
    }

    int status() {
        return number(9);
    }

    boolean saysWhenToRetry() {
        return find(RETRY, head) >= 0;
    }

    boolean closes() {
        return find(CLOSE, head) >= 0;
    }

    String id() {
        return new String(bytes, find(ID, size) + ID.length, 36, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private int number(int from) {
        int number = 0;
        for (int i = from; bytes[i] >= '0' && bytes[i] <= '9'; i++) number = 10 * number + bytes[i] - '0';
        return number;
    }

    private int find(byte[] what, int before) {
        for (int i = 0; i <= before - what.length; i++) {
            if (bytes[i] == what[0] && Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) return i;
        }
        return -1;
    }
}
