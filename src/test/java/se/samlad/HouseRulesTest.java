package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house numbers and the arrows between rooms (STYLE.md, DESIGN.md §8). Exceptions stand here with their reasons. */
class HouseRulesTest {

    private static final int FILE = 300;
    private static final int METHOD = 40;
    private static final int PARAMETERS = 5;
    private static final int ROOM = 15;
    private static final int TEMPLATE = 120;
    private static final int SCRIPT = 150;

    /**
     * The diagram of docs/ARCHITECTURE.md, from the ground up: a room may use those on lines before its own, and rooms of a
     * line do not know each other. The first line's rooms stand alone: nobody uses them.
     */
    private static final List<Set<String>> LINES = diagram(Path.of("docs/ARCHITECTURE.md"));

    /** More files than a room should have. */
    private static final Map<String, String> LARGE_ROOMS = Map.of(
            "journal",
                    "one mechanism, of which each part is small and can be proven alone; splitting it would make its"
                            + " inside public",
            "database", "likewise, and stands alone",
            "web", "form, error, language and address: each is a small part of every page");

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path STATIC = Path.of("src/main/resources/static");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("/templates/"))
            .withImportOption(place -> !place.contains("__")) // the wiring that an earlier build wrote
            .importPackages("se.samlad");

    static List<Path> files(Path below, String ending) {
        if (!Files.isDirectory(below)) return List.of();
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> longer(List<Path> files, int than) {
        return files.stream()
                .filter(f -> text(f).lines().count() > than)
                .map(Path::toString)
                .toList();
    }

    @Test
    void noFileIsTooLongToRead() {
        assertThat(longer(files(MAIN, ".java"), FILE)).isEmpty();
        assertThat(longer(files(Path.of("src/test/java"), ".java"), FILE)).isEmpty();
        assertThat(longer(files(TEMPLATES, ".jte"), TEMPLATE)).isEmpty();
        assertThat(longer(files(STATIC, ".js"), SCRIPT)).isEmpty();
    }

    @Test
    void noRoomHasTooManyFiles() {
        var count = new HashMap<String, Integer>();
        for (var file : files(MAIN, ".java")) {
            if (!file.endsWith("package-info.java"))
                count.merge(file.getParent().getFileName().toString(), 1, Integer::sum);
        }
        count.keySet().removeAll(LARGE_ROOMS.keySet());
        count.values().removeIf(n -> n <= ROOM);
        assertThat(count).isEmpty();
    }

    @Test
    void everyRoomHasASignOnItsDoor() {
        var without = files(MAIN, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(room -> !Files.exists(room.resolve("package-info.java"))
                        || !text(room.resolve("package-info.java")).contains("@NullMarked"))
                .toList();
        assertThat(without).isEmpty();
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
        for (var file : files(MAIN, ".java")) {
            var lines = text(file).lines().toList();
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
        for (var each : CLASSES) {
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

    private static String room(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > 2 && type.getPackageName().startsWith("se.samlad.") ? parts[2] : "";
    }

    private static List<Set<String>> diagram(Path document) {
        var rooms = text(document).split("## Rooms and their arrows", 2)[1].split("```", 3)[1];
        return rooms.strip()
                .lines()
                .map(line -> Set.of(line.strip().split(" ")))
                .toList();
    }

    @Test
    void everyRoomOfTheDiagramIsThere() {
        var there = CLASSES.stream().map(HouseRulesTest::room).collect(Collectors.toSet());
        assertThat(LINES.stream().flatMap(Set::stream)).allMatch(there::contains);
    }

    private static int line(String room) {
        for (int i = 0; i < LINES.size(); i++) if (LINES.get(i).contains(room)) return i;
        return -1;
    }

    @Test
    void roomsUseOnlyThoseBelowThem() {
        var wrong = new TreeSet<String>();
        for (var type : CLASSES) {
            var from = room(type);
            if (from.isEmpty()) continue;
            if (line(from) < 0) wrong.add(from + " is on no line");
            for (var use : type.getDirectDependenciesFromSelf()) {
                var target = use.getTargetClass();
                var to = room(target);
                if (to.equals(from)
                        || to.equals("templates")
                        || !target.getPackageName().startsWith("se.samlad")) continue;
                boolean below = line(to) >= 0
                        && line(to) < line(from)
                        && !LINES.getFirst().contains(to);
                if (!below) wrong.add(type.getName() + " uses " + target.getName());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyOneJackson() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(CLASSES);
    }

    private static final DescribedPredicate<JavaClass> PURE = DescribedPredicate.describe(
            "facts, and what folds them or decides without a part of Spring",
            c -> (c.isAssignableTo(se.samlad.journal.Fact.class) && c.isRecord())
                    || c.getFields().stream().anyMatch(f -> f.getName().equals("VIEW")));

    @Test
    void factsAndFoldsKnowNeitherSpringNorSql() {
        ArchRuleDefinition.noClasses()
                .that(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    /** A verb is a class of nothing but functions that refuses or drafts. */
    @Test
    void verbsKnowNeitherSpringNorSqlNorTheClock() {
        var verbs = DescribedPredicate.<JavaClass>describe(
                "verbs",
                c -> line(room(c)) >= line("incident")
                        && !c.isInterface()
                        && !c.isRecord()
                        && !c.isEnum()
                        && !c.getMethods().isEmpty()
                        && c.getMethods().stream().allMatch(m -> m.getModifiers()
                                .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC)));
        ArchRuleDefinition.noClasses()
                .that(verbs)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noCodeIsCommentedOut() {
        var code = Pattern.compile("^\\s*//.*[;{}]\\s*$");
        var found = new ArrayList<String>();
        Stream.of(files(MAIN, ".java"), files(Path.of("src/test/java"), ".java"), files(STATIC, ".js"))
                .flatMap(List::stream)
                .forEach(file -> text(file)
                        .lines()
                        .filter(l -> code.matcher(l).matches())
                        .forEach(l -> found.add(file + l)));
        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsLeftToDo() {
        var word = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
        assertThat(files(Path.of("src/main"), "").stream()
                        .filter(Files::isRegularFile)
                        .filter(f -> f.toString().matches(".*\\.(java|jte|js|css|sql|properties)"))
                        .filter(f -> word.matcher(text(f)).find()))
                .isEmpty();
    }

    @Test
    void templatesHaveNoScriptOrStyleInThem() {
        var inline = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)");
        assertThat(files(TEMPLATES, ".jte").stream()
                        .filter(f -> inline.matcher(text(f)).find()))
                .isEmpty();
    }
}
