package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The house numbers (STYLE.md). Exceptions stand here with their reasons. */
class HouseSizesTest {

    private static final int FILE = 300;
    private static final int METHOD = 40;
    private static final int PARAMETERS = 5;
    private static final int ROOM = 15;
    private static final int TEMPLATE = 120;
    private static final int SCRIPT = 150;

    /** More files than a room should have. */
    private static final Map<String, String> LARGE_ROOMS = Map.of(
            "journal",
            "one mechanism, of which each part is small and can be proven alone; splitting it would make its"
                    + " inside public",
            "database",
            "likewise, and stands alone",
            "region",
            "what reads a file that may be hostile is many small parts, each proven alone; splitting it would make its"
                    + " inside public",
            "web",
            "form, error, language and address: each is a small part of every page");

    private static List<String> longer(List<Path> files, int than) {
        return files.stream()
                .filter(f -> HouseRulesTest.text(f).lines().count() > than)
                .map(Path::toString)
                .toList();
    }

    @Test
    void noFileIsTooLongToRead() {
        assertThat(longer(HouseRulesTest.files(HouseRulesTest.MAIN, ".java"), FILE))
                .isEmpty();
        assertThat(longer(HouseRulesTest.files(Path.of("src/test/java"), ".java"), FILE))
                .isEmpty();
        assertThat(longer(HouseRulesTest.files(HouseRulesTest.TEMPLATES, ".jte"), TEMPLATE))
                .isEmpty();
        assertThat(longer(HouseRulesTest.files(HouseRulesTest.STATIC, ".js"), SCRIPT))
                .isEmpty();
    }

    @Test
    void noRoomHasTooManyFiles() {
        var count = new HashMap<String, Integer>();
        var rooms = HouseRulesTest.MAIN.resolve("se/samlad");
        for (var file : HouseRulesTest.files(HouseRulesTest.MAIN, ".java")) {
            if (!file.endsWith("package-info.java"))
                count.merge(rooms.relativize(file.getParent()).toString(), 1, Integer::sum);
        }
        count.keySet().removeAll(LARGE_ROOMS.keySet());
        count.values().removeIf(n -> n <= ROOM);
        assertThat(count).isEmpty();
    }

    /** A fold's or a telling's switch, a case for each fact, is read line by line however long it is. */
    private static final Set<String> FOLDS =
            Set.of("    Incident apply(Entry by, IncidentFact fact) {", "        Row row(ForumFact fact) {");

    private static final Pattern METHOD_HEAD = Pattern.compile(
            "^ {4,8}(?!return )(?!.*->)(?!.*\\b(?:record|class|enum|interface) )(?:[\\w@<][\\w<>\\[\\]?,.@() ]* )?[\\w]+\\(.*\\{$");

    /** By the formatter's indentation: from a head to the brace that stands below it. */
    @Test
    void noMethodIsTooLong() {
        var found = new ArrayList<String>();
        for (var file : HouseRulesTest.files(HouseRulesTest.MAIN, ".java")) {
            var lines = HouseRulesTest.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (FOLDS.contains(lines.get(i))
                        || !METHOD_HEAD.matcher(lines.get(i)).matches()) continue;
                var close = " ".repeat(lines.get(i).indexOf(lines.get(i).strip())) + "}";
                int end = i;
                while (end < lines.size() - 1 && !lines.get(end).equals(close)) end++;
                if (end - i + 1 > METHOD) found.add(file + ":" + (i + 1));
            }
        }
        assertThat(found).isEmpty();
    }

    /** Records are what they hold; what they are made from is not counted. */
    @Test
    void noConstructorAsksForTooMuch() {
        var found = new ArrayList<String>();
        for (var each : HouseRulesTest.CLASSES) {
            if (each.isRecord() || each.isEnum() || each.isAnonymousClass()) continue;
            for (var constructor : each.getConstructors()) {
                if (constructor.getRawParameterTypes().size() > PARAMETERS && !LARGE.contains(each.getName()))
                    found.add(constructor.getFullName());
            }
        }
        assertThat(found).isEmpty();
    }

    /** The frame of every page: made in one place, from what the request is. */
    private static final Set<String> LARGE = Set.of("se.samlad.live.Shell");
}
