package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** INTERFACE: ids are UUIDs, and nothing tells how many entries lie between that one may not see. */
class DraftTest {

    private static final int TIME = 13; // of an id's text: its milliseconds

    @Test
    void idsAreInTheOrderOfTheirTimeAndWithinItDoNotCount() {
        var ids = Stream.generate(Draft::newId).limit(10_000).toList();
        assertThat(ids).allMatch(id -> id.version() == 7).doesNotHaveDuplicates();
        assertThat(ids.stream().map(id -> id.toString().substring(0, TIME)).toList())
                .isSorted();
        for (int i = 1; i < ids.size(); i++)
            assertThat(Math.abs(ids.get(i).getLeastSignificantBits()
                            - ids.get(i - 1).getLeastSignificantBits()))
                    .isGreaterThan(1_000);
    }
}
