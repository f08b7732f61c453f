package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** What is stored is read for ever: a sample per fact and version, as it was first written (DESIGN §1). */
class FactSamplesTest {

    @Test
    void everyFactHasANameOfItsOwnWithAVersion() {
        var names = new HashSet<String>();
        for (var fact : FactSamples.all()) {
            var stored = fact.getAnnotation(Stored.class);
            assertThat(stored).as(fact + " is stored by no name").isNotNull();
            assertThat(stored.value()).matches("[a-z]+\\.[a-z-]+\\.[1-9]");
            assertThat(names.add(stored.value()))
                    .as("two facts are stored as " + stored.value())
                    .isTrue();
        }
        assertThat(names).isNotEmpty();
    }

    @Test
    void everyFactIsReadFromItsSampleAndWrittenAsItWas() throws IOException {
        var codec = FactSamples.codec();
        var missing = new ArrayList<String>();
        for (var fact : FactSamples.all()) {
            var file = FactSamples.file(fact);
            if (!Files.exists(file)) {
                missing.add(file.getFileName().toString());
                continue;
            }
            var sample = Files.readString(file);
            var read = codec.decode(codec.kindOf(fact), sample);
            assertThat(codec.encode(read)).as(file.toString()).isEqualTo(sample);
        }
        assertThat(missing).as("samples to write, by the main of FactSamples").isEmpty();
    }

    /** A release that has forgotten a fact can't read its journal. */
    @Test
    void everySampleIsStillAFactOfOurs() throws IOException {
        var names = FactSamples.all().stream()
                .map(f -> f.getAnnotation(Stored.class).value() + ".json")
                .toList();
        try (var files = Files.list(FactSamples.FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString())).isSubsetOf(names);
        }
    }
}
