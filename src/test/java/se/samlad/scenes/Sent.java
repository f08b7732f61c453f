package se.samlad.scenes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.samlad.scenes.Running.Answer;

/** Files as browsers and programs send them. */
final class Sent {

    static final String BOUNDARY = "----samlad-boundary";
    static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    private Sent() {}

    /** A PDF that nobody else has attached. */
    static byte[] pdf() {
        return pdf(200);
    }

    /** @param size in bytes */
    static byte[] pdf(int size) {
        var to = new ByteArrayOutputStream(size);
        to.writeBytes(PDF);
        to.writeBytes(("% " + UUID.randomUUID() + "\n").getBytes(StandardCharsets.US_ASCII));
        to.writeBytes(new byte[size - to.size()]);
        return to.toByteArray();
    }

    /** An archive with these entries. */
    static byte[] zip(Map<String, byte[]> entries) {
        var to = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(to)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to.toByteArray();
    }

    static byte[] body(Map<String, String> fields, String name, byte[] file) {
        var to = new ByteArrayOutputStream(file.length + 1_000);
        fields.forEach((field, value) -> write(
                to,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                        + "\r\n"));
        write(
                to,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        to.writeBytes(file);
        write(to, "\r\n--" + BOUNDARY + "--\r\n");
        return to.toByteArray();
    }

    private static void write(ByteArrayOutputStream to, String text) {
        to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer attach(String account, UUID of, String name, byte[] file) {
        return attach(Running.as(account), of, name, file, UUID.randomUUID());
    }

    static Answer attach(Running.Account by, UUID of, String name, byte[] file, UUID key) {
        return by.send(by.request("/api/papers/" + of, "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofByteArray(body(Map.of(), name, file))));
    }
}
