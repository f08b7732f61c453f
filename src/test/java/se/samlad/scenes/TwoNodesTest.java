package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samlad.Awaited;

/** Two application nodes on one database: for people and programs it is one Samlad. */
class TwoNodesTest {

    private static final int CALLERS = 8;
    private static final int EACH = 10;

    private static String database;
    private static Running one;
    private static Running other;

    @BeforeAll
    static void begin() {
        database = Ground.here().database();
        one = Running.apart(database, Map.of("samlad.data", ""));
        other = Running.apart(database, Map.of("samlad.data", ""));
    }

    @AfterAll
    static void end() {
        other.close();
        one.close();
        Ground.here().drop(database);
    }

    /** Begun on one and known on the other. */
    private static UUID incident() {
        var id = one.by("lst.tib")
                .post("/api/incidents", "{\"title\":\"Två noder\"}")
                .expect(201)
                .id();
        Awaited.until(() -> other.by("lst.tib").get("/api/incidents/" + id).status() == 200);
        return id;
    }

    private static UUID note(Running node, UUID incident, String text) {
        return node.by("lst.tib")
                .post("/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"" + text + "\"}")
                .expect(201)
                .id();
    }

    private static List<String> ids(Running node, UUID incident) {
        var ids = new ArrayList<String>();
        node.by("lst.tib")
                .get("/api/journal?limit=1000&incident=" + incident)
                .expect(200)
                .json()
                .get("entries")
                .forEach(entry -> ids.add(entry.get("id").asString()));
        return ids;
    }

    private static List<String> idsOf(List<Listening.Event> events) {
        return events.stream()
                .map(event -> event.data().replaceAll("(?s).*?\"id\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    @Test
    void writtenOnBothThereIsOneOrderAndEveryStreamHasItWhole_promise1() throws Exception {
        var incident = incident();
        try (var here = Listening.to(one.by("taby.tib"), "/api/live?incident=" + incident);
                var there = Listening.to(other.by("taby.tib"), "/api/live?incident=" + incident);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            note(one, incident, "lyssnar");
            here.until("lyssnar");
            there.until("lyssnar");
            int before = ids(one, incident).size();
            var writes = new ArrayList<Callable<Void>>();
            for (int caller = 0; caller < CALLERS; caller++) {
                var node = caller % 2 == 0 ? one : other;
                writes.add(() -> {
                    for (int i = 0; i < EACH; i++) note(node, incident, "rad " + i);
                    return null;
                });
            }
            for (var done : threads.invokeAll(writes)) done.get();
            note(other, incident, "sist");
            var heardHere = idsOf(here.until("sist")); // now both nodes have it all
            var heardThere = idsOf(there.until("sist"));
            var all = ids(one, incident);
            assertThat(all).hasSize(before + CALLERS * EACH + 1).doesNotHaveDuplicates();
            assertThat(ids(other, incident)).isEqualTo(all);
            var since = all.subList(before, all.size());
            assertThat(heardHere).isEqualTo(since);
            assertThat(heardThere).isEqualTo(since);
        }
    }

    @Test
    void aSessionIsGoodOnBothAndSigningOutOnOneEndsItsStreamsOnTheOther() throws Exception {
        var incident = incident();
        var here = Visitor.of(one, "lst.tib");
        var there = here.at(other);
        var page = there.get("/incidents/" + incident).expect(200).body();
        assertThat(page).contains("Två noder");
        try (var stream = Listening.to(there, Listening.address(page))) {
            note(one, incident, "Från den andra noden");
            stream.until("Från den andra noden");
            here.post("/sign-out", Map.of());
            assertThat(stream.rest()).last().extracting(Listening.Event::kind).isEqualTo("reset");
        }
        assertThat(there.get("/incidents/" + incident).body()).doesNotContain("Två noder");
    }

    @Test
    void withOneNodeGoneItsClientsGoOnAtTheOtherFromTheirCursor_promise1() throws Exception {
        var incident = incident();
        var third = Running.apart(database, Map.of("samlad.data", ""));
        note(third, incident, "före");
        String last;
        var seen = new ArrayList<String>();
        try (var stream = Listening.to(third.by("taby.tib"), "/api/live?incident=" + incident)) {
            note(one, incident, "mitt i");
            var events = stream.until("mitt i");
            seen.addAll(idsOf(events));
            last = events.getLast().data().replaceAll("(?s).*\"cursor\":\"([^\"]*)\".*", "$1");
            note(other, incident, "medan den går");
            third.close();
        }
        note(one, incident, "efter");
        try (var stream = Listening.to(other.by("taby.tib"), "/api/live?incident=" + incident + "&after=" + last)) {
            seen.addAll(idsOf(stream.until("efter")));
        }
        var all = ids(one, incident);
        assertThat(seen)
                .isEqualTo(all.subList(all.size() - seen.size(), all.size()))
                .hasSize(3);
    }
}
