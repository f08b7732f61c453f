package se.samlad.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Refused;
import se.samlad.rota.RotaFact.Turn;

/**
 * A calendar elsewhere that is read again and again for one function (R2), and the rules of it. Pure.
 *
 * @param account on duty in all of it; null: whom each event names
 * @param by who subscribed: what is read is recorded in that actor's name
 * @param said what it said when it was last read
 * @param until what begins later was not read then; the beginning of time: it was never read
 */
public record Subscription(
        UUID id, String function, @Nullable String account, By by, Instant since, List<Turn> said, Instant until) {

    /** Thrown where the calendar says what it said before: nothing is recorded. */
    public static final String UNCHANGED = "rota.calendar-unchanged";

    /** Thrown where a calendar that had shifts has none any more: what it said stays until a person says so. */
    public static final String EMPTIED = "rota.calendar-emptied";

    private static final int MOST = 10;
    /** So far ahead it is known at the least: then it is read {@link Rota#AHEAD} once more, so that no shift is an entry. */
    private static final Duration KNOWN = Rota.AHEAD.minusDays(31);

    static Subscription begun(Entry entry, RotaFact.Subscribed s) {
        return new Subscription(
                entry.id(), s.function(), s.account(), entry.by(), entry.recordedAt(), List.of(), Instant.EPOCH);
    }

    Subscription read(RotaFact.CalendarRead r) {
        return new Subscription(id, function, account, by, since, r.turns(), r.until());
    }

    /** How far ahead it is read now. The same for a month, so that the same calendar says the same. */
    public Instant horizon(Instant now) {
        return until.isBefore(now.plus(KNOWN)) ? now.plus(Rota.AHEAD) : until;
    }

    /** Its shifts that have not ended. */
    public List<Turn> coming(Instant now) {
        return coming(said, now);
    }

    private static List<Turn> coming(List<Turn> turns, Instant now) {
        return turns.stream().filter(t -> t.until().isAfter(now)).toList();
    }

    /**
     * What was stays as it was; what comes is as it is said now. Whoever is on duty and stays so has one shift. The first time,
     * who is on duty has been so since its shift began.
     *
     * @param at when it is said
     */
    List<Turn> joined(List<Turn> before, List<Turn> now, Instant at) {
        if (until.equals(Instant.EPOCH)) return now;
        var all = new ArrayList<Turn>();
        for (var each : before) {
            var end = each.until().isBefore(at) ? each.until() : at;
            if (each.from().isBefore(end) && end.isAfter(at.minus(Rota.KEPT)))
                all.add(new Turn(each.account(), each.from(), end));
        }
        for (var each : coming(now, at)) {
            var from = each.from().isBefore(at) ? at : each.from();
            var goesOn = all.stream()
                    .filter(t -> t.account().equals(each.account()) && t.until().equals(from))
                    .filter(t -> from.equals(at))
                    .findFirst();
            goesOn.ifPresent(all::remove);
            all.add(new Turn(each.account(), goesOn.map(Turn::from).orElse(from), each.until()));
        }
        all.sort(Comparator.comparing(Turn::from).thenComparing(Turn::account));
        return List.copyOf(all);
    }

    /**
     * Whoever plans others subscribes for anybody; whoever may be on duty, for itself.
     *
     * @throws NotMandated rota.plan-mandate
     * @throws Refused rota.person, rota.too-many-subscriptions, naming the field
     */
    static RotaFact.Subscribed subscribe(Planning.Scene scene, Acting by, @Nullable String account) {
        boolean plans = by.may(Mandate.ADMINISTER);
        var staff = scene.staff();
        if (!plans && !staff.contains(by.account())) throw new NotMandated("rota.plan-mandate");
        var whose = plans ? account : by.account();
        if (whose != null && !staff.contains(whose)) throw new Refused("rota.person").at("account");
        if (scene.plan().subscriptions().size() >= MOST)
            throw new Refused("rota.too-many-subscriptions", MOST).at("function");
        return new RotaFact.Subscribed(scene.function().name(), whose);
    }

    /**
     * What it says now.
     *
     * @param sure whether nothing at all is meant
     * @throws NotThere where it has ended; Refused {@link #UNCHANGED}, {@link #EMPTIED}
     */
    static RotaFact.CalendarRead read(Plan plan, UUID id, List<Turn> turns, Instant until, boolean sure, Instant now) {
        var subscription = plan.subscription(id).orElseThrow(NotThere::new);
        var before = subscription.coming(now);
        var coming = coming(turns, now);
        if (coming.equals(before)) throw new Refused(UNCHANGED);
        if (coming.isEmpty() && !sure) throw new Refused(EMPTIED);
        return new RotaFact.CalendarRead(subscription.function(), id, until, coming);
    }

    /** @throws NotMandated rota.subscription-mandate */
    static void mustBeOf(Subscription subscription, Acting by) {
        if (!subscription.isOf(by)) throw new NotMandated("rota.subscription-mandate");
    }

    /** Whoever plans for the actor has it, and who subscribed. */
    public boolean isOf(Acting by) {
        return by.may(Mandate.ADMINISTER) || this.by.account().equals(by.account());
    }
}
