package se.samlad.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletResponse;

/** One who never reads, or reads a byte now and then, costs a bounded queue and then nothing. */
@Timeout(60)
class ClientTest {

    private static final byte[] MESSAGE = Client.event("1", "entry", "x".repeat(1_000));

    /** Takes so many bytes, and then no more: as a connection whose other end does not read. */
    private static final class Stuck extends MockHttpServletResponse {
        private final int room;
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final CountDownLatch full = new CountDownLatch(1);

        Stuck(int room) {
            this.room = room;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}

                @Override
                public void write(int b) throws IOException {
                    if (taken.size() >= room) {
                        full.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            throw new InterruptedIOException("the write was ended");
                        }
                    }
                    taken.write(b);
                }
            };
        }
    }

    /** A client that is being written to on a thread of its own. */
    private static FutureTask<Client> running(Stuck response, CountDownLatch made, Client[] client) {
        var task = new FutureTask<Client>(() -> {
            client[0] = new Client(() -> Client.event("", "hello", "0"));
            made.countDown();
            client[0].run(response);
            return client[0];
        });
        Thread.ofVirtual().start(task);
        return task;
    }

    @Test
    void whoReadsNothingIsDroppedWhenItsQueueIsFullAndItsWriteEnds() throws Exception {
        var response = new Stuck(10);
        var made = new CountDownLatch(1);
        var client = new Client[1];
        var task = running(response, made, client);
        made.await();
        long before = Client.DROPPED.sum();
        client[0].send(MESSAGE);
        response.full.await();
        int sent = 0;
        while (client[0].isOpen() && sent < 100_000) {
            client[0].send(MESSAGE);
            sent++;
        }
        assertThat(client[0].isOpen()).isFalse();
        assertThat(sent).as("what is kept for it is bounded").isLessThan(1_000);
        assertThat(Client.DROPPED.sum()).isEqualTo(before + 1);
        assertThatThrownBy(task::get).hasCauseInstanceOf(IOException.class);
        for (int more = 0; more < 1_000; more++) client[0].send(MESSAGE);
        assertThat(client[0].queued()).as("nothing is kept for who is gone").isZero();
    }

    @Test
    void whoIsToldToEndGetsFirstWhatWasQueued() throws Exception {
        var response = new Stuck(Integer.MAX_VALUE);
        var made = new CountDownLatch(1);
        var client = new Client[1];
        var task = running(response, made, client);
        made.await();
        for (int i = 0; i < 100; i++) client[0].send(MESSAGE);
        client[0].end();
        task.get();
        assertThat(response.taken.size()).isEqualTo(100 * MESSAGE.length);
        assertThat(response.taken.toString(StandardCharsets.UTF_8)).startsWith("id: 1\nevent: entry\n");
    }
}
