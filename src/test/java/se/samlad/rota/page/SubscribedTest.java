package se.samlad.rota.page;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Elsewhere.calendar;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samlad.ical.Outside;
import se.samlad.ical.Sources;
import se.samlad.rota.Rotas;
import se.samlad.scenes.Ahead;
import se.samlad.scenes.Elsewhere;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import tools.jackson.databind.JsonNode;

/** A calendar elsewhere is read again and again, by one node alone, and what it says is planned below what people plan (R2). */
class SubscribedTest {

    private static final Instant HOUR = Instant.now().truncatedTo(ChronoUnit.HOURS);

    private static Elsewhere elsewhere;
    private static String database;
    private static Running server;
    private static Duration ahead = Duration.ZERO;

    @BeforeAll
    static void start() throws IOException {
        elsewhere = new Elsewhere();
        database = Ground.here().database();
        server = Running.apart(database, Map.of("samlad.data", "", "samlad.calendars.local", "true"), Ahead.class);
    }

    @AfterAll
    static void end() {
        Ahead.by(Duration.ZERO);
        server.close();
        elsewhere.close();
        Ground.here().drop(database);
    }

    private static Instant hour(int hours) {
        return HOUR.plus(ahead.truncatedTo(ChronoUnit.HOURS)).plus(hours, ChronoUnit.HOURS);
    }

    private static String event(String who, int from, int until) {
        return Elsewhere.event(who, hour(from), hour(until));
    }

    private static Running.Answer subscribe(String by, String function, String path) {
        return server.by(by)
                .post(
                        "/api/duty/subscriptions",
                        "{\"function\":\"" + function + "\",\"address\":\"" + elsewhere.at(path) + "\"}");
    }

    private static UUID subscribed(String actor, String path, String said) {
        elsewhere.says(path, said);
        return subscribe(actor + ".admin", actor + "/tib", path).expect(201).id();
    }

    private static void later(Duration by) {
        ahead = ahead.plus(by);
        Ahead.by(ahead);
    }

    private static void readAgain() {
        later(CalendarPolling.EVERY.plusSeconds(1));
        server.part(CalendarPolling.class).once();
    }

