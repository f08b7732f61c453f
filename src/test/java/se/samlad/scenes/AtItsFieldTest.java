package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.samlad.web.Languages;

/** A refusal stands at its field, in the field's own words, and nothing hides it. */
class AtItsFieldTest {

    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*?action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("<(?:input|textarea|select)\\b((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern FOLD = Pattern.compile("<(/?)details\\b([^>]*)>");

    private static final Pattern WRONG = Pattern.compile("class=\"wrong\" id=\"([^\"]+)\"");

    /** Fields that only programs send, and those that a form carries hidden. */
    private static final Set<String> OF_PROGRAMS =
            Set.of("marking", "unit", "phase", "purpose", "values", "endpoint", "p256dh", "auth");

    /** What may be taken in spite of all, and would leave the others nothing to be refused in. */
    private static final Pattern ENDS = Pattern.compile("/(stand-down|closing|withdrawal|discard|disposal|agreement)$");

    private record Form(String account, String path, String action, Map<String, String> hidden, Set<String> fields) {}

    /** One form for each address, with the most fields that it has anywhere. */
    private static List<Form> forms() {
        var scene = Prepared.incident("Is med alla fält");
        var found = new LinkedHashMap<String, Form>();
        for (var account : List.of("lst.tib", "lst.chef", "taby.tib", "polisen.chef", "komm"))
            for (var path : Pages.all(scene)) {
                var page = Running.as(account).page(path).body();
                FORM.matcher(page)
                        .results()
                        .filter(form -> form.group().contains("method=\"post\""))
                        .forEach(form -> {
                            var fields = fields(form.group(2));
                            var action = Hands.action(form.group(1));
                            var known = found.get(action);
                            if (fields.isEmpty()
                                    || known != null && known.fields().size() >= fields.size()) return;
                            if (action.equals("/acting") || action.startsWith("/sign-")) return;
                            var hidden = Visitor.hidden(form.group(), "<form");
                            found.put(action, new Form(account, path, form.group(1), hidden, fields));
                        });
            }
        return found.values().stream()
                .sorted(Comparator.comparing(form -> ENDS.matcher(form.action()).find()))
                .toList();
    }

    private static Set<String> fields(String form) {
        var names = new TreeSet<String>();
        CONTROL.matcher(form).results().map(control -> control.group(1)).forEach(control -> {
            var name = NAME.matcher(control);
            if (name.find() && !control.contains("type=\"hidden\"")) names.add(name.group(1));
        });
        return names;
    }

    @Test
    void everyRefusalOfAFieldStandsAtIt() {
        var at = new TreeSet<String>();
        var elsewhere = new TreeSet<String>();
        for (var form : forms()) {
            var visitor = Visitor.of(form.account());
            for (var field : form.fields()) {
                if (field.matches(".*\\[[1-9]\\d*]\\..*")) continue; // a row like the first
                for (var value : List.of(" ", "a".repeat(21_000), "ZZZ"))
                    sent(visitor, form, field, value, at, elsewhere);
            }
        }
        assertThat(elsewhere).isEmpty();
        assertThat(at).hasSizeGreaterThan(40);
    }

    private static void sent(
            Visitor visitor, Form form, String field, String value, Set<String> at, Set<String> elsewhere) {
        var fields = new LinkedHashMap<>(form.hidden());
        for (var other : form.fields())
            if (!other.contains("[") && other.matches(".*(?:title|text|reason|aim|happened|what|name)"))
                fields.put(other, "a");
        fields.put(field, value);
        var answer = visitor.post(form.action(), fields);
        if (answer.status() < 400) return; // taken: the value was none to refuse
        var page = answer.body();
        var told = Hands.action(form.action()) + " " + field + " " + value.substring(0, Math.min(3, value.length()));
        if (page.contains("data-field=\"")) elsewhere.add(told);
        var wrong = WRONG.matcher(page);
        if (!wrong.find()) return;
        at.add(told);
        if (!page.contains("aria-describedby=\"" + wrong.group(1) + "\"")) elsewhere.add(told + " is not described");
        if (!shutFolds(page.substring(0, wrong.start())).isEmpty()) elsewhere.add(told + " in a closed fold");
    }

    /** The folds that are still open in the markup, and closed to the reader. */
    private static List<String> shutFolds(String before) {
        var open = new ArrayList<String>();
        FOLD.matcher(before).results().forEach(fold -> {
            if (fold.group(1).isEmpty()) open.add(fold.group(2));
            else open.removeLast();
        });
        open.removeIf(fold -> fold.contains("open"));
        return open;
    }

    private static final Pattern AT = Pattern.compile("\\.at\\(\"([\\w.]+)\"\\)");
    private static final Pattern PLAIN = Pattern.compile("Plain\\.\\w+\\([^;]*?, \"([\\w.]+)\"\\)");

    /** Read from the sources: a new refusal of a field must find the field in a form, and have words for it. */
    @Test
    void everyFieldThatIsRefusedIsInAFormAndHasItsWords() throws IOException {
        var refused = new TreeSet<String>();
        for (var file : files(Path.of("src/main/java"))) {
            var source = Files.readString(file);
            for (var pattern : List.of(AT, PLAIN))
                pattern.matcher(source).results().forEach(each -> refused.add(each.group(1)));
        }
        refused.removeAll(OF_PROGRAMS);
        assertThat(refused)
                .contains("about", "english.text", "actors", "lateBecause")
                .hasSizeGreaterThan(30);
        var templates = new StringBuilder();
        for (var file : files(Path.of("src/main/jte"))) templates.append(Files.readString(file));
        assertThat(refused).allSatisfy(field -> assertThat(templates.toString())
                .as(field)
                .containsAnyOf(
                        "name=\"" + field + "\"",
                        "field = \"" + field + "\"",
                        "row + \"" + field + "\"",
                        "\"" + field + "\""));
        for (var language : List.of("sv", "en")) {
            var say = Running.server().part(Languages.class).in(language);
            assertThat(refused)
                    .allSatisfy(
                            field -> assertThat(say.field(field)).as(language).isNotEqualTo(field));
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** What is passed on lacks whom it is about: the fold opens, the field says so, and the hand is there. */
    @Test
    void whatIsPassedOnSaysWhatItLacks_C3() {
        var incident = Prepared.signalled("Förmedlat utan vem");
        try (var window = Window.of("nacka.tib", Window.DESKTOP)) {
            window.open("/incidents/" + incident);
            var form = "#log-" + incident;
            window.find(form + "-text").fill("Elen är borta");
            window.find(form + " input[value='RELAY']")
                    .locator("xpath=ancestor::label")
                    .click();
            window.find(form + " button.write").click();
            window.sees("[id='log-" + incident + "-about-wrong']", "Vem det gäller");
            assertThat(window.find(form + "-about").isVisible()).isTrue();
            assertThat(window.find(form + "-about").getAttribute("aria-describedby"))
                    .isEqualTo("log-" + incident + "-about-wrong");
            window.page().waitForFunction("id => document.activeElement?.id === id", "log-" + incident + "-about");
            assertThat(window.find(form + "-text").inputValue()).isEqualTo("Elen är borta");
        }
    }

    /** A row of the proposal without anybody to do it: its own chooser opens, and what was written is there. */
    @Test
    void aMeasureOfNobodySaysSoInItsRow_D1() {
        var scene = Ice.incident("Åtgärd utan någon");
        try (var window = Window.of("lst.chef", Window.DESKTOP)) {
            window.open("/incidents/" + scene.incident() + "/direction/propose");
            var form = "#propose-" + scene.incident();
            window.find(form + "-aim").fill("Ingen ska frysa");
            window.find("[name='measures[1].what']").fill("Plogar väg 76");
            window.find("form.propose > button.next").click();
            window.sees(".measure:nth-of-type(2) .wrong", "Varje åtgärd behöver en aktör");
            assertThat(window.find("[name='measures[1].what']").inputValue()).isEqualTo("Plogar väg 76");
            window.find("input[name='measures[1].actors'][value='polisen']").check();
            window.find("form.propose > button.next").click();
            window.sees("main", "Plogar väg 76");
        }
    }
}
