package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Promise 2, for the streams of pages: what is hidden brings not one byte to the page of who may not see it. */
class HiddenFromPagesTest {

    private static final String NARROW = ",\"marking\":{\"audience\":[\"actor:lst\",\"actor:polisen\"]}";

    /** An exercise, whose clock stands still: nothing grows older meanwhile. */
    private final UUID incident =
            Ice.signal("Isstorm som sidorna följer", ",\"exercise\":{\"clock\":\"2026-01-14T09:52:00+01:00\"}");

    @Test
    void thePageHearsOfTheOpenEntriesOnly() throws Exception {
        try (var solna = page("solna.tib", "/incidents/" + incident);
                var police = page("polisen.tib", "/incidents/" + incident)) {
            post("taby.tib", "notes", "{\"kind\":\"NOTE\",\"text\":\"Öppet ett\"}");
            assertThat(solna.next().data()).contains("Öppet ett");
            hide();
            post("taby.tib", "notes", "{\"kind\":\"NOTE\",\"text\":\"Öppet två\"}");
            assertThat(solna.next()).satisfies(next -> {
                assertThat(next.kind()).isEqualTo("panel");
                assertThat(next.data())
                        .contains("desk.log:" + incident, "Öppet två")
                        .doesNotContain("Skugga");
            });
            assertThat(police.until("Öppet två"))
                    .anySatisfy(e -> assertThat(e.data()).contains("Skugga"));
        }
    }

    /** The page of all that goes on: the member's hears of the next signal only, the outsider's of nothing. */
    @Test
    void theFrontPageHearsOfNothingHidden() throws Exception {
        try (var solna = page("solna.tib", "/");
                var outside = page("utom.flygplats", "/")) {
            hide();
            var next = Ice.signal("Isstorm efter skuggan", "");
            assertThat(solna.until(next.toString())).isNotEmpty().allSatisfy(each -> assertThat(each.data())
                    .doesNotContain("Skugga"));
            Running.as("lst.chef")
                    .post("/api/incidents/" + next + "/forums", "{\"level\":\"DIRECTING\",\"actors\":[\"flygplats\"]}")
                    .expect(201);
            assertThat(outside.rest()).extracting(Listening.Event::kind).containsExactly("reset");
        }
    }

    private static Listening page(String account, String path) throws Exception {
        return Listening.to(
                account,
                Listening.address(Running.as(account).page(path).expect(200).body()));
    }

    private void hide() {
        post("polisen.tib", "reports", "{\"status\":\"RED\",\"happened\":\"Skugga\"" + NARROW + "}");
        post("polisen.tib", "notes", "{\"kind\":\"NOTE\",\"text\":\"Skugga\"" + NARROW + "}");
        post("lst.tib", "notes", "{\"kind\":\"DECISION\",\"text\":\"Skugga\",\"reason\":\"Skugga\"" + NARROW + "}");
        post(
                "lst.tib",
                "forums",
                "{\"level\":\"EXECUTING\",\"name\":\"Skugga\",\"actors\":[\"polisen\"]" + NARROW + "}");
    }

    private void post(String account, String what, String body) {
        Running.as(account)
                .post("/api/incidents/" + incident + "/" + what, body)
                .expect(201);
    }
}
