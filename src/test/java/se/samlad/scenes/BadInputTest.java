package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.journal.Journal;
import se.samlad.scenes.Running.Answer;

/** Each mistake gets its status, says what to mend in the reader's language, and records nothing. */
class BadInputTest {

    private static final UUID NOBODYS = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static Ice ice;
    private static Ice agreed;
    private static UUID closed;
    private static UUID exercise;

    /** @param says what the detail must name; empty: anything */
    record Mistake(String name, int status, String account, String path, String body, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void begin() {
        if (ice != null) return;
        ice = Ice.incident("Isstorm med felskrivningar");
        agreed = Ice.incident("Isstorm som det enats om").agreed();
        exercise = Ice.signal("Övning i isstorm", ",\"exercise\":true");
        closed = Ice.signal("Bara för Länsstyrelsen", ",\"marking\":{\"audience\":[\"actor:lst\"]}");
    }

    static List<Mistake> mistakes() {
        begin();
        var all = new ArrayList<Mistake>();
        fields(all);
        texts(all);
        times(all);
        mandates(all);
        shapes(all);
        asked(all);
        return all;
    }

    private static void fields(List<Mistake> all) {
        all.add(post("misspelt field", 400, "lst.tib", "/api/incidents", "{\"titel\":\"Snö\"}", "titel"));
        all.add(post(
                "unknown field", 400, "taby.tib", reports(), "{\"status\":\"GREEN\",\"hapened\":\"a\"}", "hapened"));
        all.add(post(
                "unknown field inside",
                400,
                "taby.tib",
                reports(),
                "{\"status\":\"GREEN\",\"happened\":\"a\",\"marking\":{\"audiense\":[]}}",
                "audiense"));
        all.add(post("unknown field of nothing", 400, "lst.chef", agreement(ice), "{\"reeson\":\"a\"}", "reeson"));
        all.add(post(
                "a stance for another actor (A4)",
                400,
                "polisen.chef",
                stances(agreed),
                "{\"stance\":\"ACCEPTS\",\"actor\":\"taby\"}",
                "actor"));
        all.add(post(
                "a report for another actor (A4)",
                400,
                "polisen.tib",
                reports(),
                "{\"status\":\"GREEN\",\"happened\":\"a\",\"actor\":\"taby\"}",
                "actor"));
        all.add(post(
                "unknown status", 400, "taby.tib", reports(), "{\"status\":\"PURPLE\",\"happened\":\"a\"}", "status"));
        all.add(post("status as a number", 400, "taby.tib", reports(), "{\"status\":1,\"happened\":\"a\"}", "status"));
        all.add(post("status as a huge number", 400, "taby.tib", reports(), "{\"status\":1e999999999}", "status"));
        all.add(post("no status", 422, "taby.tib", reports(), "{\"happened\":\"a\"}", ""));
        all.add(post(
                "a measure that is no id",
                400,
                "polisen.chef",
                stances(agreed),
                "{\"stance\":\"ACCEPTS\",\"measure\":\"a\"}",
                "measure"));
    }

    private static void texts(List<Mistake> all) {
        all.add(post("no title", 422, "lst.tib", "/api/incidents", "{}", "title"));
        all.add(post("empty title", 422, "lst.tib", "/api/incidents", "{\"title\":\"\"}", "title"));
        all.add(post("blank title", 422, "lst.tib", "/api/incidents", "{\"title\":\" \\n\\t\\u0000\"}", "title"));
        all.add(post(
                "title of nothing seen", 422, "lst.tib", "/api/incidents", "{\"title\":\"\\u202e\\u2066\"}", "title"));
        var long100 = "a".repeat(100_000);
        all.add(post("title of 100 000", 422, "lst.tib", "/api/incidents", "{\"title\":\"" + long100 + "\"}", "title"));
        all.add(post(
                "report of 100 000",
                422,
                "taby.tib",
                reports(),
                "{\"status\":\"GREEN\",\"happened\":\"" + long100 + "\"}",
                ""));
        all.add(post(
                "a direction's aim of 100 000",
                422,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"" + long100 + "\"}",
                "aim"));
        all.add(post(
                "a message without text",
                422,
                "taby.tib",
                "/api/incidents/" + ice.incident() + "/messages",
                "{\"title\":\"a\",\"audience\":\"b\"}",
                ""));
        all.add(post(
                "a decision without reason (C5)",
                422,
                "taby.tib",
                notes(),
                "{\"kind\":\"DECISION\",\"text\":\"a\"}",
                ""));
        all.add(post(
                "a stance without reason (D3)", 422, "polisen.chef", stances(agreed), "{\"stance\":\"DECLINES\"}", ""));
    }

    private static void times(List<Mistake> all) {
        var future = OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30);
        var late = OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(90);
        for (var path : List.of(reports(), notes()))
            for (var body :
                    List.of("{\"status\":\"GREEN\",\"happened\":\"a\",", "{\"text\":\"a\",\"kind\":\"NOTE\",")) {
                if (path.equals(reports()) != body.contains("status")) continue;
                all.add(post("in the future", 422, "taby.tib", path, body + "\"occurredAt\":\"" + future + "\"}", ""));
                all.add(post(
                        "late without saying why (C5)",
                        422,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"" + late + "\"}",
                        ""));
                all.add(post(
                        "late for a blank reason (C5)",
                        422,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"" + late + "\",\"lateBecause\":\" \"}",
                        ""));
                all.add(post(
                        "without offset",
                        400,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"2026-01-14T10:00:00\"}",
                        "occurredAt"));
                all.add(post("not a time", 400, "taby.tib", path, body + "\"occurredAt\":\"i går\"}", "occurredAt"));
                all.add(post(
                        "the year 999999999",
                        422,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"+999999999-12-31T23:59:59Z\"}",
                        ""));
                all.add(post(
                        "the year -999999999",
                        422,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":\"-999999999-01-01T00:00:00Z\",\"lateBecause\":\"a\"}",
                        ""));
                all.add(post(
                        "a huge number as time",
                        400,
                        "taby.tib",
                        path,
                        body + "\"occurredAt\":99999999999999999999}",
                        "occurredAt"));
            }
        all.add(post(
                "a signal in the future",
                422,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"occurredAt\":\"" + future + "\"}",
                ""));
        all.add(post(
                "a signal without offset",
                400,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"occurredAt\":\"2026-01-14T10:00:00\"}",
                "occurredAt"));
        all.add(post(
                "a signal from before Christ",
                422,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"occurredAt\":\"-999999999-01-01T00:00:00Z\"}",
                ""));
        all.add(post(
                "an exercise in the year 999999999",
                422,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"exercise\":{\"clock\":\"+999999999-01-01T00:00:00Z\"}}",
                ""));
        all.add(post(
                "an exercise's clock put far forward",
                422,
                "lst.tib",
                "/api/incidents/" + exercise + "/clock",
                "{\"now\":\"+999999999-01-01T00:00:00Z\"}",
                ""));
        all.add(post(
                "an exercise's clock put nowhere",
                422,
                "lst.tib",
                "/api/incidents/" + exercise + "/clock",
                "{}",
                "now"));
        all.add(post(
                "an exercise without offset",
                400,
                "lst.tib",
                "/api/incidents",
                "{\"title\":\"a\",\"exercise\":{\"clock\":\"2026-01-14T10:00:00\"}}",
                "exercise"));
    }

