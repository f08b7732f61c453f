package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.HouseRulesTest.files;
import static se.samlad.HouseRulesTest.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts that people read are complete, in both languages, and set as print is. */
class HouseTextsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    private static Properties texts(Path file) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    @Test
    void everyTextIsInBothLanguagesWithTypographicApostrophes() {
        for (var swedish : files(MESSAGES, "_sv.properties")) {
            var english = Path.of(swedish.toString().replace("_sv.", "_en."));
            assertThat(english).exists();
            assertThat(texts(english).stringPropertyNames())
                    .as(english.toString())
                    .isEqualTo(texts(swedish).stringPropertyNames());
        }
        for (var file : files(MESSAGES, ".properties"))
            assertThat(texts(file).entrySet())
                    .as(file.toString())
                    .noneMatch(e ->
                            e.getValue().toString().replaceAll("'[{}]'", "").contains("'"))
                    .noneMatch(e -> e.getValue().toString().isBlank());
    }

    /** All rooms' texts are one: of two with the same key one would be seen in the other's place. */
    @Test
    void noKeyStandsTwice() {
        for (var language : List.of("_sv.properties", "_en.properties")) {
            var known = new TreeSet<String>();
            var twice = files(MESSAGES, language).stream()
                    .flatMap(file -> text(file).lines())
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !known.add(key))
                    .toList();
            assertThat(twice).isEmpty();
            assertThat(known).hasSizeGreaterThan(1_000);
        }
    }

    private static final Pattern USED = Pattern.compile(
            "(?:(?:text|say)\\(|new Refused\\(|new Malformed\\(|super\\()\\s*\"([a-z]+\\.[a-z0-9.-]*[a-z0-9])\"");

    @Test
    void everyTextThatIsUsedIsThere() {
        var there = new TreeSet<String>();
        files(MESSAGES, "_sv.properties").forEach(f -> there.addAll(texts(f).stringPropertyNames()));
        var missing = new TreeSet<String>();
        Stream.of(files(Path.of("src/main/java"), ".java"), files(Path.of("src/main/jte"), ".jte"))
                .flatMap(List::stream)
                .forEach(file -> {
                    var used = USED.matcher(text(file));
                    while (used.find()) if (!there.contains(used.group(1))) missing.add(file + ": " + used.group(1));
                });
        assertThat(missing).isEmpty();
    }
}
