package se.samlad.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** The rota is read as a calendar at an address that can be revoked, and a calendar becomes shifts when it has been looked at. */
class CalendarTest {

    /** One for the whole class, which an hour that ends meanwhile does not move. */
    private static final Instant HOUR = Instant.now().truncatedTo(ChronoUnit.HOURS);

    private static final Pattern ADDRESS = Pattern.compile("value=\"http://[^\"]*(/calendar\\.ics\\?key=([\\w-]+))\"");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static Instant hour(int hours) {
        return HOUR.plus(hours, ChronoUnit.HOURS);
    }

    private static void planned(String by, String function, int from, int until) {
        var json =
                "{\"function\":\"" + function + "\",\"from\":\"" + hour(from) + "\",\"until\":\"" + hour(until) + "\"}";
        Running.as(by).post("/api/duty/shifts", json).expect(201);
    }

    private static List<String> addresses(String account) {
        return ADDRESS.matcher(Running.as(account).page("/rota/calendars").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void theOwnShiftsAndTheWholeRotaAreCalendarsUntilTheirAddressIsRevoked() {
        planned("ekero.tib", "ekero/tib", 2, 10);
        planned("ekero.sakchef", "ekero/tib", 10, 20);
        var own = Running.as("ekero.tib").post("/api/duty/calendars", "{}").expect(201);
        Running.as("ekero.tib").post("/api/duty/calendars", "{\"whole\":true}").expect(201);
        var two = addresses("ekero.tib");
        assertThat(two).hasSize(2);
        var read = Running.anybody().get(two.getFirst()).expect(200);
        assertThat(read.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        assertThat(read.body())
                .contains("BEGIN:VCALENDAR", "DTSTART:" + UTC.format(hour(2)), "DTEND:" + UTC.format(hour(10)))
                .doesNotContain(UTC.format(hour(20)), "ekero.sakchef");
        assertThat(Running.anybody().get(two.getLast()).expect(200).body()).contains("ekero.sakchef", "ekero.tib");

        assertThat(addresses("ekero.admin"))
                .as("only its owner reads the address")
                .isEmpty();
        assertThat(Running.as("ekero.admin").page("/rota/calendars").body()).contains("ekero.tib");
        var key = two.getFirst().substring(two.getFirst().indexOf('=') + 1);
        assertThat(Running.as("ekero.admin").journal())
                .contains("rota.calendar-given")
                .doesNotContain(key);
        var other = (key.charAt(key.length() - 2) == 'A' ? 'B' : 'A');
        var wrong = key.substring(0, key.length() - 2) + other + key.charAt(key.length() - 1);
        for (var none : List.of(wrong, "", "x", "%C3%A5", "A".repeat(5000)))
            Running.anybody().get("/calendar.ics?key=" + none).expect(404);

        var revocation = "/api/duty/calendars/" + own.id() + "/revocation";
        Running.as("ekero.sakchef").post(revocation, "{}").expect(403);
        Running.as("nacka.admin").post(revocation, "{}").expect(404);
        Running.as("ekero.tib").post(revocation, "{}").expect(201);
        Running.anybody().get(two.getFirst()).expect(404);
        Running.anybody().get(two.getLast()).expect(200);
    }

    private static String calendar(int from, int until, String title) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:"
                + UTC.format(hour(from))
                + "\r\nDTEND:" + UTC.format(hour(until)) + "\r\nSUMMARY:" + title
                + "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2@x\r\nDTSTART:2026\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    @Test
    void aCalendarIsShownAsItIsReadAndThenPlanned() {
        var admin = Visitor.of("salem.admin");
        var form = new HashMap<>(
                Visitor.hidden(admin.get("/rota/import").expect(200).body(), "action=\"/duty/imports\""));
        form.put("function", "salem/tib");
        form.put("over", "NOTHING");
        form.put("look", "true");
        form.put("text", calendar(30, 40, "Jour: salem.sakchef"));
        var shown = admin.post("/duty/imports", form).expect(422).body();
        assertThat(shown).contains("Så läses kalendern: ett pass", "Rad 12", "Planera ett pass", "DTSTART");
        assertThat(onDuty(35)).doesNotContain("salem/tib");
        form.remove("look");
        admin.post("/duty/imports", form).expect(200);
        assertThat(onDuty(35)).contains("salem/tib");
        assertThat(onDuty(40)).doesNotContain("salem/tib");
        form.put("once", java.util.UUID.randomUUID().toString());
        assertThat(admin.post("/duty/imports", form).expect(422).body()).contains("Någon står redan");
    }

    private static String onDuty(int hour) {
        return Running.as("lst.tib")
                .get("/api/duty?at=" + hour(hour))
                .expect(200)
                .body();
    }

    @Test
    void aHolderReadsOnlyItsOwnShiftsAndNobodyAnothersActors_A4() {
        var text = calendar(50, 60, "salem.tib").replace("\r\n", "\\r\\n");
        var json = "{\"function\":\"vaxholm/tib\",\"account\":\"vaxholm.tib\",\"text\":\"" + text + "\"}";
        Running.as("nacka.admin").post("/api/duty/imports", json).expect(403);
        Running.as("vaxholm.chef").post("/api/duty/imports", json).expect(403);
        Running.as("vaxholm.sakchef").post("/api/duty/imports", json).expect(201);
        var journal = Running.as("vaxholm.tib").journal();
        assertThat(journal).contains("\"account\":\"vaxholm.sakchef\"").doesNotContain("BEGIN:VCALENDAR");
        var other = json.replace("\"account\":\"vaxholm.tib\"", "\"account\":\"nacka.tib\"");
        assertThat(Running.as("vaxholm.admin")
                        .post("/api/duty/imports", other)
                        .expect(422)
                        .json()
                        .get("field")
                        .asString())
                .isEqualTo("account");
    }
}
