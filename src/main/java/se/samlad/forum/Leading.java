package se.samlad.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Common;
import se.samlad.forum.Convening.Scene;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/**
 * The rules for acting in a forum that has been convened, and who may do each. Pure: no clock, no database, no Spring.
 */
final class Leading {

    private Leading() {}

    /** A change of the composition. Both lists empty: the need was weighed and nothing changes (F3). */
    record Change(
            List<String> callIn,
            List<String> release,
            @Nullable Affected affected,
            @Nullable String reason) {}

    /**
     * Who leads the forum: its chair. In a regional forum also those who may convene. In an executing forum also other
     * functions of the chair's actor, and those who may convene only if that actor has been released.
     */
    static boolean mayLead(Forum forum, Acting by) {
        boolean led = forum.seats().has(forum.chairActor());
        if (led && forum.chair().equals(by.function().id())) return true;
        if (forum.isRegional() || !led) return by.mayConvene();
        return forum.chairActor().equals(by.actor());
    }

    /** Those who lead the forum and, in a regional forum, those who keep the picture and the log (C1). */
    static boolean mayKeep(Forum forum, Acting by) {
        return mayLead(forum, by) || (forum.isRegional() && by.may(Mandate.KEEP));
    }

    /**
     * Calls in and releases actors (F3). Each actor may release itself (A4); a closed forum accepts only releases. A
     * function that may convene can release, from any forum, actors that the incident is not otherwise open to, even
     * the chair's: that ends their access (A8).
     *
     * @throws NotMandated forum.lead, forum.outsider
     * @throws Refused incident.ended, forum.closed, forum.no-such-actor, forum.both-ways, forum.already-in, forum.not-in,
     *     forum.stays, text.missing for the reason
     */
    static List<ForumFact> compose(Scene scene, Forum forum, Acting by, Change change) {
        scene.incident().mustGoOn();
        boolean leavesItself = change.callIn().isEmpty() && change.release().equals(List.of(by.actor()));
        boolean endsSight = endsSight(scene, by, change);
        if (!leavesItself && !endsSight && !mayChange(forum, by, change)) throw new NotMandated("forum.lead");
        if (change.release().isEmpty()) Convening.mustBeOpen(forum);
        if (change.callIn().isEmpty() && change.release().isEmpty())
            return List.of(new ForumFact.NeedWeighed(Plain.text(change.reason(), "reason")));
        var facts = new ArrayList<ForumFact>();
        if (!change.callIn().isEmpty()) facts.add(callIn(scene, forum, by, change));
        if (!change.release().isEmpty()) facts.add(release(scene, forum, change, endsSight));
        return facts;
    }

    private static boolean endsSight(Scene scene, Acting by, Change change) {
        return change.callIn().isEmpty()
                && !change.release().isEmpty()
                && by.mayConvene()
                && change.release().stream()
                        .noneMatch(a -> scene.known().openTo(scene.incident(), a)
                                || a.equals(scene.known().common().countyBoard()));
    }

    private static boolean mayChange(Forum forum, Acting by, Change change) {
        boolean weighs = change.callIn().isEmpty() && change.release().isEmpty();
        return weighs ? mayKeep(forum, by) : mayLead(forum, by);
    }

    private static ForumFact.CalledIn callIn(Scene scene, Forum forum, Acting by, Change change) {
        Convening.mustBeOpen(forum);
        var actors = List.copyOf(new TreeSet<>(change.callIn()));
        if (forum.isRegional()) Convening.mustExist(scene.known(), actors);
        else Convening.mayOpenTo(scene, by, actors);
        for (String actor : actors) {
            if (change.release().contains(actor)) throw new Refused("forum.both-ways", actor).at("callIn");
            var seat = forum.seats().in().get(actor);
            if (seat != null && (change.affected() == null || Objects.equals(seat.affected(), change.affected())))
                throw new Refused("forum.already-in", actor).at("callIn");
        }
        return new ForumFact.CalledIn(actors, change.affected(), Plain.optional(change.reason(), "reason"));
    }

    private static ForumFact.Released release(Scene scene, Forum forum, Change change, boolean evenTheChair) {
        var actors = List.copyOf(new TreeSet<>(change.release()));
        Convening.mustExist(scene.known(), actors);
        if (stands(forum)) throw new Refused("forum.alarm-stands").at("release");
        for (String actor : actors) {
            if (!forum.seats().has(actor)) throw new Refused("forum.not-in", actor).at("release");
            if (!evenTheChair && stays(forum, actor, scene.known().common()))
                throw new Refused("forum.stays", actor).at("release");
        }
        return new ForumFact.Released(actors, Plain.text(change.reason(), "reason"));
    }

    /** The chair's actor while the forum is open; in a regional forum the county board and the joint functions. */
    static boolean stays(Forum forum, String actor, Common common) {
        if (forum.isOpen() && forum.chairActor().equals(actor)) return true;
        return forum.isRegional() && (actor.equals(common.countyBoard()) || actor.equals(common.joint()));
    }

    /**
     * The forum decides on a new chair, as stated by its chair or by a function that may convene (I2). The new chair is
     * a function of a member that sits in the forum, on the forum's level (A6); in a regional forum it may also be the
     * function that convenes in the county board's stead (I4).
     *
     * @throws NotMandated forum.lead
     * @throws Refused incident.ended, forum.closed, forum.no-such-function, forum.chairs-already, forum.not-in,
     *     forum.chair-not-member, forum.chair-level, text.missing for the reason
     */
    static ForumFact.ChairPassed pass(
            Scene scene, Forum forum, Acting by, @Nullable String function, @Nullable String reason) {
        mayLeadNow(scene, forum, by);
        var to = known(scene, function);
        if (to.id().equals(forum.chair())) throw new Refused("forum.chairs-already").at("function");
        mustBeAbleToChair(scene, to, forum.level(), forum.seats()::has);
        return new ForumFact.ChairPassed(to.id(), Plain.text(reason, "reason"));
    }

