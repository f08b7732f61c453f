package se.samlad.direction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.Direction.State;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.direction.ProposalForm.Wording;
import se.samlad.incident.Incident;
import se.samlad.incident.Plain;
import se.samlad.incident.Sittings.Sitting;
import se.samlad.journal.Refused;

/**
 * The rules for agreeing, answering and reporting progress, and who may do each. Pure: no clock, no database, no
 * Spring.
 */
final class Directing {

    static final int AIM = 1_000;
    static final int LINE = 500;
    static final int LINES = 20;
    static final int MEASURES = 60;

    /** The region's actors and groups. @param group the codes of a group's actors; empty: there is no such group */
    record Region(Predicate<String> actor, Function<String, List<String>> group) {}

    private Directing() {}

    /**
     * Puts a direction before a forum. Requires a mandate to answer, keep or convene in the incident (D1), or to invite to the
     * own actor's local forum (F5).
     *
     * @param id the direction's id; the ids of its measures are derived from it
     * @throws NotMandated direction.propose-mandate
     * @throws Refused incident.ended, direction.forum-closed, direction.too-many, direction.unknown-actor,
     *     direction.unknown-group, direction.measure-nobody, direction.phase, text.missing, text.too-long
     */
    static DirectionFact.Proposed propose(
            Incident incident, Sitting forum, ProposalForm said, Acting by, UUID id, int number, Region region) {
        if (!mayPropose(by, forum)) throw new NotMandated("direction.propose-mandate");
        incident.mustGoOn();
        if (!forum.open()) throw new Refused("direction.forum-closed");
        var text = said.wording();
        return new DirectionFact.Proposed(
                forum.id(),
                forum.level(),
                number,
                text.checkedAim(),
                text.checkedPriorities(),
                text.checkedLimits(),
                text.checkedMeasures(id, region),
                text.checkedMessages(),
                Plain.optional(said.prepared(), "prepared"),
                said.replaces());
    }

    /**
     * Changes the text of a proposal, until it is agreed. Whoever may put a direction before the forum may do so (D1).
     *
     * @param forum empty: it no longer exists for the caller
     * @throws NotMandated direction.propose-mandate
     * @throws Refused incident.ended, direction.forum-closed, direction.agreed-already, direction.withdrawn-already, and
     *     for the text as {@link #propose}
     */
    static DirectionFact.Reworded reword(
            Incident incident, Direction direction, Optional<Sitting> forum, Wording said, Acting by, Region region) {
        var sitting =
                forum.filter(f -> mayPropose(by, f)).orElseThrow(() -> new NotMandated("direction.propose-mandate"));
        incident.mustGoOn();
        mustBeProposed(direction);
        if (!sitting.open()) throw new Refused("direction.forum-closed");
        return new DirectionFact.Reworded(
                direction.drawn(),
                said.checkedAim(),
                said.checkedPriorities(),
                said.checkedLimits(),
                said.checkedMeasures(direction.id(), region),
                said.checkedMessages());
    }

    private static void mustBeProposed(Direction direction) {
        switch (direction.state()) {
            case PROPOSED -> {}
            case AGREED, REPLACED -> throw new Refused("direction.agreed-already");
            case WITHDRAWN -> throw new Refused("direction.withdrawn-already");
        }
    }

    static boolean mayPropose(Acting by, Sitting forum) {
        if (invitesTo(forum, by)) return true;
        boolean mandate = by.may(Mandate.STANCE) || by.may(Mandate.KEEP) || convenes(by);
        boolean takesPart = forum.has(by.actor()) || forum.chairedBy(by) || by.may(Mandate.KEEP) || convenes(by);
        return mandate && takesPart;
    }

    /** A municipality's local forum is on its own responsibility, so who invites to it also words what it aims at (F5, F6). */
    private static boolean invitesTo(Sitting forum, Acting by) {
        return forum.level() == Level.EXECUTING
                && by.may(Mandate.INVITE)
                && forum.chair().startsWith(by.actor() + "/");
    }

    private static boolean convenes(Acting by) {
        return by.may(Mandate.CONVENE) || by.may(Mandate.CONVENE_IN_STEAD);
    }

    /**
     * Records that the forum has agreed. Only its chair may say so, and the chair must stand on the forum's level or
     * above (A6).
     *
     * @param forum empty: it no longer exists for the caller
     * @throws NotMandated direction.chair, direction.level
     * @throws Refused incident.ended, direction.forum-closed, direction.agreed-already, direction.withdrawn-already
     */
    static DirectionFact.Agreed agree(
            Incident incident, Direction direction, Optional<Sitting> forum, Acting by, @Nullable String reason) {
        var sitting = chaired(forum, by);
        incident.mustGoOn();
        mustBeProposed(direction);
        if (!sitting.open()) throw new Refused("direction.forum-closed");
        return new DirectionFact.Agreed(Plain.optional(reason, "reason"));
    }

    private static Sitting chaired(Optional<Sitting> forum, Acting by) {
        var sitting = forum.filter(f -> f.chairedBy(by)).orElseThrow(() -> new NotMandated("direction.chair"));
        if (!fits(sitting, by)) throw new NotMandated("direction.level");
        return sitting;
    }

