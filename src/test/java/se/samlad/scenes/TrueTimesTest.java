package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running.Answer;

/** Times are true where the clocks are changed, and where a browser's clock is wrong. */
class TrueTimesTest {

    private static UUID exercise(String title, String clock) {
        return Ice.signal(title, ",\"exercise\":{\"clock\":\"" + clock + "\"}");
    }

    /** Writes a row by the form on the incident's page, with a stated time. */
    private static Answer row(UUID incident, String text, String occurredAt) {
        var visitor = Visitor.of("nacka.tib");
        var page = "/incidents/" + incident;
        var form =
                new LinkedHashMap<>(Visitor.hidden(visitor.get(page).expect(200).body(), "action=\"" + page + "/log"));
        form.put("kind", "NOTE");
        form.put("text", text);
        form.put("occurredAt", occurredAt);
        return visitor.post(page + "/log", form);
    }

    /** The exercise's clock stands at 02:20 winter time. */
    @Test
    void inTheHourThatComesTwiceTheNearestIsMeantAndTheOffsetIsShown_C3() {
        var incident = exercise("Vintertid börjar", "2026-10-25T02:20:00+01:00");
        assertThat(row(incident, "Bron är stängd", "2026-10-25T02:15")
                        .expect(200)
                        .body())
                .contains("datetime=\"2026-10-25T02:15:00+01:00\"", ">02:15 +01:00</time>", "02:15:00 +01:00\"");
        assertThat(row(incident, "Bron var hal", "2026-10-25T02:50").expect(200).body())
                .contains(">02:50 +02:00</time>");
    }

    @Test
    void aTimeThatNeverWasIsRefusedInWordsAndWhatWasTypedIsKept() {
        var incident = exercise("Sommartid börjar", "2026-03-29T03:20:00+02:00");
        assertThat(row(incident, "Larmet kom", "2026-03-29T02:30").expect(422).body())
                .contains("klockan 02:30 fanns aldrig den 2026-03-29", "Larmet kom", "value=\"2026-03-29T02:30\"");
        assertThat(row(incident, "Larmet kom", "2026-03-29T03:10").expect(200).body())
                .contains(">03:10</time>");
    }

    /** A machine on the wall, three hours behind. */
    @Test
    void theWallHearsByTheServersClock() {
        var incident = Ice.signal("Väggens klocka", "");
        try (var wall = Window.of("nacka.tib", Window.DESKTOP)) {
            wall.page()
                    .addInitScript("{ const real = Date.now; Date.now = () => real() - 3 * 3600000; const D = Date;"
                            + " window.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(D.now()); } };"
                            + " window.Date.now = D.now; }");
            wall.open("/incidents/" + incident + "/wall").live();
            assertThat(wall.find("time[data-heard]").textContent()).isEqualTo("nyss");
            var heard = (String) wall.page().evaluate("() => document.querySelector('time[data-heard]').dateTime");
            assertThat(OffsetDateTime.parse(heard).toInstant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        }
    }
}
