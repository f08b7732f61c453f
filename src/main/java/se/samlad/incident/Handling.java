package se.samlad.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Marking;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Common;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;

/** The rules: what may be done with an incident, and by whom. Pure: no clock, no database, no Spring. */
final class Handling {

    private static final Set<String> ALL_MEMBERS = Set.of("incident", "members");

    private Handling() {}

    /** Anyone may signal, with one field (I1). */
    static IncidentFact.Signalled signal(SignalForm said, List<String> openedTo, Instant now) {
        return new IncidentFact.Signalled(
                Plain.title(said.title(), "title"),
                Plain.optional(said.text(), "text"),
                Plain.optional(said.kind(), "kind"),
                Plain.optional(said.warning(), "warning"),
                openedTo,
                said.exerciseClock(now));
    }

    /**
     * The labels of a signal's audience: all members, or the actors that the signal is restricted to, always with the
     * county board (I1, S1).
     *
     * @throws Refused marking.audience for an audience that an incident can't have, and as {@link Marking#labels}
     */
    static List<String> openedTo(@Nullable Marking marking, Acting by, Common common, Predicate<String> knownActor) {
        var chosen = marking == null ? Marking.of(null) : marking;
        Marking.labels(chosen, new UUID(0, 0), by, knownActor);
        if (ALL_MEMBERS.containsAll(chosen.who())) return List.of("members");
        var to = new TreeSet<>(
                List.of("actor:" + by.actor(), "actor:" + common.countyBoard(), "actor:" + common.joint()));
        for (var who : chosen.who()) {
            if (!who.startsWith("actor:")) throw new Refused("marking.audience", who);
            to.add(who);
        }
        return List.copyOf(to);
    }

    /**
     * The audience that identifies a signal from a warning: two signals with the same audience are one incident. It
     * includes an outsider's own actor, who would not see another's incident.
     *
     * @param openedTo as {@link #openedTo} gives it
     */
    static List<String> audience(List<String> openedTo, Acting by) {
        if (openedTo.stream().anyMatch(by.viewer()::holds)) return openedTo;
        var all = new TreeSet<>(openedTo);
        all.add("actor:" + by.actor());
        return List.copyOf(all);
    }

