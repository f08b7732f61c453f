package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.access.AccessFact;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.scenes.Running.Answer;

/** Nobody acts as a function that it did not choose, or does not hold (A4, A6). */
class WhoseNameTest {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");

    /** Forms by which nothing is done in a function's name. */
    private static final Set<String> NOBODYS = Set.of(
            "live/acting",
            "web/error",
            "account/sign-in",
            "account/code",
            "account/first",
            "account/first-region",
            "oidc/waiting",
            "callout/answer",
            "people/invitation",
            "duty/vouched",
            "outside/open",
            "outside/signal",
            "outside/guest",
            "question/outsider",
            "question/outsider-open",
            "season/open",
            "season/guest",
            "account/confirm",
            "account/which");

    @ParameterizedTest
    @ValueSource(strings = {"polisen/tib", "lst/kung", "lst", "", "LST/TIB"})
    void aProgramActsAsNoFunctionThatItsAccountDoesNotHold_A6(String function) {
        long before = Running.server().position();
        var asking = Running.as("lst.tib");
        var answer = asking.send(asking.request("/api/incidents", "application/json")
                        .header("Samlad-Function", function)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"title\":\"I annans namn\"}")))
                .expect(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("error.not-held");
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        for (var path : List.of("/api/incidents", "/api/journal", "/api/live", "/api/search?q=is"))
            asking.send(asking.request(path, "application/json")
                            .header("Samlad-Function", function)
                            .GET())
                    .expect(403);
        assertThat(Running.server().position()).isEqualTo(before);
    }

    @Test
    void aPersonCanNotChooseAFunctionThatItDoesNotHold_A6() {
        var visitor = Visitor.of("lst.tib");
        var answer = visitor.post("/acting", Map.of("function", "polisen/tib", "page", "/actors"));
        assertThat(answer.expect(403).body()).contains("action=\"/acting\"", "value=\"lst/tib\"");
        assertThat(as(visitor)).isEqualTo("lst/tib");
        visitor.post("/acting", Map.of("function", "lst/stab", "page", "/")).expect(200);
        assertThat(as(visitor)).isEqualTo("lst/stab");
    }

    @Test
    void whoLosesTheFunctionItChoseIsAskedAndLosesNothingElse_A6() {
        var visitor = Visitor.of("lst.tib");
        visitor.post("/acting", Map.of("function", "lst/stab", "page", "/")).expect(200);
        var form = signal(visitor);
        form.put("title", "Is på <spåret>");
        record(new AccessFact.FunctionTaken("lst.tib", "lst", "stab"));
        try {
            long before = Running.server().position();
            assertThat(visitor.get("/incidents").expect(403).body())
                    .contains("action=\"/acting\"", "name=\"page\" value=\"/incidents\"", "value=\"lst/tib\"")
                    .doesNotContain("value=\"lst/stab\"");
            visitor.get("/api/incidents").expect(403);
            var asked = visitor.post("/incidents", form).expect(403).body();
            assertThat(Running.server().position()).isEqualTo(before);
            assertThat(asked).contains("Is på &lt;spåret&gt;", "name=\"act-as\" value=\"lst/tib\"");
            answered(visitor, asked, "lst/tib").expect(200);
            assertThat(Running.server().position()).isGreaterThan(before);
            assertThat(as(visitor)).isEqualTo("lst/tib");
        } finally {
            record(new AccessFact.FunctionGiven("lst.tib", "lst", "stab"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lst/tib", "lst/stab"})
    void aFormDrawnForAnotherFunctionIsAskedAbout_A4(String chosen) {
        var visitor = Visitor.of("lst.tib");
        var form = signal(visitor);
        form.put("title", "Is \"två\" gånger " + chosen);
        visitor.post("/acting", Map.of("function", "lst/stab", "page", "/")).expect(200);
        long before = Running.server().position();
        var asked = visitor.post("/incidents", form).expect(409).body();
        assertThat(Running.server().position()).isEqualTo(before);
        assertThat(asked).contains("name=\"act-as\" value=\"lst/tib\"", "name=\"act-as\" value=\"lst/stab\"");
        assertThat(asked).contains("Is \"två\" gånger");
        answered(visitor, asked, chosen).expect(200);
        var last = Running.as("lst.tib").get("/api/incidents").expect(200).json().findValuesAsString("id").stream()
                .map(UUID::fromString)
                .map(id -> first(id))
                .filter(entry -> entry.contains("gånger " + chosen))
                .findFirst();
        assertThat(last).hasValueSatisfying(entry -> assertThat(entry)
                .contains("\"function\":\"" + chosen.substring(4) + "\""));
        assertThat(as(visitor)).isEqualTo(chosen);
    }

    @Test
    void noAnswerMakesSomebodyAnother_A4() {
        var visitor = Visitor.of("lst.tib");
        var form = signal(visitor);
        form.put("title", "I annans namn");
        form.put("act-as", "polisen/tib");
        long before = Running.server().position();
        visitor.post("/incidents", form).expect(403);
        assertThat(Running.server().position()).isEqualTo(before);
        assertThat(as(visitor)).isEqualTo("lst/tib");
    }

    @Test
    void everyFormInATemplateSaysWhomItWasDrawnFor() throws IOException {
        var without = new ArrayList<String>();
        var root = Path.of("src/main/jte");
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString().replace(".jte", "");
                FORM.matcher(Files.readString(file)).results().forEach(form -> {
                    if (form.group(1).contains("method=\"post\"")
                            && !form.group(2).contains("@template.web.keys-of-form(")
                            && !NOBODYS.contains(name)) without.add(name + form.group(1));
                });
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void everyFormOnAPageSaysWhomItWasDrawnFor() {
        var scene = Prepared.incident("Is på formulär");
        var found = new TreeSet<String>();
        for (var account : List.of("lst.tib", "lst.chef", "polisen.chef", "taby.tib", "komm")) {
            var asking = Running.as(account);
            var own = as(asking.page("/").body());
            for (var path : Pages.all(scene)) {
                FORM.matcher(asking.page(path).body()).results().forEach(form -> {
                    if (!form.group(1).contains("method=\"post\"")
                            || form.group(1)
                                    .matches(".*action=\"/(acting|sign-in(?:/vouched)?|sign-out|public/signal)\".*"))
                        return;
                    found.add(form.group(1).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID"));
                    assertThat(form.group(2))
                            .as(account + path + form.group(1))
                            .contains("name=\"as\" value=\"" + own + "\"", "name=\"once\" value=\"");
                });
            }
        }
        assertThat(found).hasSizeGreaterThan(20);
    }

    private static Map<String, String> signal(Visitor visitor) {
        return Visitor.hidden(visitor.get("/").expect(200).body(), "id=\"signal\"");
    }

    private static String as(Visitor visitor) {
        return as(visitor.get("/").expect(200).body());
    }

    private static String as(String page) {
        return Visitor.hidden(page, "id=\"signal\"").get("as");
    }

    /** The button by which the person says who stands behind it. */
    private static Answer answered(Visitor visitor, String page, String function) {
        var fields = new LinkedHashMap<>(Visitor.hidden(page, "id=\"which\""));
        fields.put("act-as", function);
        return visitor.post("/incidents", fields);
    }

    private static String first(UUID incident) {
        return Running.as("lst.tib")
                .get("/api/journal?incident=" + incident + "&limit=1")
                .expect(200)
                .body();
    }

    private static void record(AccessFact fact) {
        var stream = Actors.stream("lst");
        Running.server()
                .part(Journal.class)
                .record(
                        new By("system", "lst", "tib"),
                        null,
                        facing -> List.of(Draft.on(stream, stream, fact, Labels.of("actor:lst"))));
    }
}