    /** Whether the function stands on the forum's level, or above it (A6). */
    static boolean fits(Sitting forum, Acting by) {
        return fits(forum, by.function());
    }

    static boolean fits(Sitting forum, se.samlad.access.Function function) {
        return function.level().compareTo(forum.level()) <= 0;
    }

    /**
     * Takes back a proposal (its proposer or the forum's chair) or an agreed direction (the chair only).
     *
     * @throws NotMandated direction.chair, direction.level
     * @throws Refused incident.ended, direction.withdrawn-already, direction.replaced, text.missing for the reason (C5)
     */
    static DirectionFact.Withdrawn withdraw(
            Incident incident, Direction direction, Optional<Sitting> forum, Acting by, @Nullable String reason) {
        if (direction.state() != State.PROPOSED || !proposed(direction, by)) chaired(forum, by);
        incident.mustGoOn();
        if (direction.state() == State.WITHDRAWN) throw new Refused("direction.withdrawn-already");
        if (direction.state() == State.REPLACED) throw new Refused("direction.replaced");
        return new DirectionFact.Withdrawn(bounded(reason, LINE, "reason"));
    }

    /** Whether the acting function proposed the direction. */
    static boolean proposed(Direction direction, Acting by) {
        return direction.by().actor().equals(by.actor())
                && direction.by().function().equals(by.function().name());
    }

    /**
     * Records an actor's answer. The actor is always that of the acting function; nobody answers for another (A4, D3).
     *
     * @param measure null: the whole direction
     * @throws NotMandated direction.stance-mandate
     * @throws Refused incident.ended, direction.not-agreed, direction.replaced, direction.withdrawn-already,
     *     direction.no-such-measure, direction.not-concerned, direction.stance-missing, direction.stance-reason
     */
    static DirectionFact.StanceTaken answer(
            Incident incident,
            Direction direction,
            Acting by,
            @Nullable Stance stance,
            @Nullable UUID measure,
            @Nullable String reason) {
        if (!by.may(Mandate.STANCE)) throw new NotMandated("direction.stance-mandate");
        incident.mustGoOn();
        inForce(direction);
        if (measure != null) named(direction, measure, by);
        if (stance == null) throw new Refused("direction.stance-missing").at("stance");
        var why = Plain.optional(reason, "reason");
        if (stance != Stance.ACCEPTS && why == null) throw new Refused("direction.stance-reason").at("reason");
        return new DirectionFact.StanceTaken(by.actor(), by.function().unit(), stance, measure, why);
    }

    private static void inForce(Direction direction) {
        switch (direction.state()) {
            case AGREED -> {}
            case PROPOSED -> throw new Refused("direction.not-agreed");
            case REPLACED -> throw new Refused("direction.replaced");
            case WITHDRAWN -> throw new Refused("direction.withdrawn-already");
        }
    }

    private static void named(Direction direction, UUID measure, Acting by) {
        var found = direction.measure(measure).orElseThrow(() -> new Refused("direction.no-such-measure"));
        if (!found.concerned().contains(by.actor())) throw new Refused("direction.not-concerned");
    }

    /**
     * Records how far the actor has come with a measure that it stands behind (D3). Progress on a replaced direction is
     * accepted too; after stand-down, only on measures that were begun or handed over.
     *
     * @throws NotMandated direction.tell-mandate
     * @throws Refused direction.not-agreed, direction.withdrawn-already, direction.no-such-measure,
     *     direction.not-concerned, direction.not-behind, direction.state-missing, direction.cannot-reason,
     *     direction.told-already, incident.ended
     */
    static DirectionFact.CarriedOut tell(
            Incident incident,
            Direction direction,
            Acting by,
            UUID measure,
            @Nullable Progress state,
            @Nullable String text) {
        if (!by.may(Mandate.REPORT) && !by.may(Mandate.STANCE)) throw new NotMandated("direction.tell-mandate");
        if (direction.state() != State.REPLACED) inForce(direction);
        named(direction, measure, by);
        var unit = by.function().unit();
        if (!direction.standsBehind(by.actor(), unit, measure)) throw new Refused("direction.not-behind");
        if (state == null) throw new Refused("direction.state-missing").at("state");
        var said = Plain.optional(text, "text");
        if (state == Progress.CANNOT && said == null) throw new Refused("direction.cannot-reason").at("text");
        var before = direction.progress().get(new Direction.Part(by.actor(), unit, measure));
        if (before == null && !handedOver(incident, measure)) incident.mustGoOn();
        if (said == null && before != null && before.state() == state)
            throw new Refused("direction.told-already").at("text");
        return new DirectionFact.CarriedOut(by.actor(), unit, measure, state, said);
    }

    private static boolean handedOver(Incident incident, UUID measure) {
        var end = incident.stoodDown();
        return end != null
                && end.handedOver().stream().anyMatch(h -> h.measure().equals(measure.toString()));
    }

    static String bounded(@Nullable String said, int most, String field) {
        var text = Plain.text(said, field);
        if (text.length() > most) throw new Refused("text.too-long", field, most, text.length()).at(field);
        return text;
    }
}
