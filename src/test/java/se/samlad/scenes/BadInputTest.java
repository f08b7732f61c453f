package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Mistakes.*;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.scenes.Running.Answer;

/** Each mistake gets its status, says what to mend in the reader's language, and records nothing. */
class BadInputTest {

    @BeforeAll
    static void begin() {
        Mistakes.begin();
    }

    @ParameterizedTest
    @MethodSource("se.samlad.scenes.Mistakes#mistakes")
    void theMistakeIsSaidAndNothingRecorded(Mistakes.Mistake m) {
        long before = Running.server().position();
        var swedish = send(m, "sv");
        var english = send(m, "en");
        assertThat(Running.server().position()).as("recorded").isEqualTo(before);
        saidWell(swedish, m.status(), m.says());
        saidWell(english, m.status(), m.says());
        assertThat(detail(swedish)).isNotEqualTo(detail(english));
    }

    private static Answer send(Mistakes.Mistake m, String language) {
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
                "${1+1} #{9} {9} %s '; drop table entry; --",
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
        long before = Running.server().position();
        var lst = Running.as("lst.tib");
        var answer = lst.send(lst.request("/api/incidents", "application/json")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"title\":\"a\"}")));
        assertThat(answer.status()).isIn(400, 415);
        saidWell(answer, answer.status(), "");
        assertThat(Running.server().position()).isEqualTo(before);
    }

    @Test
    void aKeyThatIsNoUuidIsNamed() {
        long before = Running.server().position();
        var lst = Running.as("lst.tib");
        var answer = lst.send(lst.request("/api/incidents", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "x")
                .POST(BodyPublishers.ofString("{\"title\":\"a\"}")));
        saidWell(answer, 400, "x");
        assertThat(Running.server().position()).isEqualTo(before);
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
}
