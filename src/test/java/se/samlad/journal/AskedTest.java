package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks sees what was answered before it asked, and what it has recorded itself; it waits once for that (DESIGN §4). */
@Timeout(60)
class AskedTest {

    private final TestJournal test = TestJournal.fresh();
    private final Journal journal = test.journal;
    private final UUID stream = UUID.randomUUID();
    private final CountDownLatch let = new CountDownLatch(1);

    @AfterEach
    void close() {
        let.countDown();
        test.close();
    }

    /** More than one at a time, which only the tail gives to those who follow. */
    private void write(String text) {
        var draft = Draft.ofNewSubject(stream, new Note.Written(text), TestJournal.ALL);
        var other = Draft.ofNewSubject(UUID.randomUUID(), new Note.Passed(text), TestJournal.ALL);
        journal.record(TestJournal.BY, null, facing -> List.of(draft, other));
    }

    private List<String> seen() {
        return journal.view(Note.VIEW, stream, Reader.ALL);
    }

    /** From now on the tail stands at the first that is written, until it is let go on. */
    private void standsStill() {
        journal.follow(entry -> {
            try {
                let.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What it makes of it, when the tail goes on only after it has begun to wait. */
    private <T> T waitingFor(java.util.concurrent.Callable<T> look) throws Exception {
        var task = new FutureTask<>(look);
        var thread = Thread.ofPlatform().start(task);
        Together.until(() -> task.isDone() || thread.getState() == Thread.State.TIMED_WAITING);
        let.countDown();
        return task.get();
    }

    @Test
    void whatWasAnsweredBeforeIsWaitedFor() throws Exception {
        write("Väg 76");
        assertThat(seen()).containsExactly("Väg 76");
        standsStill();
        write("Väg 45");
        write("Väg 18");
        assertThat(waitingFor(() -> journal.asked(this::seen))).containsExactly("Väg 76", "Väg 45", "Väg 18");
    }

    @Test
    void whatItRecordsItselfIsWaitedForAlsoWhereItHasLookedBefore() throws Exception {
        write("Väg 76");
        assertThat(seen()).containsExactly("Väg 76");
        var looked = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        var task = new FutureTask<>(() -> journal.asked(() -> {
            seen();
            looked.countDown();
            held.await();
            write("Väg 18");
            return seen();
        }));
        var thread = Thread.ofPlatform().start(task);
        looked.await();
        standsStill();
        write("Väg 45");
        held.countDown();
        Together.until(() -> task.isDone() || isWaitingForTheTail(thread));
        let.countDown();
        assertThat(task.get()).containsExactly("Väg 76", "Väg 45", "Väg 18");
    }

    private static boolean isWaitingForTheTail(Thread thread) {
        return List.of(thread.getStackTrace()).stream()
                .anyMatch(frame -> frame.getMethodName().equals("awaitOwn"));
    }

    /** Under many writes there is always something that is not yet told of: who waited at every look would never be done. */
    @Test
    void whatIsCommittedMeanwhileIsNotWaitedFor() throws Exception {
        standsStill();
        long looks = journal.asked(() -> {
            journal.position();
            Thread.ofPlatform().start(() -> write("Väg 18")).join();
            return journal.position();
        });
        assertThat(looks).isZero();
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
