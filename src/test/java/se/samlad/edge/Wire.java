package se.samlad.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import se.samlad.Awaited;
import se.samlad.scenes.Running;

/** A raw connection, so that the test decides what is sent and what is read. */
final class Wire implements AutoCloseable {

    private final Socket socket;

    Wire() throws IOException {
        this(new Socket());
    }

    private Wire(Socket socket) throws IOException {
        var url = URI.create(Running.server().url());
        this.socket = socket;
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.setSoTimeout((int) Awaited.PATIENCE.toMillis());
    }

    /** From an address of its own on this machine, so that nobody else is refused for how much comes from it. */
    static Wire from(String address) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        return new Wire(socket);
    }

    /** @param head the request line and headers, without {@code Host} and the empty line */
    Wire(String head) throws IOException {
        this();
        send(head);
    }

    void send(String head) throws IOException {
        write(head + "Host: localhost\r\n\r\n");
    }

    void write(String text) throws IOException {
        var out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    int status() throws IOException {
        var head = head();
        if (!head.startsWith("HTTP/1.1 ")) throw new IOException("no answer: " + head);
        return Integer.parseInt(head.substring(9, 12));
    }

    /** The status line and headers of the next answer; empty where the connection was closed. */
    String head() throws IOException {
        var head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) break;
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
