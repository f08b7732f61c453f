package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** INTERFACE: ids are UUIDs. Each lies after those before it, as the database compares them, so that its indexes grow at one end. */
class DraftTest {

    @Test
    void idsAreInTheOrderInWhichTheyAreMade() {
        var ids = Stream.generate(Draft::newId).limit(10_000).toList();
        assertThat(ids).allMatch(id -> id.version() == 7);
        assertThat(ids.stream().map(UUID::toString).toList()).isSorted().doesNotHaveDuplicates();
    }
}
