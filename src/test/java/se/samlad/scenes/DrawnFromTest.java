package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.Running.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;

/** Every edit, and every act that vouches for a text, says which version it was drawn from; or this says why it needs not. */
class DrawnFromTest {

    /** Forms that are drawn from an earlier text only sometimes. */
    private static final Map<String, String> SOMETIMES = Map.ofEntries(
            Map.entry(
                    "/agreement/signatures",
                    "an actor's own; the secretariat's note is refused where the actor has said so itself"),
            Map.entry("/agreement/accessions", "likewise"),
            Map.entry("/agreement/departures", "likewise"),
            Map.entry(
                    "/incidents/*/log", "a row is drawn from nothing; a report, where it was begun from the last one"),
            Map.entry("/incidents/*/directions", "only a new version of an earlier one"),
            Map.entry("/cases/*/sections", "a new section is drawn from nothing"),
            Map.entry("/prepared/*/wording", "the first text is drawn from nothing"),
            Map.entry("/prepared/*/checklist", "the first checklist is drawn from nothing"),
            Map.entry("/goals/*/areas", "a new area is drawn from nothing"),
            Map.entry("/plan/*/budget", "only where one was set before"),
            Map.entry("/lessons/*/measure", "a new measure is drawn from nothing"),
            Map.entry("/lessons/*/lesson", "the first words are drawn from nothing"),
            Map.entry("/incidents/*/reports", "only where there is a report to confirm"),
            Map.entry("/actors/*/functions/*/paths", "only where something was said of it before"),
            Map.entry("/reviews/*/sections", "a new section is drawn from nothing"),
            Map.entry("/reviews/*/findings", "a new finding is drawn from nothing"));

    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*?action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);

    private record Found(String account, String action, Map<String, String> hidden) {}

    private static Map<String, HandlerMethod> verbs() {
        var verbs = new TreeMap<String, HandlerMethod>();
        Running.server()
                .part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!info.getMethodsCondition().getMethods().contains(RequestMethod.POST)) return;
                    if (!takes(handler, Once.class)) return;
                    info.getPatternValues().stream()
                            .filter(path -> !path.startsWith("/api/"))
                            .forEach(path -> verbs.put(path.replaceAll("\\{\\w+}", "*"), handler));
                });
        return verbs;
    }

    private static boolean takes(HandlerMethod handler, Class<?> what) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(each -> each.getParameterType() == what);
    }

    private static Set<String> drawn() {
        return verbs().entrySet().stream()
                .filter(verb -> takes(verb.getValue(), DrawnFrom.class))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyAddressThatIsWrittenToIsDrawnFromAVersionOrSaysWhyNot() {
        var without = new TreeSet<>(verbs().keySet());
        without.removeAll(drawn());
        assertThat(without).isEqualTo(new TreeSet<>(DrawnFromNothing.ADDRESSES.keySet()));
    }

    /** Each with another version than the one that holds: refused, and nothing recorded. */
    @Test
    void everySuchFormCarriesItsVersionAndIsRefusedWithAnother() {
        var forms = forms();
        var addresses = drawn();
        addresses.remove("/incidents/*/log");
        assertThat(forms.keySet()).containsAll(addresses);
        for (var form : forms.values()) {
            if (!addresses.contains(Hands.action(form.action()))) continue;
            var other = new java.util.LinkedHashMap<>(form.hidden());
            assertThat(other.put("drawn", UUID.randomUUID().toString()))
                    .as(form.toString())
                    .isNotNull();
            long before = Running.server().position();
            var answer = Visitor.of(form.account()).post(form.action(), other);
            assertThat(answer.status()).as(form + answer.body()).isEqualTo(409);
            assertThat(Running.server().position()).as(form.action()).isEqualTo(before);
        }
    }

    /** One form for each address, of those that are drawn from something. */
    private static Map<String, Found> forms() {
        var scene = Prepared.incident("Is med alla versioner");
        var found = new TreeMap<String, Found>();
        for (var account : List.of(
                "lst.tib", "lst.chef", "taby.tib", "polisen.tib", "polisen.chef", "komm", "kansli", "taby.admin"))
            for (var path : pages(scene)) {
                var page = Running.as(account).page(path).body();
                FORM.matcher(page).results().forEach(form -> {
                    var action = Hands.action(form.group(1));
                    if (!drawn().contains(action)) return;
                    var hidden = Visitor.hidden(form.group(), "<form");
                    boolean has = hidden.containsKey("drawn");
                    assertThat(has || SOMETIMES.containsKey(action))
                            .as("%s as %s: %s carries its version", path, account, action)
                            .isTrue();
                    if (has) found.putIfAbsent(action, new Found(account, form.group(1), hidden));
                });
            }
        return found;
    }

    private static List<String> pages(Prepared scene) {
        var base = "/api/incidents/" + scene.incident();
        var draft =
                post("taby.tib", base + "/messages", "{\"title\":\"a\",\"text\":\"b\",\"audience\":\"Allmänheten\"}");
        var agreed =
                post("taby.tib", base + "/messages", "{\"title\":\"c\",\"text\":\"d\",\"audience\":\"Allmänheten\"}");
        for (var step : List.of("check", "agreement")) post("komm", base + "/messages/" + agreed + "/" + step, "{}");
        var proposal = post("lst.chef", base + "/directions", "{\"aim\":\"Ingen ska frysa\"}");
        var more = new ArrayList<>(List.of("/directions/" + proposal, "/directions/" + proposal + "/wording"));
        for (var message : List.of(draft, agreed))
            more.add("/incidents/" + scene.incident() + "/messages?m=" + message);
        post("taby.admin", "/api/actors/taby/sign-in", "{\"issuer\":\"https://taby.example\",\"client\":\"samlad\"}");
        more.add("/actors/taby/sign-in");
        var need = post("taby.tib", base + "/notes", "{\"kind\":\"NEED\",\"text\":\"Sand\"}");
        for (var row : List.of(scene.note(), need)) more.add("/reports/" + row + "/correction");
        more.add("/incidents/" + scene.incident() + "/direction/propose?from=" + scene.direction());
        ActsOnAgreement.ready(Running.server(), 2043);
        more.add("/agreement/fees?year=2043");
        var meeting = ActsOnMeetings.some();
        var point = post("taby.tib", "/api/meetings/" + meeting + "/points", "{\"title\":\"Sand\"}");
        more.add("/meetings/" + meeting + "?line=" + point);
        more.add("/meetings/" + ActsOnMeetings.called("kansli", "samordningsgruppen", Instant.now()));
        var closed = ActsOnMeetings.some();
        post("kansli", "/api/meetings/" + closed + "/closing", "{\"adjusters\":[\"taby\"]}");
        more.add("/meetings/" + closed);
        var written = CaseTest.after("examination");
        post(
                "taby.tib",
                "/api/cases/" + written + "/sections",
                "{\"of\":\"PROPOSAL\",\"heading\":\"Kostnad\",\"text\":\"Två miljoner\"}");
        more.add("/cases/" + written);
        var reported = "examination proposal decision project report";
        for (var steps : List.of("examination", "examination proposal", reported))
            more.add("/cases/" + CaseTest.after(steps));
        return Stream.concat(Pages.all(scene).stream(), more.stream()).toList();
    }
}
