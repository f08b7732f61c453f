package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samlad.web.Say;

/** Who has something due in ordinary mode is told once, by day, by one node and one path, in numbers only (A6, A7). */
class RemindedGentlyTest {

    private final String database = Ground.here().database();

    @AfterEach
    void end() {
        Ahead.by(Duration.ZERO);
        Ground.here().drop(database);
    }

    private Running reminding(Provider provider) {
        return Running.calling(
                database, Map.of("samlad.sms", provider.url("/sms"), "samlad.url", "https://samlad.example"));
    }

    /** The first such working day, in the middle of a week that has no holiday: a Tuesday, the days after it are too. */
    private static ZonedDateTime tuesday(int hour) {
        var day = LocalDate.now(Say.STOCKHOLM).plusDays(60);
        while (day.getDayOfWeek().getValue() != 2 || day.getMonthValue() < 2 || day.getMonthValue() == 4)
            day = day.plusDays(1);
        while (day.getMonthValue() != 2 && day.getMonthValue() != 9) day = day.plusDays(7);
        return day.atTime(hour, 0).atZone(Say.STOCKHOLM);
    }

    private static void at(ZonedDateTime time) {
        Ahead.by(Duration.between(Instant.now(), time.toInstant()));
    }

    @Test
    void eachIsToldOnceByDayByOnePath_A7() throws Exception {
        try (var provider = new Provider();
                var one = reminding(provider);
                var two = reminding(provider)) {
            var kansli = one.by("kansli");
            var heard = Listening.to(kansli, "/api/live");
            at(tuesday(3));
            proposed(kansli);
            kansli.post("/api/reminder-settings", "{\"sends\":true,\"hour\":9,\"after\":1,\"ahead\":3}")
                    .expect(201);
            one.by("taby.tib")
                    .post("/api/reminder-settings", "{\"sends\":false}")
                    .expect(403);

            at(tuesday(9).plusDays(1).minusHours(1));
            assertThat(kansli.get("/api/reminders").expect(200).json().get("latest"))
                    .as("it is before nine")
                    .isEmpty();
            at(tuesday(9).plusDays(1).plusMinutes(6));
            heard.until("reminder.begun.1");
            heard.until("reminder.sent.1");
            var sent = provider.next();
            assertThat(sent.get("message"))
                    .contains("Påminnelse till", "Länsstyrelsen", "en sak väntar", "https://samlad.example/turn")
                    .doesNotContain("Tolkar", "4711");
            var head =
                    one.by("lst.chef").get("/api/reminders").expect(200).json().get("latest");
            assertThat(head).hasSize(1);
            assertThat(head.get(0).get("way").asString()).isEqualTo("SMS");
            assertThat(one.by("nacka.tib").get("/api/reminders").json().get("latest"))
                    .as("others are not told of whom it is")
                    .isEmpty();
            assertThat(two.by("kansli").get("/api/reminders").json().get("latest"))
                    .hasSize(1);

            at(tuesday(9).plusDays(2).plusMinutes(6));
            proposed(kansli);
            kansli.post("/api/cases", "{\"title\":\"Salt\",\"text\":\"Slut\"}").expect(201);
            signalled(one);
            at(tuesday(9).plusDays(3).plusMinutes(6));
            heard.until("reminder.begun.1");
            var next = provider.next().get("message");
            while (!next.startsWith("Påminnelse"))
                next = provider.next().get("message"); // the incident's calls come too
            assertThat(next).contains("en sak väntar").doesNotContain("Länsstyrelsen");
            heard.until("reminder.sent.1");
            assertThat(one.by("lst.chef").page("/reminders").expect(200).body())
                    .contains("en sak väntar", "Skickad: Sms");
            assertThat(provider.taken().stream()
                            .filter(each -> each.get("message").startsWith("Påminnelse")))
                    .as("once, by one node; and not in an incident")
                    .hasSize(2);
        }
    }

    private static void proposed(Running.Account kansli) {
        var id = kansli.post("/api/cases", "{\"title\":\"Tolkar\",\"text\":\"Namnlös 4711\"}")
                .expect(201)
                .id();
        for (var step : new String[] {"examination", "proposal"})
            kansli.post("/api/cases/" + id + "/" + step, "{\"text\":\"Så\"}").expect(201);
    }

    private static void signalled(Running server) {
        var lst = server.by("lst.tib");
        UUID id = lst.post("/api/incidents", "{\"title\":\"Snö\"}").expect(201).id();
        lst.post("/api/incidents/" + id + "/forums", "{\"level\":\"DIRECTING\",\"actors\":[\"lst\",\"taby\"]}")
                .expect(201);
    }
}
