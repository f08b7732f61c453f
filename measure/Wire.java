package measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;

/** A blocking HTTP/1.1 connection; the same code reads plain HTTP and TLS 1.3. */
final class Wire implements AutoCloseable {

    static final String HOST = "127.0.0.1";
    private static final String ACCOUNT = "demo-lst.tib";
    private static final String LENGTH = "content-length: ";

    private final Socket socket;
    private final BufferedReader in;

    Wire(SocketFactory sockets, int port) throws IOException {
        socket = sockets.createSocket(HOST, port);
        socket.setTcpNoDelay(true);
        if (socket instanceof SSLSocket tls) handshake(tls);
        var bytes = socket.getInputStream();
        in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1)); // a char for each byte
    }

    private static void handshake(SSLSocket tls) throws IOException {
        var asked = tls.getSSLParameters();
        asked.setProtocols(new String[] {"TLSv1.3"});
        asked.setEndpointIdentificationAlgorithm("HTTPS"); // as every client does
        tls.setSSLParameters(asked);
        tls.startHandshake();
    }

    /** Reads a page to its last byte. */
    void get(String path) throws IOException {
        send("GET " + path, "", "");
        rest(head(200));
    }

    /** @return the answer */
    String post(String path, String json) throws IOException {
        send("POST " + path, "Content-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n", json);
        return rest(head(201));
    }

    /** Reads the head of a stream; from then on its lines can be waited for. */
    void listen(String path) throws IOException {
        send("GET " + path, "Accept: text/event-stream\r\n", "");
        head(200);
    }

    /** From what follows the cursor. */
    void listenFrom(String cursor, String path) throws IOException {
        send("GET " + path, "Accept: text/event-stream\r\nLast-Event-ID: " + cursor + "\r\n", "");
        head(200);
    }

    void await(String wanted) throws IOException {
        for (var line = line(); !line.equals(wanted); line = line()) {
            // a heartbeat, or what an event carries
        }
    }

    private void send(String what, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var length = bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n";
        var head = what + " HTTP/1.1\r\nHost: " + HOST + ":" + socket.getPort() + "\r\nAuthorization: Bearer " + ACCOUNT
                + "\r\n" + headers + length + "\r\n";
        var out = new java.io.ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        socket.getOutputStream().write(out.toByteArray());
    }

    /** @return the length of the body */
    private int head(int wanted) throws IOException {
        var status = line();
        if (!status.startsWith("HTTP/1.1 " + wanted)) throw new IOException("answered by " + status);
        int length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length()))
                length = Integer.parseInt(line.substring(LENGTH.length()));
        }
        return length;
    }

    private String rest(int length) throws IOException {
        if (length == 0) throw new IOException("nothing was answered, or not how much");
        var all = new char[length];
        for (int at = 0; at < length; ) {
            int n = in.read(all, at, length - at);
            if (n < 0) throw new IOException("closed by the server");
            at += n;
        }
        return new String(all);
    }

    private String line() throws IOException {
        var line = in.readLine();
        if (line == null) throw new IOException("closed by the server");
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