    private static void mandates(List<Mistake> all) {
        all.add(post(
                "convening without the mandate (I2)",
                403,
                "taby.tib",
                "/api/incidents/" + ice.incident() + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"polisen\"]}",
                ""));
        all.add(post("agreed on the wrong level (A6)", 403, "lst.tib", agreement(ice), "{}", ""));
        all.add(post("agreed by who does not chair", 403, "polisen.chef", agreement(ice), "{}", ""));
        all.add(post("a stance without the mandate", 403, "komm", stances(agreed), "{\"stance\":\"ACCEPTS\"}", ""));
        all.add(post(
                "a stance on another's measure (D3)",
                422,
                "taby.chef",
                stances(agreed),
                "{\"stance\":\"ACCEPTS\",\"measure\":\"" + agreed.measure() + "\"}",
                ""));
        all.add(post(
                "a stance on no measure",
                422,
                "taby.chef",
                stances(agreed),
                "{\"stance\":\"ACCEPTS\",\"measure\":\"" + NOBODYS + "\"}",
                ""));
        all.add(post("a stance before it is agreed", 422, "taby.chef", stances(ice), "{\"stance\":\"ACCEPTS\"}", ""));
        all.add(post(
                "a report to what one may not see",
                404,
                "taby.tib",
                "/api/incidents/" + closed + "/reports",
                "{\"status\":\"GREEN\",\"happened\":\"a\"}",
                ""));
        all.add(post(
                "an outsider's report",
                404,
                "utom.flygplats",
                reports(),
                "{\"status\":\"GREEN\",\"happened\":\"a\"}",
                ""));
        all.add(post(
                "no such actor",
                422,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[\"atlantis\"]}",
                "atlantis"));
        all.add(post(
                "no such audience",
                422,
                "taby.tib",
                notes(),
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"marking\":{\"audience\":[\"actor:atlantis\"]}}",
                "atlantis"));
        all.add(post("no token of ours", 401, "nobody", "/api/incidents", "{\"title\":\"a\"}", ""));
    }

    private static void shapes(List<Mistake> all) {
        all.add(post("not JSON", 400, "lst.tib", "/api/incidents", "title=a", ""));
        all.add(post("nothing at all", 400, "lst.tib", "/api/incidents", "", ""));
        all.add(post("JSON's null", 400, "lst.tib", "/api/incidents", "null", ""));
        all.add(post("half of it", 400, "lst.tib", "/api/incidents", "{\"title\":\"a", ""));
        all.add(post("a list", 400, "lst.tib", "/api/incidents", "[]", ""));
        all.add(post(
                "more after the end", 400, "lst.tib", "/api/incidents", "{\"title\":\"a\"} {\"title\":\"b\"}", ""));
        all.add(post(
                "the same field twice", 400, "lst.tib", "/api/incidents", "{\"title\":\"a\",\"title\":\"b\"}", ""));
        all.add(post(
                "a thousand deep",
                400,
                "lst.tib",
                "/api/incidents",
                "{\"exercise\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
                ""));
        all.add(post(
                "a thousand deep in the feed",
                422,
                "lst.tib",
                "/api/watch/smhi",
                "[".repeat(1_000) + "]".repeat(1_000),
                ""));
        all.add(post("a list in a text", 400, "lst.tib", "/api/incidents", "{\"title\":[\"a\"]}", "title"));
        all.add(post(
                "null in a list",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[null]}",
                ""));
        all.add(post(
                "null in an audience",
                400,
                "taby.tib",
                notes(),
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"marking\":{\"audience\":[null]}}",
                ""));
        all.add(post(
                "null among measures",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"a\",\"measures\":[null]}",
                ""));
        all.add(post(
                "null among priorities",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"a\",\"priorities\":[null]}",
                ""));
        all.add(post(
                "null among messages",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"a\",\"messages\":[null]}",
                ""));
        all.add(post(
                "null among a measure's actors",
                400,
                "lst.chef",
                "/api/incidents/" + ice.incident() + "/directions",
                "{\"aim\":\"a\",\"measures\":[{\"what\":\"a\",\"actors\":[null]}]}",
                ""));
        all.add(post("XML in the feed", 422, "lst.tib", "/api/watch/smhi", "<?xml version=\"1.0\"?><a/>", ""));
        all.add(post("no such feed", 404, "lst.tib", "/api/watch/nosuch", "{}", ""));
        all.add(post("no such address", 404, "lst.tib", "/api/nosuch", "{}", ""));
    }

