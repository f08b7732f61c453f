package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samlad.Awaited;

/** Read-your-writes: a recorded command is answered when this node's views have it (DESIGN §4). */
class ReadYourWritesTest {

    private final TestJournal test = TestJournal.fresh();
    private final Journal journal = test.journal;
    private final UUID stream = UUID.randomUUID();
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void close() {
        go.countDown();
        test.close();
    }

    /** From now on the node's views stand still before the next entry, until they may go on. */
    private void holdBack(Journal node) {
        node.follow(entry -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Recorded write(Journal node, Once once, String text) {
        var draft = Draft.ofNewSubject(stream, new Note.Written(text), TestJournal.ALL);
        return node.record(TestJournal.BY, once, facing -> List.of(draft));
    }

    private static Once once() {
        return new Once(UUID.randomUUID(), "0".repeat(64));
    }

    private static List<String> seen(Journal node, UUID stream) {
        return node.view(Note.VIEW, stream, Reader.ALL);
    }

    /** Starts it, and returns when it waits for the views. */
    private static FutureTask<Recorded> waiting(Callable<Recorded> recording) {
        var task = new FutureTask<>(recording);
        var thread = Thread.ofPlatform().start(task);
        Awaited.until(() -> List.of(thread.getStackTrace()).stream()
                .anyMatch(frame -> frame.getClassName().equals(Tail.class.getName())
                        && frame.getMethodName().equals("await")));
        assertThat(task.isDone()).isFalse();
        return task;
    }

    @Test
    void whatIsRecordedIsAnsweredWhenTheViewsHaveIt() throws Exception {
        write(journal, once(), "Väg 76");
        holdBack(journal);
        var recording = waiting(() -> write(journal, once(), "Väg 45"));
        assertThat(test.stored()).hasSize(2);
        assertThat(journal.position()).isEqualTo(1);
        go.countDown();
        recording.get();
        assertThat(seen(journal, stream)).containsExactly("Väg 76", "Väg 45");
    }

    @Test
    void whatIsSentAgainToAnotherNodeIsAnsweredWhenThatNodesViewsHaveIt() throws Exception {
        var other = test.another();
        holdBack(other);
        var once = once();
        var first = write(journal, once, "Väg 76");
        var again = waiting(() -> write(other, once, "Väg 76"));
        go.countDown();
        assertThat(again.get()).isEqualTo(first);
        assertThat(seen(other, stream)).containsExactly("Väg 76");
    }

    /** Else all would wait: who reads for what the tail tells, and the tail for a connection. */
    @Test
    void whatOthersCommitIsToldThoughThoseWhoReadHoldEveryConnection() throws Exception {
        var held = new ArrayList<Connection>();
        try (var connections = test.connections();
                var node = test.another(connections)) {
            assertThat(node.await(test.write("Väg 45").position())).isTrue();
            var pool = connections.getHikariPoolMXBean();
            while (pool.getActiveConnections() < connections.getMaximumPoolSize())
                held.add(connections.getConnection());
            assertThat(node.await(test.write("Väg 76").position())).isTrue();
            assertThat(pool.getActiveConnections()).isEqualTo(connections.getMaximumPoolSize());
            for (var each : held) each.close();
        }
    }
}
