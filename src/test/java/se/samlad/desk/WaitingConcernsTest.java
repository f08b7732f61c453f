package se.samlad.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samlad.access.Viewers;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.journal.Reader;
import se.samlad.scenes.Running;
import se.samlad.web.Languages;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits changes only after an entry that the room says it listens to: else <em>Your turn</em> would stand still. */
class WaitingConcernsTest {

    private static final List<String> LOOKING =
            List.of("lst.tib", "lst.chef", "rsib", "taby.tib", "polisen.chef", "polisen.tib", "komm");

    private final Journal journal = Running.server().part(Journal.class);
    private final List<Waiting> rooms = Running.server().parts(Waiting.class);
    private final Say say = Running.server().part(Languages.class).in("sv");
    private final UUID incident = post("taby.tib", "/api/incidents", "{\"title\":\"Snö och vem som har tur\"}")
            .id();
    private Map<String, String> before = Map.of();
    private long after;

    private static Running.Answer post(String account, String path, String json) {
        return Running.as(account).post(path, json).expect(201);
    }

    private UUID step(String account, String path, String json) {
        var id = post(account, path.replace("{}", "/api/incidents/" + incident), json)
                .id();
        var entries = journal.list(Pick.after(incident, after, 1_000), Reader.ALL);
        after = entries.getLast().position();
        journal.await(after);
        var now = now();
        now.forEach((room, items) -> {
            if (!items.equals(before.get(room)))
                assertThat(heard(room, entries)).as(room + " after " + path).isTrue();
        });
        before = now;
        return id;
    }

    private boolean heard(String room, List<Entry> entries) {
        return rooms.stream().filter(each -> name(each).equals(room)).anyMatch(each -> entries.stream()
                .anyMatch(each::concerns));
    }

    private static String name(Waiting room) {
        return room.getClass().getSimpleName();
    }

    private Map<String, String> now() {
        var now = new HashMap<String, String>();
        for (var account : LOOKING) {
            var viewer =
                    Running.server().part(Viewers.class).find(account, null).orElseThrow();
            for (var room : rooms) now.merge(name(room), account + shown(room.waiting(viewer, say)), String::concat);
        }
        return now;
    }

    private static String shown(List<Waiting.Item> items) {
        var shown = new ArrayList<String>();
        for (var item : items) shown.add(item.id() + item.title() + item.detail() + item.due());
        return shown.toString();
    }

    @Test
    void everyStepOfACrisis() {
        before = now();
        step("polisen.tib", "{}/notes", "{\"kind\":\"NOTE\",\"text\":\"E18 är avstängd\"}");
        step("polisen.tib", "{}/initiation", "{\"level\":\"COORDINATING\",\"reason\":\"Vi behöver samlas\"}");
        var forum = step("lst.tib", "{}/forums", "{\"level\":\"COORDINATING\",\"actors\":[\"polisen\",\"taby\"]}");
        step("taby.tib", "/api/forums/" + forum + "/acknowledgement", "{}");
        step("lst.tib", "/api/forums/" + forum + "/next", "{\"reach\":\"08-123 45 67\"}");
        step("lst.tib", "/api/forums/" + forum + "/composition", "{\"release\":[\"polisen\"],\"reason\":\"Klart\"}");
        step("lst.tib", "/api/forums/" + forum + "/composition", "{\"callIn\":[\"polisen\"],\"reason\":\"Åter\"}");
        step("taby.tib", "{}/reports", "{\"status\":\"RED\",\"happened\":\"Värmen är borta\"}");
        step("taby.tib", "{}/concerns", "{\"actor\":\"taby\",\"concern\":\"NONE\"}");
        var direction = step(
                "lst.tib",
                "{}/directions",
                "{\"aim\":\"Ingen fryser\",\"measures\":[{\"actor\":\"polisen\",\"what\":\"Håller E18 fri\"}]}");
        step("lst.tib", "/api/directions/" + direction + "/agreement", "{}");
        step("polisen.tib", "/api/directions/" + direction + "/stances", "{\"stance\":\"ACCEPTS\"}");
        var message = step(
                "taby.tib",
                "{}/messages",
                "{\"title\":\"Stanna inne\",\"text\":\"Det är kallt.\",\"audience\":\"Allmänheten\"}");
        Stream.of("check", "agreement", "publication")
                .forEach(each -> step("komm", "{}/messages/" + message + "/" + each, "{}"));
        step("lst.tib", "{}/title", "{\"title\":\"Snö i norr\",\"reason\":\"Tydligare\"}");
        step("lst.tib", "/api/forums/" + forum + "/closing", "{\"reason\":\"Klart\"}");
        step("lst.tib", "{}/stand-down", "{\"reason\":\"Det är över\"}");
    }

    /** A row of the log, which there are most of, makes nobody's turn be drawn anew. */
    @Test
    void aRowOfTheLogConcernsNobody() {
        post("polisen.tib", "/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"E18 är öppen\"}");
        var row = journal.list(Pick.newest(incident, 0, 1), Reader.ALL).getFirst();
        assertThat(rooms).noneMatch(room -> room.concerns(row));
    }
}