    private static void asked(List<Mistake> all) {
        for (var limit : List.of("0", "-1", "1001", "99999999999999", "abc", "1e3"))
            all.add(get("limit " + limit, 400, "/api/journal?limit=" + limit));
        for (var cursor : List.of("x", "AAAAAAAAAAAAAAAAAAAAAA", "%00", "a".repeat(2_000)))
            all.add(get("no cursor", 400, "/api/journal?after=" + cursor));
        all.add(get("no cursor for a stream", 400, "/api/live?after=x"));
        for (var at : List.of(
                "x", "2026-01-14T10:00:00", "1768381200", "%2B999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"))
            all.add(get("no time: " + at, 400, "/api/incidents/" + ice.incident() + "/picture?at=" + at));
        all.add(get("no time for a feed", 400, "/api/watch?since=x"));
        all.add(get("no area", 400, "/api/watch?area=atlantis"));
        all.add(get("no id", 404, "/api/incidents/x"));
        all.add(get("no incident's id", 404, "/api/incidents/" + NOBODYS));
        all.add(get("no incident's journal", 404, "/api/journal?incident=" + NOBODYS));
        all.add(get("no year", 400, "/api/agreement/fees?year=x"));
        all.add(get("no actor", 404, "/api/actors/atlantis"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theMistakeIsSaidAndNothingRecorded(Mistake m) {
        long before = position();
        var swedish = send(m, "sv");
        var english = send(m, "en");
        assertThat(position()).as("recorded").isEqualTo(before);
        saidWell(swedish, m.status(), m.says());
        saidWell(english, m.status(), m.says());
        assertThat(detail(swedish)).isNotEqualTo(detail(english));
    }

    private static Answer send(Mistake m, String language) {
        var as = Running.as(m.account());
        var request = as.request(m.path(), "application/json").header("Accept-Language", language);
        if (m.body().equals("GET")) return as.send(request.GET());
        return as.send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(m.body())));
    }

    private static void saidWell(Answer answer, int status, String says) {
        answer.expect(status);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(detail(answer)).isNotBlank().contains(says).hasSizeLessThan(1_000);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "org.", "java.", "select ", "SQL", "{0}");
    }

