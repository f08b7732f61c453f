package se.samlad.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.samlad.warning.Read.Unreadable;

/** However a real body is damaged, reading it gives a result or Unreadable. */
class SmhiReaderPropertyTest {

    private final SmhiReader reader = new SmhiReader();
    private final County county = Counties.stockholm();

    @Provide
    Arbitrary<byte[]> real() {
        return Arbitraries.of(Bodies.V2, Bodies.V2_SINGLE, Bodies.IBWW, Bodies.IBWW_FLOODING)
                .map(Bodies::real);
    }

    @Property(tries = 100, seed = "20261121")
    void readTwiceIsTheSameAndNoChange(@ForAll("real") byte[] body) throws Unreadable {
        Read read = reader.read(body);
        assertThat(reader.read(body)).isEqualTo(read);
        assertThat(Watched.compare(Bodies.byId(read), read)).isEmpty();
    }

    @Property(tries = 300, seed = "20261121")
    void whatIsCutOffIsUnreadable(@ForAll("real") byte[] body, @ForAll @IntRange(max = 59_000) int end) {
        byte[] whole = new String(body, java.nio.charset.StandardCharsets.UTF_8)
                .strip()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, end % whole.length);
        try {
            Read read = reader.read(cut);
            throw new AssertionError("a cut list passed for a whole one: " + read.received());
        } catch (Unreadable e) {
            assertThat(e.key()).startsWith("feed.unreadable.");
        }
    }

    @Property(tries = 1_000, seed = "20261121")
    void aFlippedByteNeverDoesWorse(
            @ForAll("real") byte[] body, @ForAll @IntRange(max = 59_000) int at, @ForAll byte change) {
        byte[] flipped = body.clone();
        flipped[at % body.length] ^= change;
        try {
            Read read = reader.read(flipped);
            assertThat(read.received())
                    .isEqualTo(read.warnings().size() + read.skipped().size());
            assertThat(Watched.compare(Bodies.byId(read), read)).isEmpty();
            read.warnings().forEach(warning -> county.reach(warning.extent()));
        } catch (Unreadable e) {
            assertThat(e.key()).startsWith("feed.unreadable.");
        }
    }
}
