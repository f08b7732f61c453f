package measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The baseline of the live benches, and the least that any server must do: one thread, one selector, one durable insert of the
 * same row, and the same bytes to everybody. It has no sign-in, gate, view or framework.
 */
final class BareServer {

    private static final byte[] STREAM = ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CREATED = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<SocketChannel> readers = new ArrayList<>();
    private final Connection database;

    private BareServer(Connection database) {
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        var server = new BareServer(DriverManager.getConnection(args[0], args[1], args[2]));
        Plain.table(server.database);
        server.run();
    }

    private void run() throws IOException {
        try (var selector = Selector.open();
                var accepting = ServerSocketChannel.open()) {
            accepting.bind(new InetSocketAddress("127.0.0.1", 0), 4_096).configureBlocking(false);
            accepting.register(selector, SelectionKey.OP_ACCEPT);
            System.out.println("ready: " + ((InetSocketAddress) accepting.getLocalAddress()).getPort());
            while (selector.select() >= 0) {
                var keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    var key = keys.next();
                    keys.remove();
                    if (key.isAcceptable()) accept(selector, accepting);
                    else read(key);
                }
            }
        }
    }

    private static void accept(Selector selector, ServerSocketChannel accepting) throws IOException {
        for (var channel = accepting.accept(); channel != null; channel = accepting.accept()) {
            channel.configureBlocking(false);
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(64 * 1024));
        }
    }

    private void read(SelectionKey key) throws IOException {
        var channel = (SocketChannel) key.channel();
        var buffer = (ByteBuffer) key.attachment();
        int n;
        try {
            n = channel.read(buffer);
        } catch (IOException e) {
            n = -1;
        }
        if (n < 0) {
            key.cancel();
            channel.close();
            readers.remove(channel);
            return;
        }
        var text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) return;
        if (text.startsWith("GET")) {
            buffer.clear();
            channel.write(ByteBuffer.wrap(STREAM));
            readers.add(channel);
        } else if (buffer.position() >= head + 4 + length(text)) {
            publish(channel, text.substring(head + 4));
            buffer.clear();
        }
    }

    private static int length(String head) {
        int at = head.indexOf("Content-Length: ");
        return Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)).strip());
    }

    private void publish(SocketChannel from, String body) throws IOException {
        var id = UUID.randomUUID();
        try {
            Plain.insert(database, id, body);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        var event = ("id: AAAAAAAAAAAAAAAAAAAAAA\nevent: entry\ndata: {\"cursor\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"id\":\"" + id
                        + "\",\"incident\":\"" + id + "\",\"subject\":\"" + id
                        + "\",\"kind\":\"report.logged.1\",\"actor\":\"taby\",\"function\":\"tib\",\"recordedAt\":\"2026-01-15T14:53:00.000000Z\","
                        + "\"occurredAt\":\"2026-01-15T14:53:00.000000Z\",\"marking\":{\"audience\":[\"incident\"]},\"body\":" + body + "}\n\n")
                .getBytes(StandardCharsets.UTF_8);
        var head = (Integer.toHexString(event.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        var chunk = ByteBuffer.allocateDirect(head.length + event.length + 2)
                .put(head)
                .put(event)
                .put("\r\n".getBytes(StandardCharsets.US_ASCII))
                .flip();
        for (var reader : readers) {
            var same = chunk.duplicate();
            while (same.hasRemaining()) reader.write(same);
        }
        from.write(ByteBuffer.wrap(CREATED));
    }
}
