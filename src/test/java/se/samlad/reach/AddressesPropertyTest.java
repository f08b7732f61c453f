package se.samlad.reach;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.samlad.journal.Refused;

/** What holds of an address whatever is typed. */
class AddressesPropertyTest {

    @Property(tries = 500, seed = "20261130")
    void anyTextIsKeptInOneFormOrRefused(@ForAll String typed) {
        try {
            assertThat(Addresses.kept(Way.VOICE, typed, "address")).matches("\\+[1-9]\\d{6,14}");
        } catch (Refused no) {
            assertThat(no.field()).contains("address");
        }
        assertThat(Addresses.e164(typed)).matches("(\\+\\d+)?");
    }
}
