package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samlad.web.Languages;

/** What somebody wrote is never lost: not by a mistake, not by a session that ended. */
class FormsKeepWhatWasTypedTest {

    private static final String TYPED = "Vi stänger \"skolan\" <i morgon> & på fredag";
    private static final String SHOWN = "Vi stänger \"skolan\" &lt;i morgon&gt; &amp; på fredag";
    private static final String QUOTED = "Vi stänger &#34;skolan&#34; &lt;i morgon> &amp; på fredag";
    private static Ice ice;

    @BeforeAll
    static void begin() {
        ice = Ice.incident("Isstorm med formulär").agreed();
    }

    @Test
    void aDecisionWithoutReasonIsShownAgain_C5() {
        var page = refused(
                "taby.tib",
                "/incidents/" + ice.incident(),
                "id=\"log-" + ice.incident(),
                log(),
                Map.of("kind", "DECISION", "text", TYPED));
        assertThat(page).contains("class=\"wrong\"", SHOWN, "value=\"DECISION\" checked");
    }

    @Test
    void aReportThatIsTooLateIsShownAgain_C5() {
        var page = refused(
                "taby.tib",
                "/incidents/" + ice.incident(),
                "id=\"report-" + ice.incident(),
                log(),
                Map.of("kind", "YELLOW", "text", TYPED, "needs", "Sand", "occurredAt", "2020-01-01T10:00"));
        assertThat(page)
                .contains(
                        "class=\"wrong\"",
                        SHOWN,
                        ">Sand</textarea>",
                        "value=\"2020-01-01T10:00\"",
                        "value=\"YELLOW\" required checked");
    }

    @Test
    void aSignalWithoutTitleIsShownAgain_I1() {
        var page = refused("taby.tib", "/", "id=\"signal\"", "/incidents", Map.of("title", "  "));
        assertThat(page).contains("class=\"wrong\"", "id=\"signal-title\"");
    }

    @Test
    void aSignalWithTooMuchIsShownAgain_I1() {
        var page = refused("taby.tib", "/", "id=\"signal\"", "/incidents", Map.of("title", TYPED + "a".repeat(300)));
        assertThat(page).contains("class=\"wrong\"", SHOWN + "a".repeat(300));
    }

    @Test
    void aStanceWithoutReasonIsShownAgain_D3() {
        var page = refused(
                "polisen.chef",
                "/incidents/" + ice.incident() + "/direction",
                "id=\"stance-" + ice.direction(),
                "/directions/" + ice.direction() + "/stances",
                Map.of("stance", "DECLINES"));
        assertThat(page).contains("class=\"wrong\"", "value=\"DECLINES\" required checked");
    }

    @Test
    void aMessageWithoutTextIsShownAgain_K2() {
        var path = "/incidents/" + ice.incident() + "/messages";
        var page = refused(
                "taby.tib",
                path,
                "id=\"message-new-",
                path,
                Map.of("title", TYPED, "text", "", "audience", "Allmänheten"));
        assertThat(page).contains("class=\"wrong\"", QUOTED);
    }