    private static JsonNode source(String actor) {
        var all = server.by(actor + ".admin")
                .get("/api/duty/subscriptions")
                .expect(200)
                .json();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static boolean onDuty(String actor, Instant at) {
        return server.by("lst.tib").get("/api/duty?at=" + at).expect(200).body().contains("\"" + actor + "/tib\"");
    }

    @Test
    void whatItSaysIsPlannedAndTheSameWordIsNoEntry_R2() {
        var first = hour(30);
        var path = "/hemlig-nacka.ics";
        subscribed("nacka", path, calendar(event("nacka.tib", 30, 38), event("okänd", 50, 58)));
        assertThat(onDuty("nacka", first)).isTrue();
        assertThat(source("nacka").get("state").asString()).isEqualTo("FRESH");
        assertThat(source("nacka").get("host").asString()).isEqualTo("127.0.0.1");
        assertThat(source("nacka").get("unread").toString()).contains("okänd");
        assertThat(server.by("nacka.admin").page("/rota").expect(200).body())
                .contains(
                        "från 127.0.0.1", "Läses som den ska", "Ett pass framåt", "En händelse kan inte läsas", "okänd")
                .doesNotContain("hemlig");
        assertThat(server.by("nacka.admin").journal())
                .contains("rota.subscribed")
                .doesNotContain("hemlig");

        long before = server.position();
        readAgain();
        readAgain();
        assertThat(server.position()).isEqualTo(before);
        assertThat(elsewhere.asked().stream().filter(path::equals)).hasSize(3);

        var plan = "{\"function\":\"nacka/tib\",\"account\":\"nacka.sakchef\",\"from\":\"" + first.plusSeconds(7200)
                + "\",\"until\":\"" + first.plusSeconds(10_800) + "\",\"over\":\"INSTEAD\"}";
        server.by("nacka.admin").post("/api/duty/shifts", plan).expect(201);
        elsewhere.says(
                path,
                elsewhere
                        .said(path)
                        .replace(Elsewhere.UTC.format(first), Elsewhere.UTC.format(first.minusSeconds(3600))));
        readAgain();
        assertThat(onDuty("nacka", first.minusSeconds(60))).isTrue();
        var on = server.by("nacka.tib")
                .get("/api/duty?at=" + first.plusSeconds(7300))
                .expect(200)
                .body();
        assertThat(on).as("planned by hand").contains(first.plusSeconds(10_800).toString());
        elsewhere.says(path, calendar(event("nacka.tib", 60, 61)));
        readAgain();
        assertThat(onDuty("nacka", first)).isFalse();
        assertThat(onDuty("nacka", first.plusSeconds(7300)))
                .as("planned by hand")
                .isTrue();
    }

    @Test
    void whatCanNotBeReadIsSaidAndChangesNothing_R1() {
        var first = hour(60);
        var path = "/lidingo.ics";
        subscribed("lidingo", path, calendar(event("lidingo.tib", 60, 70)));
        long before = server.position();
        for (var wrong : List.of(
                "500",
                "302",
                "<!doctype html><title>Logga in</title>",
                calendar(event("x", 1, 2)).substring(0, 60))) {
            elsewhere.says(path, wrong);
            readAgain();
            assertThat(source("lidingo").get("state").asString()).as(wrong).isEqualTo("FAILING");
        }
        assertThat(source("lidingo").get("error").asString()).contains("avbruten");
        assertThat(server.by("lidingo.admin").page("/rota").body())
                .contains("Går inte att läsa sedan", "Passen från den senaste läsningen gäller");
        assertThat(server.by("lidingo.admin").page("/turn").body()).doesNotContain("En kalender med pass");
        later(Duration.ofHours(6));
        assertThat(server.by("lidingo.admin").page("/turn").body()).contains("En kalender med pass går inte att läsa");
        assertThat(server.by("lidingo.tib").page("/turn").body()).doesNotContain("En kalender med pass");
        assertThat(elsewhere.asked()).doesNotContain("/elsewhere.ics");
        assertThat(server.position()).isEqualTo(before);
        assertThat(onDuty("lidingo", first)).isTrue();
        elsewhere.says(path, calendar(event("lidingo.tib", 54, 64)));
        readAgain();
        assertThat(source("lidingo").get("state").asString()).isEqualTo("FRESH");
        assertThat(server.by("lidingo.admin").page("/turn").body()).doesNotContain("En kalender med pass");
    }

    @Test
    void aCalendarThatIsEmptyOfASuddenEmptiesTheRotaOnlyWhenSomebodySaysSo() {
        var first = hour(40);
        var path = "/solna.ics";
        var id = subscribed("solna", path, calendar(event("solna.tib", 40, 50)));
        elsewhere.says(path, calendar());
        readAgain();
        assertThat(source("solna").get("state").asString()).isEqualTo("EMPTIED");
        assertThat(onDuty("solna", first)).isTrue();
        assertThat(server.by("solna.admin").page("/turn").body()).contains("En kalender med pass har blivit tom");
        assertThat(server.by("solna.admin").page("/rota").body()).contains("Det stämmer, ta bort passen");
        var emptying = "/api/duty/subscriptions/" + id + "/emptying";
        server.by("solna.tib").post(emptying, "{}").expect(403);
        server.by("nacka.admin").post(emptying, "{}").expect(404);
        server.by("solna.admin").post(emptying, "{}").expect(201);
        assertThat(onDuty("solna", first)).isFalse();
        assertThat(source("solna").get("state").asString()).isEqualTo("FRESH");
        server.by("solna.admin").post(emptying, "{}").expect(422);
        long before = server.position();
        readAgain();
        assertThat(server.position()).isEqualTo(before);
        elsewhere.says(path, calendar(event("solna.tib", 40, 50)));
        readAgain();
        assertThat(onDuty("solna", hour(41))).isTrue();
    }

    @Test
    void itIsReadNoMoreWhenItIsStoppedAndWhatHasNotBegunIsGone() {
        var coming = hour(40);
        var path = "/taby.ics";
        var id = subscribed("taby", path, calendar(event("taby.tib", -3, 20), event("taby.tib", 40, 50)));
        assertThat(onDuty("taby", coming)).isTrue();
        var ending = "/api/duty/subscriptions/" + id + "/ending";
        server.by("taby.tib").post(ending, "{}").expect(403);
        server.by("nacka.admin").post(ending, "{}").expect(404);
        server.by("taby.admin").post(ending, "{}").expect(201);
        server.by("taby.admin").post(ending, "{}").expect(404);
        assertThat(onDuty("taby", coming)).isFalse();
        assertThat(onDuty("taby", hour(10))).as("on duty until the shift ends").isTrue();
        elsewhere.forget();
        readAgain();
        assertThat(elsewhere.asked()).doesNotContain(path);
        assertThat(server.part(Sources.class).of(List.of(id))).isEmpty();
    }

    @Test
    void twoNodesReadItOnce() throws Exception {
        var path = "/salem.ics";
        subscribed("salem", path, calendar(event("salem.tib", 30, 38)));
        elsewhere.says(path, calendar(event("salem.tib", 31, 38)));
        var other = new CalendarPolling(
                server.part(Rotas.class),
                server.part(RotaPages.class),
                server.part(Outside.class),
                server.part(Sources.class),
                true);
        elsewhere.forget();
        later(CalendarPolling.EVERY.plusSeconds(1));
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var node : List.of(server.part(CalendarPolling.class), other)) both.submit(node::once);
        }
        assertThat(elsewhere.asked().stream().filter(path::equals)).hasSize(1);
        var read = server.by("salem.admin").journal().split("rota.calendar-read.1", -1).length - 1;
        assertThat(read).isEqualTo(2);
    }

    @Test
    void aHostileCalendarIsRefusedWhereItWasTypedAndNothingIsKept() {
        var bomb = event("x", 1, 2).replace("END:VEVENT", "RRULE:FREQ=MINUTELY\r\nEND:VEVENT");
        for (var each : Map.of(
                        "/huge.ics",
                        "x".repeat(1_000_001),
                        "/many.ics",
                        calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(2_001)),
                        "/login.ics",
                        "<!doctype html><title>Logga in</title>",
                        "/cut.ics",
                        calendar(event("x", 1, 2)).replace("END:VCALENDAR", ""),
                        "/moved.ics",
                        "302",
                        "/gone.ics",
                        "404")
                .entrySet()) {
            elsewhere.says(each.getKey(), each.getValue());
            var answer =
                    subscribe("vaxholm.admin", "vaxholm/tib", each.getKey()).expect(422);
            assertThat(answer.json().get("field").asString()).as(each.getKey()).isEqualTo("address");
        }
        for (var address : List.of("", "jour", "ftp://x/y", "https://user:pass@kalender.example/x"))
            server.by("vaxholm.admin")
                    .post("/api/duty/subscriptions", "{\"function\":\"vaxholm/tib\",\"address\":\"" + address + "\"}")
                    .expect(422);
        var many = new StringBuilder();
        for (int i = 10; i < 411; i++) many.append(event("vaxholm.tib", i, i + 1));
        elsewhere.says("/shifts.ics", calendar(many.toString()));
        assertThat(subscribe("vaxholm.admin", "vaxholm/tib", "/shifts.ics")
                        .expect(422)
                        .body())
                .contains("fler än 400");
        assertThat(server.by("vaxholm.admin")
                        .get("/api/duty/subscriptions")
                        .expect(200)
                        .json())
                .isEmpty();
        elsewhere.says("/bomb.ics", calendar(bomb));
        subscribe("vaxholm.admin", "vaxholm/tib", "/bomb.ics").expect(201);
        assertThat(source("vaxholm").get("shifts").asInt()).isZero();
        assertThat(source("vaxholm").get("unread")).hasSize(1);
    }

    @Test
    void nobodySubscribesForAnotherActorAndAHolderForItselfAlone_A4() {
        elsewhere.says("/latin-var.ics", calendar(event("någon på Värmdö", 30, 38)));
        int asked = elsewhere.asked().size();
        subscribe("nacka.admin", "varmdo/tib", "/latin-var.ics").expect(403);
        subscribe("varmdo.chef", "varmdo/tib", "/latin-var.ics").expect(403);
        assertThat(elsewhere.asked()).hasSize(asked);
        subscribe("varmdo.sakchef", "varmdo/tib", "/latin-var.ics").expect(201);
        assertThat(source("varmdo").get("account").asString()).isEqualTo("varmdo.sakchef");
        assertThat(onDuty("varmdo", hour(31))).isTrue();
    }
}
