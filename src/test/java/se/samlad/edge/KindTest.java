package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send takes none of the places of those who record. */
class KindTest {

    @ParameterizedTest
    @ValueSource(strings = {"/public/signal", "/guest/open", "/guest/01234567-89ab-4cde-8f01-23456789abcd/notes"})
    void whatIsSentWithoutSigningInHasAFewPlacesOfItsOwn(String path) {
        assertThat(Kind.of("POST", path, false)).isEqualTo(Kind.OUTSIDE);
        assertThat(Kind.of("POST", path, true)).as("also by who has signed in").isEqualTo(Kind.OUTSIDE);
        assertThat(Kind.OUTSIDE.atOnce).isLessThan(Kind.RECORDING.atOnce / 10);
    }

    @Test
    void theFormForItIsAPublicPage() {
        assertThat(Kind.of("GET", "/public/signal", false)).isEqualTo(Kind.PUBLIC);
        assertThat(Kind.of("POST", "/api/incidents", true)).isEqualTo(Kind.RECORDING);
    }
}