    /** Answers the page as it came back. */
    private static String refused(String account, String page, String form, String action, Map<String, String> typed) {
        var visitor = Visitor.of(account);
        var fields =
                Visitor.hidden(visitor.get(page).expect(200).body(), form.startsWith("/") ? "action=\"" + form : form);
        assertThat(fields).containsKeys("form", "page", "once");
        fields.putAll(typed);
        long before = Running.server().position();
        var answer = visitor.post(action, fields).expect(422);
        assertThat(Running.server().position()).isEqualTo(before);
        assertThat(answer.body()).contains("<title>").doesNotContain("<i morgon>", "Exception");
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "X-Nothing, said"
    })
    void aFormFromAnotherOriginIsRefused(String header, String origin) {
        var visitor = Visitor.of("taby.tib");
        long before = Running.server().position();
        visitor.post("/incidents", Map.of("title", "Från någon annan"), header, origin)
                .expect(403);
        assertThat(Running.server().position()).isEqualTo(before);
    }

    @Test
    void whatWasSentAfterTheSessionEndedIsShownAndSent() {
        var visitor = Visitor.of("taby.tib");
        var door = sentTooLate(visitor);
        assertThat(door).contains(SHOWN).doesNotContain("name=\"text\"");

        var confirm = visitor.signIn("taby.tib", Visitor.hidden(door, "action=\"/sign-in\""))
                .expect(200)
                .body();
        assertThat(confirm)
                .contains(SHOWN, "id=\"pending\"", "Skriv i loggen", "Du agerar som Tjänsteman i beredskap, Täby")
                .doesNotContain(">NOTE<", ">incident<");
        long before = Running.server().position();
        visitor.post(log(), Visitor.hidden(confirm, "id=\"pending\"")).expect(200);
        assertThat(Running.server().position()).isEqualTo(before + 1);
        assertThat(visitor.get("/incidents/" + ice.incident()).body()).contains(SHOWN);
        assertThat(visitor.get("/sign-in/confirm").expect(200).body())
                .as("it is sent once")
                .doesNotContain("id=\"pending\"");
    }

    @Test
    void whatIsNotWantedAnyMoreIsThrownAway() {
        var visitor = Visitor.of("taby.tib");
        var confirm = visitor.signIn("taby.tib", Visitor.hidden(sentTooLate(visitor), "action=\"/sign-in\""))
                .body();
        var page = visitor.post("/sign-in/confirm", Visitor.hidden(confirm, "action=\"/sign-in/confirm\""))
                .expect(200)
                .body();
        assertThat(page).doesNotContain("id=\"pending\"");
    }

    /** Another site's link has nothing to say about what is sent, and another browser has nothing to send. */
    @Test
    void noAddressMakesAFormThatWaits() {
        var link = "/sign-in/confirm?pending-action=/directions/" + ice.direction() + "/agreement&action=/directions/"
                + ice.direction() + "/agreement&pending:reason=Ja&to=/actors";
        var visitor = Visitor.of("taby.tib");
        assertThat(visitor.get(link).expect(200).body()).doesNotContain("id=\"pending\"", "/agreement\"");
        sentTooLate(visitor);
        visitor.signIn("taby.tib", Map.of("to", "/"));
        assertThat(visitor.get(link).expect(200).body())
                .contains("id=\"pending\"")
                .doesNotContain("/agreement\"");
        assertThat(Visitor.of("taby.tib").get("/sign-in/confirm").expect(200).body())
                .doesNotContain("id=\"pending\"");
    }

    /** What is none of our forms is not kept: nobody could be told what it does. */
    @Test
    void everyFormThatMayWaitSaysWhatItDoes() {
        var texts = Running.server().part(Languages.class).in("sv");
        var without = Running.server().part(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> !path.startsWith("/api/") && !path.startsWith("/sign-in") && !path.equals("/acting"))
                .map(path -> "act" + path.replaceAll("/\\{\\w+}", "").replace('/', '.'))
                .filter(key -> !texts.has(key));
        assertThat(without).isEmpty();
    }

    @Test
    void aWrongPasswordDoesNotLoseIt() {
        var visitor = Visitor.of("taby.tib");
        var along = new LinkedHashMap<>(Visitor.hidden(sentTooLate(visitor), "action=\"/sign-in\""));
        along.put("account", "taby.tib");
        along.put("password", "fel");
        var door = visitor.post("/sign-in", along).expect(200).body();
        assertThat(door).contains("hör inte ihop", "Det du skrev finns kvar");
        var confirm = visitor.signIn("taby.tib", Visitor.hidden(door, "action=\"/sign-in\""))
                .expect(200)
                .body();
        assertThat(confirm).contains(SHOWN, "id=\"pending\"");
    }

    /** It is not the other's, and is neither shown to it nor sent in its name. */
    @Test
    void anotherAccountDoesNotGetIt() {
        var visitor = Visitor.of("taby.tib");
        var along = Visitor.hidden(sentTooLate(visitor), "action=\"/sign-in\"");
        long before = Running.server().position();
        var page = visitor.signIn("solna.tib", along).expect(200).body();
        assertThat(page).doesNotContain("skolan", "id=\"pending\"");
        assertThat(Running.server().position()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"})
    void nobodyIsSentElsewhereBySigningIn(String to) {
        var visitor = Visitor.of("taby.tib");
        var answer = visitor.signIn("taby.tib", Map.of("to", to));
        assertThat(answer.response().uri().toString())
                .startsWith(Running.server().url());
        for (var path : List.of("/language/en?to=", "/sign-in?to="))
            assertThat(Running.as("taby.tib")
                            .page(path + URLEncoder.encode(to, StandardCharsets.UTF_8))
                            .response()
                            .headers()
                            .firstValue("Location")
                            .orElse("/"))
                    .isEqualTo("/");
        for (var path : List.of("/acting", "/incidents"))
            assertThat(visitor.post(path, Map.of("function", "taby/tib", "title", "Is", "page", to))
                            .response()
                            .uri()
                            .toString())
                    .startsWith(Running.server().url());
    }

    /** A refused form comes back to a page that has it, and to nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/actors/lst",
                "/api/journal",
                "/api/live",
                "/live?p=desk.turn",
                "/public/messages.json",
                "/health",
                "/css/samlad.css",
                "/actors",
                "/sign-in",
                "/sign-out",
                "/error",
                "/there-is-no-such",
                "/incidents/1",
                "//evil.example",
                "/acting"
            })
    void aRefusedFormComesBackToNoOtherPage(String page) {
        var visitor = Visitor.of("taby.tib");
        var fields = Visitor.hidden(visitor.get("/").expect(200).body(), "id=\"signal\"");
        fields.put("page", page);
        fields.put("title", " ");
        fields.put("text", TYPED);
        var answer = visitor.post("/incidents", fields).expect(422);
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("id=\"sent\"", SHOWN);
        visitor.get("/turn").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/language/sv", "/public", "/health", "/sign-in", "/incidents"})
    void nobodyWhoHasNotSignedInIsShownAPageByAForm(String action) {
        Running.server();
        for (var page : List.of("/api/actors/lst", "/actors", "/")) {
            var answer = Visitor.stranger().post(action, Map.of("page", page, "form", "a", "once", "b"));
            assertThat(answer.body()).doesNotContain("mandate", "id=\"signal\"", "class=\"top\"");
        }
    }

    private static String sentTooLate(Visitor visitor) {
        var fields = Visitor.hidden(
                visitor.get("/incidents/" + ice.incident()).expect(200).body(), "id=\"log-" + ice.incident());
        fields.put("kind", "NOTE");
        fields.put("text", TYPED);
        visitor.sessionEnds();
        long before = Running.server().position();
        var door = visitor.post(log(), fields).expect(401).body();
        assertThat(Running.server().position()).isEqualTo(before);
        return door;
    }

    private static String log() {
        return "/incidents/" + ice.incident() + "/log";
    }
}
