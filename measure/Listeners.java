package measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.SocketFactory;

/** As {@link Readers}, with a virtual thread for each client: slower than a selector, but the same code reads plain HTTP and TLS. */
final class Listeners implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final SocketFactory sockets;
    private final int port;
    private final List<Wire> wires = new ArrayList<>();
    private final long[] receipts;
    private final Phaser everybody = new Phaser(1);

    Listeners(SocketFactory sockets, int port, int clients, String path) throws IOException {
        this.sockets = sockets;
        this.port = port;
        this.receipts = new long[clients];
        everybody.bulkRegister(clients);
        for (int i = 0; i < clients; i++) {
            var wire = new Wire(sockets, port);
            wires.add(wire);
            wire.listen(path);
            int number = i;
            Thread.ofVirtual().start(() -> hear(number, wire));
        }
    }

    private void hear(int number, Wire wire) {
        try {
            while (true) {
                wire.await("event: entry");
                receipts[number] = System.nanoTime();
                everybody.arrive();
            }
        } catch (IOException e) {
            // closed by us; where not, it is missed at the next publication
        }
    }

    /** Publishes so many times, each time when all clients have the one before. @return a time in ns for each client and time */
    long[] publish(int times, String path, String json) throws IOException, InterruptedException {
        int clients = receipts.length;
        var all = new long[times * clients];
        try (var wire = new Wire(sockets, port)) {
            for (int i = 0; i < times; i++) {
                int phase = everybody.getPhase();
                long sent = System.nanoTime();
                wire.post(path, json);
                everybody.arrive();
                try {
                    everybody.awaitAdvanceInterruptibly(phase, PATIENCE_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    throw new IllegalStateException(everybody.getUnarrivedParties() + " of " + clients
                            + " clients never got publication " + i, e);
                }
                for (int c = 0; c < clients; c++) all[i * clients + c] = receipts[c] - sent;
            }
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        for (var wire : wires) wire.close();
    }
}
