package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.Awaited;

/** Two servers on one database, and one of them killed: who listened there goes on at the other (DESIGN §3). */
class NodeKilledTest {

    private static final int LISTENERS = 20;
    private static final int HEARD_BEFORE = 10;
    private static final String LAST = "sist av allt";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String database = Ground.here().database();

    @TempDir
    Path folder;

    private Node one;
    private Node other;

    @BeforeEach
    void begin() throws IOException {
        one = Node.on(database, folder.resolve("one"));
        other = Node.on(database, folder.resolve("other"));
    }

    @AfterEach
    void end() throws InterruptedException {
        if (other != null) other.close();
        if (one != null) one.close();
        Ground.here().drop(database);
    }

    @Test
    void killedInTheMiddleItsClientsGoOnAtTheOtherWithoutGapOrDouble_promise1() throws Exception {
        var incident = id(post(one, "/api/incidents", "{\"title\":\"Noden dör\"}", UUID.randomUUID()));
        awaitKnown(other, incident);
        long before = stored(incident, 0).size();
        var listening = new CountDownLatch(LISTENERS);
        var heardSome = new CountDownLatch(LISTENERS);
        var goneOn = new CountDownLatch(LISTENERS);
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = new ExecutorCompletionService<List<UUID>>(threads);
            for (int i = 0; i < LISTENERS; i++) heard.submit(() -> listen(incident, listening, heardSome, goneOn));
            Awaited.all(listening);
            var here = threads.submit(() -> write(one, incident, writing));
            var there = threads.submit(() -> write(other, incident, writing));
            Awaited.all(heardSome);
            one.kill();
            Awaited.all(goneOn);
            writing.set(false);
            var acknowledged = new ArrayList<>(Awaited.of(here));
            acknowledged.addAll(Awaited.of(there));
            post(other, "/api/incidents/" + incident + "/notes", note(LAST), UUID.randomUUID());
            var all = stored(incident, before);
            assertThat(all).containsAll(acknowledged).hasSize(acknowledged.size() + 1);
            for (int i = 0; i < LISTENERS; i++) assertThat(heard.take().get()).isEqualTo(all);
        } finally {
            writing.set(false);
        }
    }

    /** At the one until it is gone, then at the other from the last id. */
    private List<UUID> listen(UUID incident, CountDownLatch listening, CountDownLatch heardSome, CountDownLatch goneOn)
            throws Exception {
        var entries = new ArrayList<UUID>();
        var path = "/api/live?incident=" + incident;
        var last = "";
        try (var stream = Listening.to(one.request("taby.tib", path).GET().build())) {
            listening.countDown();
            while (true) {
                var event = stream.next();
                entries.add(id(event.data()));
                last = event.id();
                if (entries.size() == HEARD_BEFORE) heardSome.countDown();
            }
        } catch (IOException e) {
            // it was killed
        }
        var again = other.request("taby.tib", path).header("Last-Event-ID", last);
        try (var stream = Listening.to(again.GET().build())) {
            entries.add(id(stream.next().data()));
            goneOn.countDown();
            for (var event : stream.until(LAST)) entries.add(id(event.data()));
        }
        return entries;
    }

    /** One after another; where the node goes, the same again with its key at the other. */
    private List<UUID> write(Node node, UUID incident, AtomicBoolean writing) throws Exception {
        var acknowledged = new ArrayList<UUID>();
        var path = "/api/incidents/" + incident + "/notes";
        var at = node;
        while (writing.get()) {
            var key = UUID.randomUUID();
            var text = note("rad " + acknowledged.size());
            try {
                acknowledged.add(id(post(at, path, text, key)));
            } catch (IOException e) {
                if (at == other) throw e;
                at = other;
                acknowledged.add(id(post(at, path, text, key)));
            }
        }
        return acknowledged;
    }

    private String post(Node node, String path, String json, UUID key) throws IOException, InterruptedException {
        var request = node.request("lst.tib", path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(json))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private void awaitKnown(Node node, UUID incident) throws IOException, InterruptedException {
        var request = node.request("lst.tib", "/api/incidents/" + incident).build();
        while (http.send(request, BodyHandlers.discarding()).statusCode() != 200) Thread.onSpinWait();
    }

    private static String note(String text) {
        return "{\"kind\":\"NOTE\",\"text\":\"" + text + "\"}";
    }

    private static UUID id(String json) {
        return UUID.fromString(json.replaceAll("(?s).*?\"id\":\"([^\"]*)\".*", "$1"));
    }

    /** The incident's entries in order, without the first so many. */
    private List<UUID> stored(UUID incident, long without) throws SQLException {
        try (var connection = Ground.here().asSuperuser(database).getConnection();
                var query = connection.prepareStatement(
                        "select id from entry where stream = ? order by position offset ?")) {
            query.setObject(1, incident);
            query.setLong(2, without);
            var ids = new ArrayList<UUID>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }
}
