package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The week's notes, events and calendar, by API (C5, C6, I6). */
class WeekTest {

    private final String text = "Is i hamnen " + UUID.randomUUID();

    private static String in(long days) {
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(days, ChronoUnit.DAYS)
                .toString();
    }

    private static Running.Answer note(String account, String text, String more) {
        return Running.as(account)
                .post("/api/watch/notes", "{\"text\":\"" + text + "\",\"subject\":\"Sjöfart\"" + more + "}");
    }

    private static String notes(String account) {
        return Running.as(account).get("/api/watch/notes").expect(200).body();
    }

    @Test
    void everyMemberSeesANoteAndContactsDoNot_C6() {
        note("hamnar.tib", text, ",\"area\":\"stockholm\",\"certainty\":\"likely\",\"source\":\"Sjöfartsverket\"")
                .expect(201);
        assertThat(notes("nacka.tib")).contains(text, "\"area\":\"0180\"", "LIKELY", "Sjöfartsverket");
        assertThat(notes("utom.flygplats")).doesNotContain(text);
        note("utom.flygplats", text, "").expect(403);
        assertThat(Running.as("utom.flygplats").page("/week").body()).doesNotContain(text);
        assertThat(Running.as("kansli").page("/week").body()).contains(text);
    }

    @Test
    void aNoteForFewIsForFew_S1() {
        var id = note("hamnar.tib", text, ",\"marking\":{\"audience\":[\"actor:lst\"],\"ground\":\"OSL 18:13\"}")
                .expect(201)
                .id();
        assertThat(notes("lst.tib")).contains(text);
        assertThat(notes("nacka.tib")).doesNotContain(text);
        Running.as("nacka.tib").post("/api/watch/notes/" + id + "/need", "{}").expect(404);
        assertThat(Running.as("nacka.tib").page("/watch/notes/" + id).status()).isEqualTo(404);
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects_C5() {
        var id = note("hamnar.tib", text, "").expect(201).id();
        var path = "/api/watch/notes/" + id;
        Running.as("kbv.tib")
                .post(path + "/correction", "{\"text\":\"Annat\",\"subject\":\"Sjöfart\"}")
                .expect(403);
        Running.as("hamnar.tib")
                .post(path + "/correction", "{\"text\":\"" + text + " och i farleden\",\"subject\":\"Sjöfart\"}")
                .expect(201);
        assertThat(notes("nacka.tib")).contains(text + " och i farleden");
        assertThat(Running.as("nacka.tib").page("/watch/notes/" + id).body())
                .contains("Så stod det förut", text + "</p>");
        Running.as("hamnar.tib").post(path + "/ending", "{}").expect(201);
        Running.as("hamnar.tib").post(path + "/ending", "{}").expect(422);
        Running.as("nacka.tib").post(path + "/need", "{}").expect(422);
        assertThat(notes("nacka.tib")).doesNotContain(text);
    }

    @Test
    void eachCallsItANeedOnceInItsOwnName_A4() {
        var id = note("hamnar.tib", text, "").expect(201).id();
        var path = "/api/watch/notes/" + id + "/need";
        Running.as("nacka.tib").post(path, "{}").expect(201);
        Running.as("nacka.chef").post(path, "{}").expect(422);
        Running.as("kbv.tib").post(path, "{}").expect(201);
        assertThat(notes("lst.tib")).contains("\"calledNeedBy\":[\"nacka\",\"kbv\"]");
    }

    @Test
    void aSignalFromANoteIsMadeOnceAndFoundFromIt_C6() {
        var id = note("hamnar.tib", text, "").expect(201).id();
        var signal = "{\"title\":\"" + text + "\",\"warning\":\"note:" + id + "\"}";
        var incident = Running.as("hamnar.tib")
                .post("/api/incidents", signal)
                .expect(201)
                .id();
        Running.as("nacka.tib").post("/api/incidents", signal).expect(422);
        assertThat(Running.as("nacka.tib").page("/week").body()).contains("/incidents/" + incident);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text      | {"subject":"Väder"}
        subject   | {"text":"Snö"}
        subject   | {"text":"Snö","subject":"0123456789012345678901234567890123456789012345678901234567890"}
        until     | {"text":"Snö","subject":"Väder","until":"2020-01-01T00:00:00Z"}
        until     | {"text":"Snö","subject":"Väder","until":"2099-01-01T00:00:00Z"}
        certainty | {"text":"Snö","subject":"Väder","certainty":"kanske"}
        area      | {"text":"Snö","subject":"Väder","area":"9999"}
        """)
    void aMistakeIsSaidAtItsField(String field, String json) {
        var answer = Running.as("taby.tib").post("/api/watch/notes", json).expect(422);
        assertThat(answer.body()).contains("\"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource({"-30, -31", "3, 3", "3, 2", "3, 200", "4000, 4001"})
    void anEventEndsAfterItBegins(long from, long until) {
        Running.as("taby.tib")
                .post(
                        "/api/events",
                        "{\"title\":\"Loppet\",\"from\":\"" + in(from) + "\",\"until\":\"" + in(until) + "\"}")
                .expect(422);
    }

    @Test
    void whatCoincidesIsSeenInTheSameAreaFirst_I6() {
        var from = 500 + Math.floorMod(text.hashCode(), 300);
        var far = event("Match", from, "solna");
        var near = event("Lopp", from, "taby");
        var own = event("Marknad", from, "taby");
        var path = "/api/events/" + own;
        var told = Running.as("lst.tib").get(path).expect(200).json().get("coincides");
        assertThat(told.toString()).contains(far.toString(), near.toString()).doesNotContain(own.toString());
        assertThat(told.toString().indexOf(near.toString()))
                .isLessThan(told.toString().indexOf(far.toString()));
        var calendar = "/api/calendar?from=" + in(from - 1) + "&to=" + in(from + 1);
        assertThat(Running.as("nacka.tib").get(calendar).expect(200).body()).contains(far.toString(), own.toString());
        Running.as("taby.tib").post(path + "/calling-off", "{}").expect(422);
        Running.as("solna.tib")
                .post(path + "/calling-off", "{\"reason\":\"Storm\"}")
                .expect(403);
        Running.as("taby.tib")
                .post(path + "/calling-off", "{\"reason\":\"Storm\"}")
                .expect(201);
        assertThat(Running.as("nacka.tib").get(calendar).expect(200).body()).doesNotContain(own.toString());
        assertThat(Running.as("nacka.tib").page("/events/" + own).body()).contains("Inställd: Storm");
    }

    @Test
    void anEventBecomesAPlanningForumOnce_I6() {
        var path = "/api/events/" + event("Statsbesök " + text, 10, "solna") + "/planning";
        var polis = Running.as("polisen.tib");
        assertThat(polis.post(path, "{\"actors\":[]}").expect(422).body()).contains("\"actors\"");
        assertThat(polis.post(path, "{\"actors\":[\"mars\"]}").expect(422).body())
                .contains("\"actors\"");
        Running.as("utom.flygplats").post(path, "{\"actors\":[\"taby\"]}").expect(403);
        var key = UUID.randomUUID();
        var first = polis.post(path, "{\"actors\":[\"solna\",\"region\"]}", key).expect(201);
        assertThat(polis.post(path, "{\"actors\":[\"solna\",\"region\"]}", key)
                        .expect(201)
                        .id())
                .isEqualTo(first.id());
        Running.as("solna.tib").post(path, "{\"actors\":[\"region\"]}").expect(422);
        assertThat(Running.as("solna.tib")
                        .post("/api/forums/" + first.id() + "/acknowledgement", "{}")
                        .status())
                .isEqualTo(201);
    }

    private static UUID event(String title, long day, String area) {
        return Running.as("taby.tib")
                .post(
                        "/api/events",
                        "{\"title\":\"" + title + "\",\"from\":\"" + in(day) + "\",\"until\":\"" + in(day + 1)
                                + "\",\"area\":\"" + area + "\"}")
                .expect(201)
                .id();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-02T00:00:00Z, 2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z, 2028-01-01T00:00:00Z"})
    void aCalendarOfNoTimeOrTooMuchIsRefused(String from, String to) {
        Running.as("lst.tib").get("/api/calendar?from=" + from + "&to=" + to).expect(400);
    }

    @ParameterizedTest
    @CsvSource({"2026-W53", "2026-W54", "2026-W00", "9999-W01", "0000-W01", "x", "''"})
    void everyWeekThatIsAskedForIsShown(String of) {
        assertThat(Running.as("lst.tib").page("/week?of=" + of).status()).isEqualTo(200);
    }

    /** When a forum meets next is in the calendar of those who see the incident. */
    @Test
    void aForumsNextMeetingIsInTheCalendar_I6() {
        var incident = Prepared.signalled("Möts om fyrtio dagar " + UUID.randomUUID());
        var forum = Prepared.convened(incident);
        Running.as("lst.tib")
                .post("/api/forums/" + forum + "/next", "{\"nextAt\":\"" + in(40) + "\"}")
                .expect(201);
        var path = "/api/calendar?from=" + in(39) + "&to=" + in(41);
        var dates = Running.as("taby.tib").get(path).expect(200).body();
        assertThat(dates).contains(forum.toString(), "\"kind\":\"MEETING\"", "/incidents/" + incident + "/forums");
        assertThat(Running.as("taby.tib")
                        .get("/api/calendar?from=" + in(41) + "&to=" + in(42))
                        .expect(200)
                        .body())
                .doesNotContain(forum.toString());
    }
}
