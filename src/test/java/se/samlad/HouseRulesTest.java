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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between rooms (DESIGN.md §8) and the habits of the house (STYLE.md). */
class HouseRulesTest {

    /**
     * The diagram of docs/ARCHITECTURE.md, from the ground up: a room may use those on lines before its own, and rooms of a
     * line do not know each other. The first line's rooms stand alone: nobody uses them.
     */
    private static final List<Set<String>> LINES = diagram(Path.of("docs/ARCHITECTURE.md"));

    static final Path MAIN = Path.of("src/main/java");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path STATIC = Path.of("src/main/resources/static");

    static final JavaClasses CLASSES = new ClassFileImporter()
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

    private static final Pattern USES = Pattern.compile("se\\.samlad\\.(\\w+)\\.|@template\\.(\\w+)\\.");

    /** A template belongs to the room whose name its folder has. */
    @Test
    void templatesUseOnlyRoomsBelowTheirs() {
        var wrong = new TreeSet<String>();
        for (var template : files(TEMPLATES, ".jte")) {
            var from = TEMPLATES.relativize(template).getName(0).toString();
            if (line(from) < 0) wrong.add(template + " is in no room");
            USES.matcher(text(template))
                    .results()
                    .map(use -> use.group(1) == null ? use.group(2) : use.group(1))
                    .filter(to -> !to.equals(from) && (line(to) < 0 || line(to) >= line(from)))
                    .forEach(to -> wrong.add(template + " uses " + to));
        }
        assertThat(wrong).isEmpty();
    }

    /** What a room may have below it; others use only what is in the room itself. */
    private static final Set<String> BELOW = Set.of("page");

    private static String below(JavaClass type) {
        var parts = type.getPackageName().split("\\.", 4);
        return parts.length > 3 ? parts[3] : "";
    }

    @Test
    void othersUseOnlyTheRoomItself() {
        var wrong = new TreeSet<String>();
        for (var type : CLASSES) {
            if (!below(type).isEmpty() && !BELOW.contains(below(type))) wrong.add(type.getName() + " is too deep");
            for (var use : type.getDirectDependenciesFromSelf()) {
                var target = use.getTargetClass();
                if (!room(target).equals(room(type))
                        && !room(type).isEmpty()
                        && !below(target).isEmpty()
                        && target.getPackageName().startsWith("se.samlad.")
                        && !room(target).equals("templates")) wrong.add(type.getName() + " uses " + target.getName());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static final Pattern KIND_IN_WORDS =
            Pattern.compile("\\bkind\\(\\)\\s*\\.(startsWith|equals|contains|matches)\\(\"");

    /** What an entry is is told by its fact's type. */
    @Test
    void kindsAreNotMatchedAsWords() {
        assertThat(files(MAIN, ".java").stream()
                        .filter(f -> KIND_IN_WORDS.matcher(text(f)).find()))
                .isEmpty();
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

    /** How soon something comes is also a matter of what else the machine does: the check asks whether, the bench how soon. */
    @Test
    void noTestMeasuresTime() {
        var measuring = files(Path.of("src/test/java"), ".java").stream()
                .filter(file -> !file.endsWith("Awaited.java") && !file.endsWith("HouseRulesTest.java"))
                .filter(file -> text(file).matches("(?s).*(System\\.nanoTime\\(\\)|@Timeout\\b).*"))
                .toList();
        assertThat(measuring).isEmpty();
    }
}