    static Function known(Scene scene, @Nullable String function) {
        var known = function == null ? null : scene.known().functions().byId().get(function.strip());
        if (known == null) throw new Refused("forum.no-such-function").at("function");
        return known;
    }

    /** @param sits whether an actor sits in the forum */
    static void mustBeAbleToChair(Scene scene, Function to, Level level, Predicate<String> sits) {
        if (level != Level.EXECUTING && to.may(Mandate.CONVENE_IN_STEAD)) return;
        if (!sits.test(to.actor())) throw new Refused("forum.not-in", to.actor()).at("function");
        if (!scene.known().member().test(to.actor())) throw new Refused("forum.chair-not-member").at("function");
        if (!fits(to, level)) throw new Refused("forum.chair-level").at("function");
    }

    /**
     * Whether the function represents its actor on the level. On the executing level duty officers and units do too
     * (A6).
     */
    static boolean fits(Function function, Level level) {
        if (function.onlyAdministers()) return false;
        if (level == Level.EXECUTING) return function.level() != Level.DIRECTING;
        return function.level() == level && function.unit() == null;
    }

    /**
     * Whether the function answers calls to the level: it represents its actor there, or deputises for one that does,
     * or its actor has none.
     */
    static boolean answers(Functions all, Function function, Level level) {
        if (function.onlyAdministers()) return false;
        if (level == Level.EXECUTING || fits(function, level)) return true;
        if (all.ofActor(function.actor()).stream().noneMatch(f -> fits(f, level))) return true;
        return function.deputyOf() != null
                && all.find(function.actor(), function.deputyOf())
                        .filter(f -> fits(f, level))
                        .isPresent();
    }

    /**
     * Acknowledges the call for the actor (I3). Only a function that answers for it on the level, or a deputy, may do
     * so (A6); or one that was itself called, such as the actor's head after nobody else answered.
     *
     * @throws NotMandated forum.not-seated, forum.answers
     * @throws Refused incident.ended, forum.closed, forum.acknowledged-already
     */
    static ForumFact.Acknowledged acknowledge(Scene scene, Forum forum, Acting by, boolean called) {
        scene.incident().mustGoOn();
        Convening.mustBeOpen(forum);
        var seat = forum.seats().in().get(by.actor());
        if (seat == null) throw new NotMandated("forum.not-seated");
        if (!called && !answers(scene.known().functions(), by.function(), forum.level()))
            throw new NotMandated("forum.answers");
        if (seat.acknowledged() != null) throw new Refused("forum.acknowledged-already");
        return new ForumFact.Acknowledged(forum.id());
    }

    /** @throws NotMandated forum.lead @throws Refused incident.ended, forum.closed, forum.gathered-already */
    static ForumFact.Gathered gather(Scene scene, Forum forum, Acting by) {
        mayKeepNow(scene, forum, by);
        if (forum.course().gathered() != null) throw new Refused("forum.gathered-already");
        return new ForumFact.Gathered();
    }

    /**
     * @throws NotMandated forum.lead
     * @throws Refused incident.ended, forum.closed, forum.next-missing, forum.next-past, forum.next-far
     */
    static ForumFact.NextSet next(Scene scene, Forum forum, Acting by, @Nullable Instant at, @Nullable String reach) {
        mayKeepNow(scene, forum, by);
        var line = Convening.reach(reach);
        if (at == null && line == null) throw new Refused("forum.next-missing").at("nextAt");
        return new ForumFact.NextSet(Convening.time(scene, at), line);
    }

    /**
     * Sets the directing forum's frame for the coordinating work (F4). Only its chair may do so.
     *
     * @throws NotMandated forum.frame-whose
     * @throws Refused incident.ended, forum.closed, forum.frame-level, text.missing
     */
    static ForumFact.FrameSet frame(Scene scene, Forum forum, Acting by, @Nullable String text) {
        scene.incident().mustGoOn();
        if (forum.level() != Level.DIRECTING) throw new Refused("forum.frame-level");
        if (!forum.chair().equals(by.function().id())) throw new NotMandated("forum.frame-whose");
        Convening.mustBeOpen(forum);
        return new ForumFact.FrameSet(Plain.text(text, "text"));
    }

    /** @throws NotMandated forum.lead @throws Refused incident.ended, forum.closed, forum.alarm-stands, text.missing */
    static ForumFact.Closed close(Scene scene, Forum forum, Acting by, @Nullable String reason) {
        mayLeadNow(scene, forum, by);
        if (stands(forum)) throw new Refused("forum.alarm-stands");
        return new ForumFact.Closed(Plain.text(reason, "reason"));
    }

    /** Whether an alarm called all at once, and they have not gathered yet: until then nobody undoes it. */
    static boolean stands(Forum forum) {
        var alarm = forum.opening().alarm();
        return forum.isOpen()
                && alarm != null
                && alarm.atOnce()
                && forum.course().gathered() == null;
    }

    private static void mayLeadNow(Scene scene, Forum forum, Acting by) {
        scene.incident().mustGoOn();
        if (!mayLead(forum, by)) throw new NotMandated("forum.lead");
        Convening.mustBeOpen(forum);
    }

    private static void mayKeepNow(Scene scene, Forum forum, Acting by) {
        scene.incident().mustGoOn();
        if (!mayKeep(forum, by)) throw new NotMandated("forum.lead");
        Convening.mustBeOpen(forum);
    }
}
