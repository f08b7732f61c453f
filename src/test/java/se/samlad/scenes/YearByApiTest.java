package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samlad.play.Play;
import se.samlad.web.Say;
import tools.jackson.databind.JsonNode;

/**
 * A year whole, through the public API as anybody could play it, on a server of its own; afterwards nothing that was promised is
 * without an owner, and the year's one page says what a count of the journal says (G2, G3, G5, D1).
 */
class YearByApiTest {

    private static final LocalDate TODAY = LocalDate.now(Say.STOCKHOLM);

    private static List<JsonNode> journal(Running server) {
        var all = new ArrayList<JsonNode>();
        var after = "";
        while (true) {
            var page = server.by("nacka.chef")
                    .get("/api/journal?limit=1000" + after)
                    .expect(200)
                    .json();
            page.get("entries").forEach(all::add);
            if (page.get("entries").isEmpty()) return all;
            after = "&after=" + page.get("next").asString();
        }
    }

    /** Of each activity the last it was written as, and its owner's last word; by the entries alone. */
    private record Counted(Map<String, JsonNode> written, Map<String, String> states) {

        static Counted of(List<JsonNode> journal) {
            var written = new HashMap<String, JsonNode>();
            var states = new HashMap<String, String>();
            var order = new ArrayList<String>();
            for (var entry : journal) {
                var kind = entry.get("kind").asString();
                if (kind.equals("plan.activity.1")
                        && entry.get("body").get("year").asInt() == 2027) {
                    written.put(entry.get("id").asString(), entry.get("body").get("as"));
                    order.add(entry.get("id").asString());
                }
                // the scene says each activity's state right after it is planned
                if (kind.equals("plan.stated.1"))
                    states.put(order.getLast(), entry.get("body").get("state").asString());
            }
            return new Counted(written, states);
        }

        long late() {
            return written.entrySet().stream()
                    .filter(each -> LocalDate.parse(each.getValue().get("by").asString())
                            .isBefore(TODAY))
                    .filter(each -> !Set.of("DONE", "DROPPED").contains(states.get(each.getKey())))
                    .count();
        }
    }

    @Test
    void aYearIsPlayedAndItsPageSaysTheTruth_G2_G3_G5_D1() throws Exception {
        try (var server = Running.apart(Ground.here().database(), Map.of())) {
            var printed = new ByteArrayOutputStream();
            int failed = Play.run(
                    new String[] {"scenes/year.yaml", "--url", server.url()},
                    new PrintStream(printed, true, StandardCharsets.UTF_8));
            assertThat(failed).as(printed.toString(StandardCharsets.UTF_8)).isZero();
            isTrue(server, journal(server));
            nothingIsWithoutAnOwner(server);
        }
    }

    private static void isTrue(Running server, List<JsonNode> journal) {
        var counted = Counted.of(journal);
        var plan = server.by("nacka.chef").get("/api/plan/2027").expect(200).json();
        var shown =
                plan.get("areas").findValues("title").size() - plan.get("areas").size();
        assertThat(counted.written()).hasSize(20);
        assertThat(shown).isEqualTo(20);
        assertThat(plan.get("late").size()).isEqualTo(Math.toIntExact(counted.late()));
        assertThat(plan.get("planned").asLong())
                .isEqualTo(counted.written().values().stream()
                        .mapToLong(each -> each.get("sek").asLong())
                        .sum());
        var areas = new HashSet<String>();
        counted.written()
                .values()
                .forEach(each -> areas.add(each.get("goalArea").asString()));
        assertThat(areas).hasSize(10);
        var page = server.by("nacka.chef").page("/plan/2027").expect(200).body();
        assertThat(page)
                .contains("0 av 20 aktiviteter", "av 2\u00a0600\u00a0000 kr", "Presenterad för Regionala rådet");
        long tested = journal.stream()
                .filter(entry -> entry.get("kind").asString().equals("lesson.tested.1"))
                .count();
        var lessons = server.by("nacka.chef").get("/api/lessons").expect(200).json();
        assertThat(tested).isEqualTo(2);
        assertThat(lessons.findValuesAsString("state")).containsExactlyInAnyOrder("TESTED", "TESTED", "DONE");
    }

    private static void nothingIsWithoutAnOwner(Running server) {
        var plan = server.by("nacka.chef").get("/api/plan/2027").expect(200).json();
        assertThat(plan.get("withoutOwner").isEmpty()).isTrue();
        assertThat(plan.get("areas").findValues("taken")).allMatch(JsonNode::asBoolean);
        for (var lesson :
                server.by("nacka.chef").get("/api/lessons").expect(200).json())
            for (var measure : server.by("nacka.chef")
                    .get("/api/lessons/" + lesson.get("id").asString())
                    .expect(200)
                    .json()
                    .get("measures"))
                assertThat(measure.get("owner").asString()).isNotBlank();
    }
}
