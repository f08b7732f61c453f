package se.samlad.scenes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackException;

/** HTTP/2 frame by frame (RFC 9113), for what no client does of itself. */
final class Frames implements AutoCloseable {

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    private static final int SETTINGS = 4;
    static final int GO_AWAY = 7;
    private static final int WINDOW = 8;

    private static final int END_OF_STREAM = 1;
    private static final int END_OF_HEADERS = 4;
    private static final int LARGE = 1 << 30;

    record Frame(int type, int flags, int stream, byte[] payload) {}

    private final SSLSocket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final HpackDecoder names = new HpackDecoder(8_192, System::nanoTime);

    Frames(SSLContext trust, int port) throws IOException {
        socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", port);
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(20_000);
        socket.startHandshake();
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new java.io.BufferedOutputStream(socket.getOutputStream()));
        out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        write(SETTINGS, 0, 0, new byte[0]);
        write(WINDOW, 0, 0, ByteBuffer.allocate(4).putInt(LARGE).array());
    }

    private void write(int type, int flags, int stream, byte[] payload) throws IOException {
        out.write(new byte[] {(byte) (payload.length >> 16), (byte) (payload.length >> 8), (byte) payload.length});
        out.write(new byte[] {(byte) type, (byte) flags});
        out.writeInt(stream);
        out.write(payload);
    }

    /** @param whole whether no body follows, @param more names and values in turn */
    void ask(int stream, boolean whole, String method, String path, String... more) throws IOException {
        var block = ByteBuffer.allocate(4_096);
        field(block, ":method", method);
        field(block, ":scheme", "https");
        field(block, ":authority", "localhost");
        field(block, ":path", path);
        for (int i = 0; i < more.length; i += 2) field(block, more[i], more[i + 1]);
        var bytes = new byte[block.flip().remaining()];
        block.get(bytes);
        write(HEADERS, END_OF_HEADERS | (whole ? END_OF_STREAM : 0), stream, bytes);
    }

    /** A literal without indexing (RFC 7541 section 6.2.2); all are shorter than 127 bytes. */
    private static void field(ByteBuffer block, String name, String value) {
        block.put((byte) 0);
        for (var text : new String[] {name, value})
            block.put((byte) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    void reset(int stream) throws IOException {
        write(RESET, 0, stream, ByteBuffer.allocate(4).putInt(8).array());
    }

    void flush() throws IOException {
        out.flush();
    }

    /** The next of that type; what is of another is passed over. */
    Frame next(int type) throws IOException {
        while (true) {
            var head = new byte[9];
            in.readFully(head);
            var buffer = ByteBuffer.wrap(head);
            int length = ((head[0] & 0xff) << 16) | ((head[1] & 0xff) << 8) | (head[2] & 0xff);
            var payload = new byte[length];
            in.readFully(payload);
            var frame = new Frame(head[3], head[4], buffer.getInt(5) & Integer.MAX_VALUE, payload);
            if (frame.type() == type) return frame;
            if (frame.type() == HEADERS) status(frame);
        }
    }

    /** Each block of headers must be read, in turn: the later ones lean on it. */
    int status(Frame headers) throws IOException {
        try {
            return ((MetaData.Response) names.decode(ByteBuffer.wrap(headers.payload()))).getStatus();
        } catch (HpackException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
