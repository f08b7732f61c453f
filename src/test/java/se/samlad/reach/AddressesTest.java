package se.samlad.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.journal.Refused;

/** Numbers as people write them: kept in one form, shown as in Sweden, refused with what is wrong. */
class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "070-174 06 05, +46701740605",
        "0701740605, +46701740605",
        "+46 70 174 06 05, +46701740605",
        "0046701740605, +46701740605",
        "+46 (0)70-1740605, +46701740605",
        "070/174.06.05, +46701740605",
        "+47 22 12 34 56, +4722123456"
    })
    void aNumberIsKeptInOneForm(String typed, String kept) {
        assertThat(Addresses.kept(Way.VOICE, typed, "address")).isEqualTo(kept);
    }

    @Test
    void itIsShownAsInSwedenAndAnotherCountrysWithItsCode() {
        assertThat(Addresses.shown("+46701740605")).isEqualTo("070-174 06 05");
        assertThat(Addresses.shown("+468465004 21".replace(" ", ""))).startsWith("08-465 004");
        assertThat(Addresses.shown("+4722123456")).startsWith("+47");
    }

    @ParameterizedTest
    @CsvSource({
        "SMS, 070-ABC 06 05, reach.number-letters",
        "SMS, 070-17, reach.number-short",
        "SMS, 070-174 06 05 11 22 33, reach.number-long",
        "SMS, +999 123 456 78, reach.number-country",
        "SMS, 08-465 004 21, reach.number-landline",
        "VOICE, '---', reach.number-wrong",
        "VOICE, '', text.missing",
        "MAIL, tib.nacka.example, person.address"
    })
    void whatIsWrongIsSaidAtItsField(Way way, String typed, String why) {
        assertThatThrownBy(() -> Addresses.kept(way, typed, "paths[1].address"))
                .isInstanceOfSatisfying(Refused.class, no -> {
                    assertThat(no.getMessage()).contains(why);
                    assertThat(no.field()).contains("paths[1].address");
                });
    }

    @Test
    void theListOfPathsIsBounded() {
        var one = new Addresses.Typed(Way.SMS, "0701740605", null);
        refused("reach.twice", List.of(one, new Addresses.Typed(Way.SMS, "+46701740605", 2)));
        refused("reach.too-many", java.util.Collections.nCopies(9, one));
        refused("reach.minutes", List.of(new Addresses.Typed(Way.SMS, "0701740605", 31)));
        refused("reach.minutes", List.of(new Addresses.Typed(Way.SMS, "0701740605", -1)));
        refused("reach.way-missing", List.of(new Addresses.Typed(null, "0701740605", null)));
        refused("reach.way-missing", List.of(new Addresses.Typed(Way.PAGE, "x", null)));
    }

    private static void refused(String why, List<Addresses.Typed> typed) {
        assertThatThrownBy(() -> Addresses.all(typed))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }
}
