package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.journal.Journal;

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
                "taby.tib", "/incidents/" + ice.incident(), log(), log(), Map.of("kind", "DECISION", "text", TYPED));
        assertThat(page).contains("class=\"mistakes\"", SHOWN, "value=\"DECISION\" checked");
    }

    @Test
    void aReportThatIsTooLateIsShownAgain_C5() {
        var page = refused(
                "taby.tib",
                "/incidents/" + ice.incident(),
                log(),
                log(),
                Map.of("kind", "YELLOW", "text", TYPED, "needs", "Sand", "occurredAt", "2020-01-01T10:00"));
        assertThat(page)
                .contains(
                        "class=\"mistakes\"",
                        SHOWN,
                        ">Sand</textarea>",
                        "value=\"2020-01-01T10:00\"",
                        "value=\"YELLOW\" checked");
    }

    @Test
    void aSignalWithoutTitleIsShownAgain_I1() {
        var page = refused("taby.tib", "/", "id=\"signal\"", "/incidents", Map.of("title", "  "));
        assertThat(page).contains("class=\"mistakes\"", "id=\"signal-title\"");
    }

    @Test
    void aSignalWithTooMuchIsShownAgain_I1() {
        var page = refused("taby.tib", "/", "id=\"signal\"", "/incidents", Map.of("title", TYPED + "a".repeat(300)));
        assertThat(page).contains("class=\"mistakes\"", SHOWN + "a".repeat(300));
    }

    @Test
    void aStanceWithoutReasonIsShownAgain_D3() {
        var page = refused(
                "polisen.chef",
                "/incidents/" + ice.incident() + "/direction",
                "id=\"stance-" + ice.direction(),
                "/directions/" + ice.direction() + "/stances",
                Map.of("stance", "DECLINES"));
        assertThat(page).contains("class=\"mistakes\"", "value=\"DECLINES\" required checked");
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
        assertThat(page).contains("class=\"mistakes\"", QUOTED);
    }

    /** Answers the page as it came back. */
    private static String refused(String account, String page, String form, String action, Map<String, String> typed) {
        var visitor = Visitor.of(account);
        var fields =
                Visitor.hidden(visitor.get(page).expect(200).body(), form.startsWith("/") ? "action=\"" + form : form);
        assertThat(fields).containsKeys("form", "page", "once");
        fields.putAll(typed);
        long before = position();
        var answer = visitor.post(action, fields).expect(422);
        assertThat(position()).isEqualTo(before);
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
        long before = position();
        visitor.post("/incidents", Map.of("title", "Från någon annan"), header, origin)
                .expect(403);
        assertThat(position()).isEqualTo(before);
    }

    @Test
    void whatWasSentAfterTheSessionEndedIsShownAndSent() {
        var visitor = Visitor.of("taby.tib");
        var door = sentTooLate(visitor);
        assertThat(door).contains(QUOTED);

        var confirm = visitor.signIn("taby.tib", Visitor.hidden(door, "action=\"/sign-in\""))
                .expect(200)
                .body();
        assertThat(confirm).contains(SHOWN, "id=\"pending\"");
        long before = position();
        visitor.post(log(), Visitor.hidden(confirm, "id=\"pending\"")).expect(200);
        assertThat(position()).isEqualTo(before + 1);
        assertThat(visitor.get("/incidents/" + ice.incident()).body()).contains(SHOWN);
    }

    @Test
    void aWrongPasswordDoesNotLoseIt() {
        var visitor = Visitor.of("taby.tib");
        var along = new LinkedHashMap<>(Visitor.hidden(sentTooLate(visitor), "action=\"/sign-in\""));
        along.put("account", "taby.tib");
        along.put("password", "fel");
        var door = visitor.post("/sign-in", along).expect(401).body();
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
        long before = position();
        var page = visitor.signIn("solna.tib", along).expect(200).body();
        assertThat(page).doesNotContain("skolan", "id=\"pending\"");
        assertThat(position()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example"})
    void nobodyIsSentElsewhereBySigningIn(String to) {
        var visitor = Visitor.of("taby.tib");
        var answer = visitor.signIn("taby.tib", Map.of("to", to));
        assertThat(answer.response().uri().toString())
                .startsWith(Running.server().url());
    }

    private static String sentTooLate(Visitor visitor) {
        var fields = Visitor.hidden(
                visitor.get("/incidents/" + ice.incident()).expect(200).body(), "action=\"" + log());
        fields.put("kind", "NOTE");
        fields.put("text", TYPED);
        visitor.sessionEnds();
        long before = position();
        var door = visitor.post(log(), fields).expect(401).body();
        assertThat(position()).isEqualTo(before);
        return door;
    }

    private static String log() {
        return "/incidents/" + ice.incident() + "/log";
    }

    private static long position() {
        return Running.server().part(Journal.class).position();
    }
}