    private static String detail(Answer answer) {
        return answer.json().get("detail").asString();
    }

    private static long position() {
        return Running.server().part(Journal.class).position();
    }

    /** Every address that the OpenAPI document names, of our own incident or of nobody's. */
    static List<String> addresses() {
        begin();
        var all = new ArrayList<String>();
        Running.as("lst.tib")
                .get("/api/openapi.json")
                .expect(200)
                .json()
                .get("paths")
                .properties()
                .forEach(path -> {
                    if (path.getValue().has("post"))
                        for (var id : List.of(
                                path.getKey().contains("directions/{")
                                        ? ice.direction()
                                        : path.getKey().contains("forums/{") ? ice.forum() : ice.incident(),
                                NOBODYS))
                            all.add(path.getKey()
                                    .replace("{id}", id.toString())
                                    .replaceAll("\\{.*?}", ice.measure().toString()));
                });
        return all;
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anEmptyFormIsNoFaultOfOurs(String path) {
        for (var body : List.of("{}", "{\"reason\":7,\"marking\":{}}", "[[]]"))
            assertThat(Running.as("taby.tib").post(path, body).status())
                    .as(body)
                    .isBetween(201, 499);
    }

    /** Promise 2: whether it is there is not told either. */
    @Test
    void whatOneMayNotSeeIsAnsweredAsWhatIsNotThere() {
        var body = "{\"status\":\"GREEN\",\"happened\":\"a\"}";
        var hidden = Running.as("taby.tib")
                .post("/api/incidents/" + closed + "/reports", body)
                .expect(404);
        var nothing = Running.as("taby.tib")
                .post("/api/incidents/" + NOBODYS + "/reports", body)
                .expect(404);
        assertThat(hidden.body()).isEqualTo(nothing.body());
        assertThat(Running.as("taby.tib")
                        .get("/api/incidents/" + closed)
                        .expect(404)
                        .body())
                .isEqualTo(Running.as("taby.tib")
                        .get("/api/incidents/" + NOBODYS)
                        .expect(404)
                        .body());
        Running.as("lst.chef").get("/api/incidents/" + closed).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Snö ❄️ 👩‍🚒 🇸🇪",
                "عاصفة ثلجية",
                "a\\u202eb\\u0000c\\u0007d\\u2066",
                "\\ud83d ensam",
                "<script>alert(1)</script>",
                "${1+1} #{2} {0} %s '; drop table entry; --",
                "e\\u0301\\u0301\\u0301\\u0301\\u0301",
                "\\ufeff\\u200b x"
            })
    void oddTextIsKeptOrCleaned(String title) {
        var id = Ice.signal(title, "");
        var lst = Running.as("lst.tib");
        var kept =
                lst.get("/api/incidents/" + id).expect(200).json().get("title").asString();
        assertThat(kept).isNotBlank().doesNotMatch("(?s).*[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069].*");
        for (var page : List.of("/incidents/" + id, "/incidents/" + id + "/picture", "/incidents", "/", "/search?q=x"))
            assertThat(lst.page(page).expect(200).body()).doesNotContain("<script>alert");
        lst.get("/api/journal?incident=" + id).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "x"
            })
    void anotherContentTypeIsRefused(String type) {
        long before = position();
        var lst = Running.as("lst.tib");
        var answer = lst.send(lst.request("/api/incidents", "application/json")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"title\":\"a\"}")));
        assertThat(answer.status()).isIn(400, 415);
        saidWell(answer, answer.status(), "");
        assertThat(position()).isEqualTo(before);
    }

    @Test
    void aKeyThatIsNoUuidIsNamed() {
        long before = position();
        var lst = Running.as("lst.tib");
        var answer = lst.send(lst.request("/api/incidents", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "x")
                .POST(BodyPublishers.ofString("{\"title\":\"a\"}")));
        saidWell(answer, 400, "x");
        assertThat(position()).isEqualTo(before);
    }

    /** Had it been fetched, the listener would have been rung. */
    @Test
    void anExternalEntityIsNotFetched() throws Exception {
        try (var rung = java.nio.channels.ServerSocketChannel.open()) {
            rung.bind(new java.net.InetSocketAddress("127.0.0.1", 0)).configureBlocking(false);
            var port = ((java.net.InetSocketAddress) rung.getLocalAddress()).getPort();
            var xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1:" + port
                    + "/\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><a>&b;&c;</a>";
            var answer = Running.as("lst.tib").post("/api/watch/smhi", xml);
            saidWell(answer, 422, "");
            assertThat(answer.body()).doesNotContain("root:");
            assertThat(rung.accept()).isNull();
        }
    }

    /** Late with a reason is taken (C5): what the mistakes above are measured against. */
    @Test
    void lateWithAReasonIsTaken_C5() {
        var late = Instant.now().minus(Duration.ofMinutes(90));
        Running.as("taby.tib")
                .post(
                        notes(),
                        "{\"kind\":\"NOTE\",\"text\":\"a\",\"occurredAt\":\"" + late
                                + "\",\"lateBecause\":\"Nätet låg nere\"}")
                .expect(201);
    }

    private static Mistake post(String name, int status, String account, String path, String body, String says) {
        return new Mistake(name, status, account, path, body, says);
    }

    private static Mistake get(String name, int status, String path) {
        return new Mistake(name, status, "lst.tib", path, "GET", "");
    }

    private static String reports() {
        return "/api/incidents/" + ice.incident() + "/reports";
    }

    private static String notes() {
        return "/api/incidents/" + ice.incident() + "/notes";
    }

    private static String agreement(Ice of) {
        return "/api/directions/" + of.direction() + "/agreement";
    }

    private static String stances(Ice of) {
        return "/api/directions/" + of.direction() + "/stances";
    }
}
