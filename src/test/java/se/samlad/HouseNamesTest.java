package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.HouseRulesTest.files;
import static se.samlad.HouseRulesTest.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samlad.actor.Actor;
import se.samlad.region.Regions;

/** Nothing in code, templates or texts assumes one region: its actors and its county are in its file only. */
class HouseNamesTest {

    /** Where a name may stand, and why. */
    private static final Map<String, String> MAY = Map.of(
            "src/main/java/se/samlad/Training.java", "acts in the demo, once, to teach the JVM; nobody meets it",
            "src/main/java/se/samlad/region/Regions.java", "names the file of the demo's region",
            "src/main/java/se/samlad/warning/SmhiV2.java", "SMHI's own names of its areas, of the whole country",
            "src/main/java/se/samlad/warning/SmhiIbww.java", "SMHI's own names of its areas, of the whole country");

    /** Words that are more than an actor's: what anybody calls a county board, and a region. */
    private static final Set<String> WORDS =
            Set.of("Länsstyrelsen", "Gemensamma funktioner", "County Board", "region", "joint", "Joint functions");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)(?<![:\"])//.*$|<%--.*?--%>");

    /** Sweden has one time zone, and it has that city's name. */
    private static final Pattern ZONE =
            Pattern.compile("Europe/Stockholm|Say\\.STOCKHOLM|ZoneId STOCKHOLM|atZone\\(STOCKHOLM\\)");

    private static Stream<Path> sources() {
        return Stream.of(
                        files(HouseRulesTest.MAIN, ".java"),
                        files(HouseRulesTest.TEMPLATES, ".jte"),
                        files(HouseRulesTest.STATIC, ""),
                        files(Path.of("src/main/resources/messages"), ".properties"))
                .flatMap(List::stream)
                .filter(Files::isRegularFile)
                .filter(f -> f.toString().matches(".*\\.(java|jte|js|css|properties|webmanifest|svg)"))
                .filter(f -> !MAY.containsKey(f.toString()));
    }

    private static String code(Path file) {
        var code = COMMENT.matcher(text(file)).replaceAll("");
        return ZONE.matcher(code).replaceAll("");
    }

    private static Set<String> found(Pattern names) {
        var found = new TreeSet<String>();
        sources()
                .forEach(file ->
                        names.matcher(code(file)).results().forEach(hit -> found.add(file + ": " + hit.group())));
        return found;
    }

    private static Stream<Actor> actors() {
        return Regions.shipped().actors().stream();
    }

    @Test
    void noCountyIsNamed() {
        assertThat(found(Pattern.compile("(?i)stockholm|gotland"))).isEmpty();
    }

    @Test
    void noActorIsNamed_A1() {
        var names = new TreeSet<String>();
        actors().forEach(a -> names.addAll(List.of(a.nameSv(), a.nameEn(), a.shortName())));
        names.removeAll(WORDS);
        var any = String.join("|", names.stream().map(Pattern::quote).toList());
        assertThat(found(Pattern.compile("(?<!\\p{L})(?:" + any + ")(?!\\p{L})")))
                .isEmpty();
    }

    @Test
    void noActorsCodeIsWrittenInCode_A1() {
        var codes = new TreeSet<String>();
        actors().forEach(a -> codes.add(a.code()));
        codes.removeAll(WORDS);
        var any = String.join("|", codes);
        assertThat(found(Pattern.compile("\"(?:actor:|function:|admin:)?(?:" + any + ")(?:/[a-z]+)?\"")))
                .isEmpty();
    }

    /** Each exception is still there, and is needed. */
    @Test
    void everyExceptionHasItsReason() {
        var any = Pattern.compile("(?i)stockholm|\"lst\"");
        for (var file : MAY.keySet())
            assertThat(any.matcher(text(Path.of(file))).find()).as(file).isTrue();
    }
}
