package se.samlad.paper;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samlad.journal.Refused;

/** Has papers looked at by a ClamAV daemon, by its command INSTREAM (clamd(8)). Without its address nothing is looked at. */
class Scanner {

    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);
    private static final int BLOCK = 64 * 1024;
    private static final int ANSWER = 1_000;
    private static final int SECONDS = 60;

    private final @Nullable SocketAddress address;

    /** @param where {@code host:port}, or the path of a socket; empty: there is none */
    Scanner(String where) {
        this.address = where.isEmpty() ? null : address(where);
    }

    /** @throws IllegalArgumentException where that is no address */
    static SocketAddress address(String where) {
        if (where.startsWith("/")) return UnixDomainSocketAddress.of(where);
        int colon = where.lastIndexOf(':');
        try {
            if (colon > 0)
                return InetSocketAddress.createUnresolved(
                        where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "ClamAV is found by host:port or by the path of its socket, not by " + where);
    }

    /** @throws Refused paper.infected, paper.not-scanned, at the field */
    void mustBeClean(Path file) {
        if (address == null) return;
        String said;
        try {
            said = asked(address, file);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the virus scanner does not answer: {}", e.toString());
            throw new Refused("paper.not-scanned").at("file");
        }
        if (said.endsWith(" FOUND")) throw new Refused("paper.infected").at("file");
        if (!said.equals("stream: OK")) {
            LOG.warn("the virus scanner could not look at a paper: {}", said);
            throw new Refused("paper.not-scanned").at("file");
        }
    }

    private static String asked(SocketAddress address, Path file) throws IOException {
        try (var channel = address instanceof InetSocketAddress named
                ? SocketChannel.open(new InetSocketAddress(named.getHostString(), named.getPort()))
                : SocketChannel.open(address)) {
            var patience = CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS);
            var late = CompletableFuture.runAsync(() -> close(channel), patience);
            try {
                send(channel, file);
                return answer(channel);
            } finally {
                late.cancel(false);
            }
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing the way to the virus scanner", e);
        }
    }

    private static void send(SocketChannel channel, Path file) throws IOException {
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n > 0; n = in.read(block))
                write(
                        channel,
                        ByteBuffer.allocate(n + Integer.BYTES)
                                .putInt(n)
                                .put(block, 0, n)
                                .flip());
        }
        write(channel, ByteBuffer.allocate(Integer.BYTES));
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private static String answer(SocketChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(ANSWER);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }
}
