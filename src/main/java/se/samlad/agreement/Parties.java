package se.samlad.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;
import se.samlad.agreement.AgreementFact.Acceded;
import se.samlad.agreement.AgreementFact.Signed;
import se.samlad.agreement.Belonging.Sure;

/**
 * Who belongs on a day (A1, A3). Pure.
 *
 * @param sure those that do
 * @param perhaps those of which the sources only say that it began or ended between two days
 */
public record Parties(LocalDate on, List<Party> sure, List<Party> perhaps) {

    /** How an organisation belongs. */
    public enum As {
        PARTY,
        ASSOCIATED,
        CONTACT
    }

    /**
     * @param actor its code; also of an organisation that is no actor here
     * @param kind null: it is no actor here
     * @param was what it was called when it signed, where that differs; null: as today
     * @param since null: no source gives it
     */
    public record Party(
            String actor,
            @Nullable Kind kind,
            @Nullable String was,
            As as,
            @Nullable Day since,
            @Nullable Signed signed,
            @Nullable Acceded acceded) {}

    /** @param actors all of the region @param today contacts have no dates, and are listed from today on */
    static Parties on(LocalDate day, LocalDate today, Agreement agreement, List<Actor> actors) {
        var sure = new ArrayList<Party>();
        var perhaps = new ArrayList<Party>();
        var seen = new HashSet<String>();
        for (var actor : actors) {
            seen.add(actor.code());
            if (actor.kind() == Kind.JOINT_FUNCTIONS) continue;
            var times = agreement.of(actor.code());
            if (times.isEmpty()) registered(actor, day, today, sure, perhaps);
            else recorded(actor.code(), actor, times, day, sure, perhaps);
        }
        agreement.steps().keySet().stream()
                .filter(code -> !seen.contains(code))
                .sorted()
                .forEach(code -> recorded(code, null, agreement.of(code), day, sure, perhaps));
        return new Parties(day, sorted(sure), sorted(perhaps));
    }

    private static List<Party> sorted(List<Party> parties) {
        return parties.stream().sorted(Comparator.comparing(Party::as)).toList();
    }

    private static void recorded(
            String code,
            @Nullable Actor actor,
            List<Belonging> times,
            LocalDate day,
            List<Party> sure,
            List<Party> perhaps) {
        for (var time : times) {
            var is = time.on(day);
            if (is == Sure.NO) continue;
            var party = new Party(
                    code,
                    actor == null ? null : actor.kind(),
                    time.signed() == null ? null : time.signed().organisation(),
                    time.membership() == Membership.PARTY ? As.PARTY : As.ASSOCIATED,
                    time.from(),
                    time.signed(),
                    time.acceded());
            (is == Sure.YES ? sure : perhaps).add(party);
            return;
        }
    }

    /** What the actor's registration says, where no step is recorded. */
    private static void registered(Actor actor, LocalDate day, LocalDate today, List<Party> sure, List<Party> perhaps) {
        var as =
                switch (actor.membership()) {
                    case PARTY -> As.PARTY;
                    case ASSOCIATED -> As.ASSOCIATED;
                    case NONE -> As.CONTACT;
                };
        var since = actor.since() == null ? null : Day.on(LocalDate.parse(actor.since()));
        if (since != null && day.isBefore(since.earliest())) return;
        boolean known = since != null || !day.isBefore(today);
        var party = new Party(actor.code(), actor.kind(), null, as, since, null, null);
        if (known) sure.add(party);
        else if (as != As.CONTACT) perhaps.add(party);
    }

    public List<Party> of(As as) {
        return sure.stream().filter(party -> party.as() == as).toList();
    }
}
