package se.samlad.outside;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for a signal from outside. Pure: no clock, no database, no Spring. */
final class Receiving {

    /** That many wait at most; then whoever sends is told to ring. */
    static final int MOST = 20;

    static final int HAPPENED = 2_000;
    static final int NAME = 100;
    static final int NUMBER = 40;

    private Receiving() {}

    /** What was typed on the public page. */
    record Typed(
            @Nullable String organisation,
            @Nullable String function,
            @Nullable String number,
            @Nullable String happened) {}

    /** @throws Refused text.missing, text.too-long or outside.number, at the field */
    static OutsideFact.Signalled signal(Typed typed, String receipt) {
        var number = within(Plain.title(typed.number(), "number"), NUMBER, "number");
        if (number.codePoints().filter(Character::isDigit).count() < 3)
            throw new Refused("outside.number").at("number");
        return new OutsideFact.Signalled(
                within(Plain.title(typed.organisation(), "organisation"), NAME, "organisation"),
                within(Plain.title(typed.function(), "function"), NAME, "function"),
                number,
                within(Plain.text(typed.happened(), "happened"), HAPPENED, "happened"),
                receipt);
    }

    static String within(String text, int most, String field) {
        if (text.length() > most) throw new Refused("text.too-long", field, most, text.length()).at(field);
        return text;
    }

    /** The same once more, or a new one. @throws Refused outside.full where too many wait */
    static OutsideFact received(Signal.All all, Optional<Signal> same, OutsideFact.Signalled said) {
        if (same.isPresent()) return new OutsideFact.Repeated(said.receipt());
        if (all.waiting().size() >= MOST) throw new Refused("outside.full");
        return said;
    }

    /** @throws NotMandated outside.assess; Refused outside.dealt-with */
    static OutsideFact.Taken take(Signal signal, Acting by, UUID incident) {
        mayDealWith(signal, by);
        return new OutsideFact.Taken(incident);
    }

    /** @throws NotMandated outside.assess; Refused outside.dealt-with, text.missing for the reason */
    static OutsideFact.Dismissed dismiss(Signal signal, Acting by, @Nullable String reason) {
        mayDealWith(signal, by);
        return new OutsideFact.Dismissed(Plain.text(reason, "reason"));
    }

    private static void mayDealWith(Signal signal, Acting by) {
        if (!by.may(Mandate.ASSESS)) throw new NotMandated("outside.assess");
        if (signal.end() != null) throw new Refused("outside.dealt-with");
    }
}
