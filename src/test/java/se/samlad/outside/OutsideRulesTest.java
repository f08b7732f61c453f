package se.samlad.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;

/** The rules for those outside: given facts, when this is asked, then this fact or refusal (I1, A1, A4, A8). */
class OutsideRulesTest {

    private static final By SYSTEM = new By("samlad", "ssr", "kansli");

    private static Receiving.Typed typed(String organisation, String number, String happened) {
        return new Receiving.Typed(organisation, "skiftledare", number, happened);
    }

    private static OutsideFact.Signalled said(String happened) {
        return Receiving.signal(typed("Flygplatsen", "08-123 45", happened), "ABCD-1234");
    }

    @Test
    void whatIsTypedIsCleaned_I1() {
        var said = Receiving.signal(typed(" Flyg\r\nplatsen\u202E \0", " 08-1\u202E23 45", " Rök\r\nvid bana 1 "), "");
        assertThat(said.organisation()).isEqualTo("Flyg platsen");
        assertThat(said.number()).isEqualTo("08-123 45");
        assertThat(said.happened()).isEqualTo("Rök\nvid bana 1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 112, Rök, organisation",
        "Flyg, '', Rök, number",
        "Flyg, ring, Rök, number",
        "Flyg, 112, ' ', happened",
    })
    void aMistakeStandsAtItsField_I1(String organisation, String number, String happened, String field) {
        assertThatThrownBy(() -> Receiving.signal(typed(organisation, number, happened), ""))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.field()).contains(field));
    }

    @Test
    void whatIsTooLongIsRefused_I1() {
        for (var typed : new Receiving.Typed[] {
            typed("a".repeat(100_000), "112", "Rök"),
            typed("a", "1".repeat(41), "Rök"),
            typed("a", "112", "a".repeat(2_001))
        }) {
            assertThatThrownBy(() -> Receiving.signal(typed, ""))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.key()).isEqualTo("text.too-long"));
        }
    }

    private static Signal.All waiting(int number) {
        var given = new Given(new UUID(7, 7));
        for (int i = 0; i < number; i++) {
            var id = new UUID(8, i);
            given.add(id, id, SYSTEM, said("Rök vid bana " + i), Envelope.at(Given.minute(i), Labels.of("actor:lst")));
        }
        return given.fold(Signal.All.VIEW);
    }

    @Test
    void theSameTextIsFoldedIntoOneWithACount_I1() {
        var all = waiting(2);
        var again = said("  rök VID\n bana 1 ");
        var same = all.same(again);
        assertThat(same).isPresent();
        assertThat(Receiving.received(all, same, again)).isEqualTo(new OutsideFact.Repeated("ABCD-1234"));
        assertThat(Receiving.received(all, all.same(said("Översvämning")), said("Översvämning")))
                .isInstanceOf(OutsideFact.Signalled.class);
    }

    @Test
    void atMostTwentyWaitAndTheSameAgainIsNoMore_I1() {
        var all = waiting(Receiving.MOST);
        assertThatThrownBy(() -> Receiving.received(all, Optional.empty(), said("Ännu en")))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo("outside.full"));
        assertThat(Receiving.received(all, all.same(said("Rök vid bana 3")), said("Rök vid bana 3")))
                .isInstanceOf(OutsideFact.Repeated.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "169", "-1", "2147483647"})
    void aLinkIsGoodForAWeekAtMost_A8(int hours) {
        assertThatThrownBy(() -> Inviting.invite(Guest.All.NONE, new UUID(1, 1), "Flyg", "drift", hours, Given.NOON))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.field()).contains("hours"));
    }

    @Test
    void aLinkIsGoodForADayWhereNothingElseIsSaid_A8() {
        var fact = Inviting.invite(Guest.All.NONE, new UUID(1, 1), "Flyg\r\nplatsen", "drift", null, Given.NOON);
        assertThat(fact.until()).isEqualTo(Given.NOON.plus(Duration.ofHours(24)));
        assertThat(fact.organisation()).isEqualTo("Flyg platsen");
    }

    private static Guest guest(OutsideFact... then) {
        var given = new Given(new UUID(1, 1));
        var id = new UUID(3, 3);
        var in = Envelope.at(Given.NOON, Labels.of("incident:" + new UUID(1, 1)));
        var until = Given.NOON.plus(Duration.ofHours(1));
        given.add(id, id, SYSTEM, new OutsideFact.Invited(new UUID(1, 2), "Flyg", "drift", until), in);
        for (var fact : then) given.add(given.nextId(), id, SYSTEM, fact, in);
        return given.fold(Guest.All.VIEW).find(id).orElseThrow();
    }

    @Test
    void aGuestIsLetInFromOpeningUntilItsTimeIsOut_A8() {
        var in = Given.NOON.plus(Duration.ofMinutes(59));
        var out = Given.NOON.plus(Duration.ofMinutes(60));
        assertThat(guest().isLetIn(in)).as("has not opened the link").isFalse();
        assertThat(guest(new OutsideFact.Opened()).isLetIn(in)).isTrue();
        assertThat(guest(new OutsideFact.Opened()).isLetIn(out)).isFalse();
        assertThat(guest(new OutsideFact.Opened()).isDue(out)).isTrue();
        var lapsed = guest(new OutsideFact.Opened(), new OutsideFact.Lapsed(out));
        assertThat(lapsed.isLetIn(in)).isFalse();
        assertThat(lapsed.isDue(out)).as("is recorded once").isFalse();
        var renewed = guest(new OutsideFact.Opened(), new OutsideFact.Lapsed(out), Inviting.renew(lapsed, 4, out));
        assertThat(renewed.isLetIn(out))
                .as("in the same browser, without a new link")
                .isTrue();
    }

    @Test
    void whatIsRevokedStaysSo_A8() {
        var revoked = guest(new OutsideFact.Opened(), new OutsideFact.Revoked());
        assertThat(revoked.isLetIn(Given.NOON)).isFalse();
        assertThatThrownBy(() -> Inviting.renew(revoked, 4, Given.NOON)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Inviting.say(revoked, true, "Hej", Given.NOON)).isInstanceOf(Refused.class);
    }

    /** A4: an entry of a guest names no actor that there is, and no account that signs in. */
    @Test
    void whatAGuestSaysStandsInItsOwnNameOnly_A4() {
        var by = guest().author();
        assertThat(by.account()).startsWith("guest-");
        assertThat(by.actor()).isEqualTo("guest");
        var said = Inviting.say(guest(new OutsideFact.Opened()), true, "Banan är stängd", Given.NOON);
        assertThat(said.organisation()).isEqualTo("Flyg");
        assertThatThrownBy(() -> Inviting.say(guest(new OutsideFact.Opened()), false, "Hej", Given.NOON))
                .as("the forum is closed")
                .isInstanceOf(Refused.class);
    }
}
