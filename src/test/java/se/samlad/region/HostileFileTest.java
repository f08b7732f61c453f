package se.samlad.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Any bytes get an answer in bounded time, of few lines that say what to mend. */
class HostileFileTest {

    private static List<String> wrong(byte[] file) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Regions.parse(file).mistakes().stream()
                        .map(m -> m.line() + " " + m.what())
                        .toList());
    }

    private static List<String> wrong(String file) {
        return wrong(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingAtAll() {
        assertThat(wrong("")).containsExactly("1 empty");
        assertThat(wrong("# only this\n")).containsExactly("1 empty");
        assertThat(wrong("just words")).contains("1 not-a-part");
    }

    @Test
    void anotherEncoding() {
        assertThat(wrong("region:\n  code: län\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("2 utf8");
        assertThat(wrong("region: a".getBytes(StandardCharsets.UTF_16))).containsExactly("1 utf8");
        assertThat(wrong(new byte[] {0, 0, 0})).contains("1 unseen");
        assertThat(RegionFileTest.parse("\uFEFF" + RegionFileTest.SMALL).isSound())
                .isTrue();
    }

    @Test
    void aliasesTagsAndMoreDocuments() {
        assertThat(wrong("a: &a [x]\nb: [*a, *a]\n")).contains("1 alias", "2 alias");
        assertThat(wrong("a: !!java.net.URL [\"http://x\"]\n")).containsExactly("1 tag");
        assertThat(wrong("a: 1\n---\nb: 2\n")).contains("2 documents");
    }

    @Test
    void tooLargeTooDeepTooMany() {
        assertThat(wrong("x".repeat(Source.LARGEST + 1))).containsExactly("1 size");
        assertThat(wrong("[".repeat(100_000))).hasSize(1);
        assertThat(wrong("a: " + "[".repeat(50) + "]".repeat(50))).containsExactly("1 deep");
        assertThat(wrong("a: 1\n".repeat(300_000))).hasSize(1);
        assertThat(wrong("actors:\n" + "- a\n".repeat(400)))
                .hasSizeLessThan(250)
                .contains("2 not-a-part");
        assertThat(wrong("a: \"" + "x".repeat(1_900_000) + "\"")).hasSizeLessThan(5);
        assertThat(wrong("\n".repeat(1_000_000) + "a: 1")).contains("1000001 unknown");
        assertThat(wrong("actors: {a: [b: c\n")).containsExactly("2 yaml");
    }

    @Property(tries = 300)
    void anyBytesAreAnswered(@ForAll byte[] file) {
        var parsed = Regions.parse(file);
        assertThat(parsed.isSound()).isFalse();
        assertThat(parsed.mistakes()).isNotEmpty().hasSizeLessThan(250);
    }

    /** A changed place of a right file is a region still, or told; never an error. */
    @Property(tries = 300)
    void anyChangeIsAnswered(@ForAll short at, @ForAll char to) {
        var text = new StringBuilder(RegionFileTest.SMALL);
        text.setCharAt(Math.floorMod(at, text.length()), to);
        var parsed = RegionFileTest.parse(text.toString());
        assertThat(parsed.isSound()).isEqualTo(parsed.mistakes().isEmpty());
    }
}
