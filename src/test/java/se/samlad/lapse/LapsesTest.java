package se.samlad.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.samlad.access.Viewers;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.journal.Reader;
import se.samlad.scenes.Running;
import se.samlad.web.Languages;
import se.samlad.web.Waiting;

/** A meeting that passes without being held, by an exercise's clock, is recorded once and waits for who keeps the forum (I3). */
class LapsesTest {

    private static final Instant START = Instant.parse("2026-01-14T09:00:00Z");

    private final Journal journal = Running.server().part(Journal.class);
    private final List<Lapsing> rooms = Running.server().parts(Lapsing.class);
    private final UUID incident =
            post("/api/incidents", "{\"title\":\"Mötet som ingen höll\",\"exercise\":{\"clock\":\"" + START + "\"}}");
    private final UUID forum = post(
            "/api/incidents/" + incident + "/forums",
            "{\"level\":\"COORDINATING\",\"actors\":[\"taby\"],\"nextAt\":\"" + START.plusSeconds(3_600) + "\"}");

    private static UUID post(String path, String json) {
        return Running.as("lst.tib").post(path, json).expect(201).id();
    }

    private void clockTo(long minutes) {
        post("/api/incidents/" + incident + "/clock", "{\"now\":\"" + START.plusSeconds(60 * minutes) + "\"}");
    }

    /** By several at once, as several nodes would. */
    private void lapsed() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) nodes.submit(() -> new Lapses(journal, rooms).once());
        }
        journal.await(journal.position());
    }

    private List<Entry> missed() {
        return journal.list(Pick.after(incident, 0, 1_000), Reader.ALL).stream()
                .filter(entry -> entry.kind().startsWith("forum.missed"))
                .toList();
    }

    private boolean waitsFor(String account) {
        var viewer = Running.server().part(Viewers.class).find(account, null).orElseThrow();
        var say = Running.server().part(Languages.class).in("sv");
        return Running.server().parts(Waiting.class).stream()
                .flatMap(room -> room.waiting(viewer, say).stream())
                .anyMatch(item -> item.id().equals("missed-" + forum));
    }

    @Test
    void itIsRecordedOnceForEachMeeting_I3() throws Exception {
        clockTo(69);
        lapsed();
        assertThat(missed()).isEmpty();
        clockTo(71);
        lapsed();
        lapsed();
        assertThat(missed()).hasSize(1);
        assertThat(missed().getFirst().by().account()).isEqualTo("samlad");
        assertThat(waitsFor("lst.tib")).isTrue();
        assertThat(waitsFor("taby.tib")).isFalse();

        post("/api/forums/" + forum + "/next", "{\"nextAt\":\"" + START.plusSeconds(7_200) + "\"}");
        assertThat(waitsFor("lst.tib")).isFalse();
        clockTo(131);
        lapsed();
        assertThat(missed()).hasSize(2);
        assertThat(waitsFor("lst.tib")).isTrue();
    }

    @Test
    void aMeetingThatIsHeldIsNotMissed() throws Exception {
        clockTo(62);
        post("/api/forums/" + forum + "/gathering", "{}");
        clockTo(90);
        lapsed();
        assertThat(missed()).isEmpty();
    }

    @Test
    void nothingIsMissedWhereTheForumHasEnded() throws Exception {
        post("/api/forums/" + forum + "/closing", "{\"reason\":\"Läget är över\"}");
        clockTo(90);
        lapsed();
        assertThat(missed()).isEmpty();
    }

    @Test
    void aRoomThatFailsHindersNeitherTheOthersNorTheNode() {
        var asked = new java.util.ArrayList<Instant>();
        Lapsing failing = now -> {
            throw new IllegalStateException("a room has failed");
        };
        Lapsing other = now -> {
            asked.add(now);
            return List.of();
        };
        var lapses = new Lapses(journal, List.of(failing, other));
        lapses.once();
        assertThat(asked).hasSize(1);
        assertThat(lapses.isCaughtUp()).isTrue();
    }
}