    /** The id of the incident that is signalled from a warning to an audience: there is one. */
    static UUID idOf(String warning, List<String> audience) {
        var name = "warning:" + warning + "\n" + String.join("\n", audience);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused incident.not-an-exercise, incident.clock-back, or occurred.unlikely */
    static IncidentFact.ClockMoved moveClock(Incident incident, Acting by, Instant to) {
        if (incident.exercise() == null) throw new Refused("incident.not-an-exercise");
        if (to.isBefore(incident.exercise().shows())) throw new Refused("incident.clock-back").at("now");
        if (!by.actor().equals(incident.asked().actor()) && !by.may(Mandate.CONVENE))
            throw new NotMandated("incident.clock-whose");
        Occurred.likely(to, incident.exercise().shows());
        return new IncidentFact.ClockMoved(to);
    }

    /**
     * Assesses the signal and convenes (I2, I4). The county board convenes; the regional duty coordinator may in its
     * stead.
     *
     * @throws NotMandated incident.convene-mandate
     * @throws Refused incident.ended
     */
    static IncidentFact.Activated activate(
            Incident incident, Acting by, Common common, Level level, @Nullable String reason) {
        by.mustConvene();
        incident.mustGoOn();
        return new IncidentFact.Activated(level, Plain.optional(reason, "reason"), true, common.inSteadOf(by));
    }

    /**
     * The municipality that signalled answers for the incident itself, in its own area (F5). A warning's incident is for
     * all, so that another can't be signalled from it.
     *
     * @param area the acting one's municipality, by code; null: it is none
     * @throws NotMandated incident.local-whose
     * @throws Refused incident.local-area, incident.local-warning, incident.ended, incident.running, incident.local-already
     */
    static IncidentFact.TakenLocally takeLocally(Incident incident, Acting by, @Nullable String area) {
        if (!incident.isSignalledBy(by)) throw new NotMandated("incident.local-whose");
        if (area == null) throw new Refused("incident.local-area").at("local");
        if (incident.warning() != null) throw new Refused("incident.local-warning").at("local");
        incident.mustGoOn();
        if (incident.state() == Incident.State.ACTIVATED) throw new Refused("incident.running");
        if (incident.state() == Incident.State.LOCAL) throw new Refused("incident.local-already");
        return new IncidentFact.TakenLocally(area);
    }

    /**
     * Whether the acting one may end it now: a local incident is ended by the municipality that answers for it (F5), an
     * activated one by those who convene (I5).
     */
    static boolean mayEnd(Incident incident, Acting by) {
        return switch (incident.state()) {
            case LOCAL -> incident.isSignalledBy(by);
            case ACTIVATED -> by.mayConvene();
            case SIGNALLED, ANSWERED, STOOD_DOWN -> false;
        };
    }

    /**
     * @throws NotMandated incident.convene-mandate; Refused incident.reason, incident.ended, incident.running, incident.local
     */
    static IncidentFact.Answered answer(Incident incident, Acting by, @Nullable String reason) {
        by.mustConvene();
        incident.mustGoOn();
        if (incident.state() == Incident.State.ACTIVATED) throw new Refused("incident.running");
        if (incident.state() == Incident.State.LOCAL) throw new Refused("incident.local");
        if (Plain.isEmpty(reason)) throw new Refused("incident.reason").at("reason");
        return new IncidentFact.Answered(Plain.text(reason, "reason"), true);
    }

    /**
     * Assesses how an actor is affected. Those who convene may assess anybody, everybody else its own actor (A4, A6).
     *
     * @param unit the code of one of its units; null or blank: the whole actor
     * @throws NotMandated incident.weigh-whose
     * @throws Refused incident.ended, incident.no-such-unit
     */
    static IncidentFact.Weighed weigh(
            Incident incident, Acting by, Actor whom, @Nullable String unit, Concern concern, @Nullable String reason) {
        boolean own = by.actor().equals(whom.code());
        if (!own && !by.mayConvene() && !by.may(Mandate.KEEP)) throw new NotMandated("incident.weigh-whose");
        incident.mustGoOn();
        var part = unit == null || unit.isBlank() ? null : unit;
        if (part != null && whom.unit(part).isEmpty())
            throw new Refused("incident.no-such-unit", whom.code()).at("unit");
        return new IncidentFact.Weighed(whom.code(), part, concern, Plain.optional(reason, "reason"));
    }

    /**
     * Records that two incidents are the same, such as when a warning was signalled to two audiences.
     *
     * @throws NotMandated incident.convene-mandate
     * @throws Refused incident.join-itself, incident.joined-already, text.missing for the reason
     */
    static IncidentFact.Joined join(Incident incident, Incident other, Acting by, @Nullable String reason) {
        by.mustConvene();
        if (incident.id().equals(other.id())) throw new Refused("incident.join-itself").at("incident");
        if (incident.joined().contains(other.id())) throw new Refused("incident.joined-already").at("incident");
        return new IncidentFact.Joined(other.id(), Plain.text(reason, "reason"));
    }

    /**
     * The labels of those to whom both incidents are open, and the one of those who see both in whatever way, as from seats: a
     * reader of only one is not told of the other.
     *
     * @param member whether an actor holds the label {@code members}
     */
    static Labels both(Incident one, Incident other, Predicate<String> member) {
        var both = new TreeSet<String>();
        for (var label : one.openedTo()) if (isOpenedTo(other, label, member)) both.add(label);
        for (var label : other.openedTo()) if (isOpenedTo(one, label, member)) both.add(label);
        both.add(Incident.together(one.id(), other.id()).label());
        return new Labels(List.copyOf(both));
    }

    private static boolean isOpenedTo(Incident incident, String label, Predicate<String> member) {
        if (incident.openedTo().contains(label)) return true;
        return incident.isOpenToMembers()
                && label.startsWith("actor:")
                && member.test(label.substring("actor:".length()));
    }

    static IncidentFact.Retitled retitle(
            Incident incident, Acting by, @Nullable String title, @Nullable String reason) {
        if (!by.actor().equals(incident.asked().actor())) by.mustConvene();
        return new IncidentFact.Retitled(Plain.title(title, "title"), Plain.text(reason, "reason"));
    }

    /**
     * Ends activated mode (I5), or a local incident; see {@link #mayEnd}.
     *
     * @param open the measures that are not carried out, each of which must be handed over
     * @throws NotMandated incident.convene-mandate, incident.local-whose
     * @throws Refused incident.not-activated, incident.ended, incident.reason, incident.open-measures
     */
    static IncidentFact.StoodDown standDown(
            Incident incident,
            Acting by,
            @Nullable String reason,
            List<IncidentFact.HandOver> handedOver,
            Set<String> open) {
        boolean local = incident.state() == Incident.State.LOCAL;
        if (local && !mayEnd(incident, by)) throw new NotMandated("incident.local-whose");
        if (!local) by.mustConvene();
        incident.mustGoOn();
        if (!local && incident.state() != Incident.State.ACTIVATED) throw new Refused("incident.not-activated");
        if (Plain.isEmpty(reason)) throw new Refused("incident.reason").at("reason");
        var left = new TreeSet<>(open);
        handedOver.forEach(h -> left.remove(h.measure()));
        if (!left.isEmpty()) throw new Refused("incident.open-measures", left.size());
        return new IncidentFact.StoodDown(Plain.text(reason, "reason"), handedOver);
    }
}
