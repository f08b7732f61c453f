package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The year is read as a calendar elsewhere, and a moved meeting moves there with what hangs on it (F1). */
class YearFeedTest {

    private static final Pattern ADDRESS = Pattern.compile("value=\"http://[^\"]*(/meetings\\.ics\\?key=[\\w-]+)\"");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static String read(String address) {
        var read = Running.anybody().get(address).expect(200);
        assertThat(read.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        return read.body().replaceAll("\r?\n ", "");
    }

    @Test
    void aMovedMeetingMovesInTheCalendarWithWhatHangsOnIt_F1() {
        var name = "Arbetsgruppen för bryggor " + UUID.randomUUID().toString().substring(0, 6);
        var months = new StringBuilder();
        var hanging = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            months.append(month == 1 ? "" : ",").append("\"").append(month).append("\"");
            hanging.append(month == 1 ? "" : ",")
                    .append("{\"what\":\"REPORT\",\"month\":" + month + ",\"name\":\"Bryggorna " + name + "\"}");
        }
        var code = name.toLowerCase(java.util.Locale.ROOT).replace('ö', 'o').replace(' ', '-');
        Running.as("kansli")
                .post(
                        "/api/standing-forums",
                        "{\"kind\":\"GROUP\",\"name\":\"" + name + "\",\"task\":\"Bryggor\",\"members\":[\"vaxholm\"],"
                                + "\"months\":[" + months + "],\"week\":2,\"day\":6,\"at\":\"07:15\",\"hanging\":["
                                + hanging + "]}")
                .expect(201);
        Running.as("vaxholm.tib").post("/api/duty/calendars", "{}").expect(201);
        var found = ADDRESS.matcher(
                Running.as("vaxholm.tib").page("/rota/calendars").body());
        assertThat(found.find()).isTrue();
        assertThat(Running.as("vaxholm.tib").page("/year").body()).contains("/rota/calendars");
        var address = found.group(1);
        assertThat(read(address)).contains("SUMMARY:" + name, "Bryggorna " + name);

        var meeting = Running.as("kansli")
                .post("/api/meetings", "{\"forum\":\"" + code + "\"}")
                .expect(201)
                .id();
        var told = Running.as("vaxholm.tib")
                .get("/api/meetings/" + meeting)
                .expect(200)
                .json();
        var uid = "UID:" + code + "-" + told.get("slot").asString() + "-MEETING@samlad";
        var before = Instant.parse(told.get("at").asString());
        assertThat(read(address)).contains(uid, "DTSTART:" + UTC.format(before));
        var at = before.plus(3, ChronoUnit.HOURS);
        Running.as("kansli")
                .post("/api/meetings/" + meeting + "/moving", "{\"at\":\"" + at + "\",\"reason\":\"Is\"}")
                .expect(201);
        var now = read(address);
        assertThat(now).contains(uid).doesNotContain("DTSTART:" + UTC.format(before));
        assertThat(now.split("DTSTART:" + UTC.format(at), -1))
                .as("with what hangs on it")
                .hasSize(3);
        Running.anybody().get("/meetings.ics?key=x").expect(404);
        Running.anybody().get("/meetings.ics").expect(404);
    }
}
