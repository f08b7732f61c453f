package se.samlad.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A client that reads slowly or never costs a bounded queue, then nothing; and it delays nobody. */
class ClientTest {

    private static final byte[] MESSAGE = Client.event("1", "entry", "x".repeat(1_000));
    private static final int QUEUE = 1_000;

    /** Accepts so many bytes, then blocks each write until released, like a client that does not read. */
    private static final class Connection implements Content.Sink {
        private final int room;
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private @Nullable Callback held;

        Connection(int room) {
            this.room = room;
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            synchronized (this) {
                assertThat(held).as("one write at a time").isNull();
                taken.write(content.array(), content.position(), content.remaining());
                if (taken.size() > room) {
                    held = callback;
                    return;
                }
            }
            callback.succeeded();
        }

        private synchronized @Nullable Callback take() {
            var was = held;
            held = null;
            return was;
        }

        /** The client has read. */
        void goOn() {
            var callback = take();
            if (callback != null) callback.succeeded();
        }

        /** The client is gone. */
        void breaks() {
            var callback = take();
            if (callback != null) callback.failed(new EOFException("gone"));
        }

        synchronized String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }
    }

    private final Client client = new Client(() -> Client.event("", "hello", "0"));

    private CompletableFuture<Void> running(Connection connection) {
        var ended = new CompletableFuture<Void>();
        client.run(connection, why -> {
            if (why == null) ended.complete(null);
            else ended.completeExceptionally(why);
        });
        return ended;
    }

    private void untilTaken(Connection connection, String text) throws InterruptedException {
        while (!connection.text().contains(text)) Thread.onSpinWait();
    }

    @Test
    void whoReadsNothingIsDroppedWhenItsQueueIsFull() throws Exception {
        var connection = new Connection(0);
        var task = running(connection);
        long before = Client.DROPPED.sum();
        client.send(MESSAGE);
        untilTaken(connection, "entry");
        int sent = 0;
        while (client.isOpen() && sent < 100_000) {
            client.send(MESSAGE);
            sent++;
        }
        assertThat(client.isOpen()).isFalse();
        assertThat(sent).as("what is kept for it is bounded").isLessThan(QUEUE);
        assertThat(Client.DROPPED.sum()).isEqualTo(before + 1);
        assertThatThrownBy(task::get).hasCauseInstanceOf(IOException.class);
        for (int more = 0; more < QUEUE; more++) client.send(MESSAGE);
        assertThat(client.queued()).as("nothing is kept for who is gone").isZero();
        assertThat(Client.DROPPED.sum()).as("dropped once").isEqualTo(before + 1);
    }

    @Test
    void whoReadsLessThanComesIsDroppedToo() {
        var connection = new Connection(0);
        running(connection);
        int sent = 0;
        int most = 0;
        for (; client.isOpen() && sent < 100_000; sent++) {
            client.send(MESSAGE);
            if (sent % 10 == 0) connection.goOn();
            most = Math.max(most, client.queued());
        }
        assertThat(client.isOpen()).isFalse();
        assertThat(connection.text().length()).as("it was given what it read").isGreaterThan(10 * MESSAGE.length);
        assertThat(most).as("what is kept for it is bounded").isLessThan(QUEUE);
        assertThat(client.queued()).isZero();
    }

    @Test
    void whoIsToldToEndGetsFirstWhatWasQueued() throws Exception {
        var connection = new Connection(0);
        var task = running(connection);
        for (int i = 0; i < 100; i++) client.send(Client.event(String.valueOf(i), "entry", "x"));
        client.end();
        while (!task.isDone()) connection.goOn();
        task.get();
        var expected = new StringBuilder();
        for (int i = 0; i < 100; i++)
            expected.append(new String(Client.event(String.valueOf(i), "entry", "x"), StandardCharsets.UTF_8));
        assertThat(connection.text()).isEqualTo(expected.toString());
        client.send(MESSAGE);
        assertThat(connection.text()).as("nothing comes after the end").isEqualTo(expected.toString());
    }

    @Test
    void whatWasSentBeforeItRunsComesFirst() throws Exception {
        var connection = new Connection(Integer.MAX_VALUE);
        client.send(Client.event("1", "entry", "före"));
        var task = running(connection);
        untilTaken(connection, "före");
        client.send(Client.event("2", "entry", "efter"));
        client.end();
        task.get();
        assertThat(connection.text()).containsSubsequence("före", "efter");
    }

    @Test
    void whoIsGoneEnds() throws Exception {
        var connection = new Connection(0);
        var task = running(connection);
        client.send(MESSAGE);
        untilTaken(connection, "entry");
        connection.breaks();
        assertThatThrownBy(task::get).hasCauseInstanceOf(IOException.class);
        assertThat(client.isOpen()).isFalse();
    }

    /** With many concurrent senders: each message whole, each once. */
    @Test
    void manySendAtOnce() throws Exception {
        var connection = new Connection(Integer.MAX_VALUE);
        var task = running(connection);
        var left = new AtomicInteger(400);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < 8; t++)
                threads.submit(() -> {
                    for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement())
                        client.send(Client.event("", "entry", "<" + n + ">"));
                });
        }
        client.end();
        task.get();
        for (int n = 1; n <= 400; n++)
            assertThat(connection.text().split("data: <" + n + ">\n", -1)).hasSize(2);
    }
}
