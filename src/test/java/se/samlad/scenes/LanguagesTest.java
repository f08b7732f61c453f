package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each page in the language asked for, with all its words found. */
class LanguagesTest {

    private static final Pattern KEY = Pattern.compile(
            "\\b(?:account|actor|desk|direction|disposal|feed|forum|frame|incident|message|picture|proof|report|status|web)\\.[a-z][A-Za-z.-]+\\b");
    private static final Pattern NOTHING = Pattern.compile("\\bnull\\b|\\{[0-8]}|Optional[\\[.]|@[0-9a-f]{6,8}\\b");
    private static final Pattern SPOKEN = Pattern.compile("(?:aria-label|placeholder|title|alt)=\"([^\"]*)\"");

    private static Prepared scene;

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Snö på två språk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void noPageShowsAKeyOrNothing(String language) {
        var found = new ArrayList<String>();
        for (var account : List.of("lst.tib", "taby.tib"))
            for (var path : paths()) {
                var asking = Running.as(account);
                var page = asking.send(asking.request(path, "text/html")
                                .header("Accept-Language", language)
                                .GET())
                        .body();
                if (!page.contains("<html lang=\"" + language + "\"")) found.add(path + " is not in " + language);
                for (var pattern : List.of(KEY, NOTHING))
                    pattern.matcher(words(page)).results().forEach(each -> found.add(path + ": " + each.group()));
            }
        assertThat(found).isEmpty();
    }

    /** Those that are usual; what somebody wrote stays as it was written. */
    @Test
    void audiencesAndChannelsAreInTheReadersLanguage_K2() {
        var asking = Running.as("lst.tib");
        var path = "/incidents/" + scene.incident() + "/messages";
        var english = asking.send(asking.request(path, "text/html")
                        .header("Accept-Language", "en")
                        .GET())
                .body();
        assertThat(words(english))
                .contains("the public", "the media", "own staff", "social media")
                .doesNotContain("Allmänheten", "Egen personal", "sociala medier");
        assertThat(english).contains("value=\"Allmänheten\"");
    }

    /** Where the region has an English name for an actor, it stands there. */
    @Test
    void actorsHaveTheirEnglishNames() {
        var found = new ArrayList<String>();
        // The others show the titles of all incidents, which are as somebody wrote them.
        for (var path : paths().stream()
                .filter(each -> !each.equals("/") && !each.equals("/incidents"))
                .filter(each -> !each.endsWith("/manage") && !each.startsWith("/search"))
                .toList()) {
            var asking = Running.as("lst.tib");
            var page = words(asking.send(asking.request(path, "text/html")
                            .header("Accept-Language", "en")
                            .GET())
                    .body());
            for (var name : List.of("Länsstyrelsen", "Försvarsmakten", "Trafikverket", "Gemensamma funktioner"))
                if (page.contains(name)) found.add(path + ": " + name);
            if (path.endsWith("/forums")) assertThat(page).contains("County Board", "Armed Forces", "Täby");
        }
        assertThat(found).isEmpty();
    }

    private static List<String> paths() {
        var incident = "/incidents/" + scene.incident();
        return List.of(
                "/",
                "/incidents",
                "/watch",
                "/actors",
                "/actors/taby",
                "/proof",
                "/prepared",
                "/there-is-no-such",
                incident,
                incident + "/picture",
                incident + "/direction",
                incident + "/direction/propose",
                incident + "/messages",
                incident + "/messages?m=" + scene.onItsWay(),
                incident + "/forums",
                incident + "/stand-down",
                incident + "/manage",
                incident + "/wall",
                "/search?q=bandvagn",
                "/entries/" + scene.report(),
                "/entries/" + scene.note(),
                "/entries/" + scene.report() + "/disposal",
                "/reports/" + scene.report() + "/correction",
                "/directions/" + scene.direction(),
                "/directions/" + scene.direction() + "/wording");
    }

    /** What is read or read out, without the markup around it. */
    private static String words(String page) {
        var spoken = new StringBuilder();
        SPOKEN.matcher(page).results().forEach(each -> spoken.append(each.group(1))
                .append('\n'));
        return spoken + page.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ").replaceAll("<[^>]*>", " ");
    }
}
