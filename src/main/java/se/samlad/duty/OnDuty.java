package se.samlad.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.credential.Persons;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.rota.Staff;

/** The rules of shifts, and of letting a colleague in. Pure. */
final class OnDuty {

    /** How long the code that a colleague reads aloud can be used. */
    static final Duration CODE = Duration.ofMinutes(15);
    /** For how many hours somebody may be let in, at most. */
    static final int MOST_HOURS = 12;

    private static final int MOST_OPEN = 50;

    private OnDuty() {}

    /** The accounts of people who hold a function at the actor: no programs, and nobody whom a colleague has let in. */
    static List<String> people(Functions all, String actor) {
        return all.accounts(actor).stream().filter(Persons::isOwn).toList();
    }

    /** @throws Refused duty.no-successor, naming the field {@code to} */
    static DutyFact.HandedOver handOver(
            Functions all, Acting by, @Nullable String to, @Nullable String note, @Nullable List<String> open) {
        if (to != null
                && (to.equals(by.account())
                        || !Staff.successors(all, by.function()).contains(to)))
            throw new Refused("duty.no-successor").at("to");
        var waits = open == null ? List.<String>of() : open;
        return new DutyFact.HandedOver(
                by.actor(),
                by.function().name(),
                to,
                Plain.optional(note, "note"),
                waits.stream()
                        .limit(MOST_OPEN)
                        .map(each -> Plain.title(each, "open"))
                        .toList());
    }

    /** Whether the account may take over: a successor to whom it was handed, or anyone of them where it was to nobody (A6). */
    static boolean mayTakeOver(Functions all, Duty.HandOver handOver, String account) {
        var to = handOver.said().to();
        return !account.equals(handOver.from())
                && (to == null || account.equals(to))
                && all.find(handOver.actor(), handOver.said().function())
                        .filter(function -> Staff.successors(all, function).contains(account))
                        .isPresent();
    }

    /** Whether the function may vouch for a colleague: whoever takes a stance for the actor, or looks after its people. */
    static boolean mayVouch(Function function) {
        return function.may(Mandate.STANCE) || function.may(Mandate.ADMINISTER);
    }

    /**
     * The function that a colleague is let in to, which never looks after people.
     *
     * @throws NotMandated duty.vouch-mandate
     * @throws Refused duty.vouch-function, duty.vouch-hours
     */
    static Function mayLetIn(Functions all, Acting by, @Nullable String name, @Nullable Integer hours) {
        if (!mayVouch(by.function())) throw new NotMandated("duty.vouch-mandate");
        var function = Optional.ofNullable(name)
                .flatMap(given -> all.find(by.actor(), given))
                .filter(f -> !f.may(Mandate.ADMINISTER) && !f.may(Mandate.ADMIT))
                .orElseThrow(() -> new Refused("duty.vouch-function").at("function"));
        if (hours == null || hours < 1 || hours > MOST_HOURS)
            throw new Refused("duty.vouch-hours", MOST_HOURS).at("hours");
        return function;
    }

    static Instant until(Instant now, int hours) {
        return now.plus(Duration.ofHours(hours));
    }
}
