package se.samlad.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Common;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.incident.Alarms;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Plain;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;

/** The rules for convening, forming, asking for and raising a forum. Pure: no clock, no database, no Spring. */
final class Convening {

    private static final int MOST_ACTORS = 500;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final Duration FAR = Duration.ofDays(366);

    private Convening() {}

    /**
     * The forum that is asked for.
     *
     * @param actors null: the suggested ones, for a regional level
     * @param indirectly those of the actors that are indirectly affected; null: as the incident's weighing states
     * @param chair the function that is to chair, as {@code actor/name}; null: the one that convenes
     * @param plan what an alarm plan says of those who are called; null: it is not by a plan
     */
    record Call(
            Level level,
            @Nullable List<String> actors,
            @Nullable List<String> indirectly,
            @Nullable String name,
            @Nullable String purpose,
            Forum.Meeting next,
            @Nullable String reason,
            @Nullable String chair,
            Alarms.@Nullable Proposal plan) {}

    /** The region's actors. @param member whether the actor is a party; the joint functions are not */
    record Known(Predicate<String> exists, Predicate<String> member, Functions functions, Common common) {

        /** Whether the incident is open to the actor without a seat in any forum. */
        boolean openTo(Incident incident, String actor) {
            var to = incident.openedTo();
            boolean joint = actor.equals(common.joint());
            return to.contains("actor:" + actor) || (to.contains("members") && (joint || member.test(actor)));
        }

        /** Whether the actor sees the incident already. */
        boolean takesPart(Incident incident, ForumsView there, String actor) {
            return openTo(incident, actor) || there.seats(actor);
        }
    }

    /** The state that a decision is based on. */
    record Scene(Incident incident, ForumsView there, Known known, Instant now) {}

    /**
     * Convenes a directing or coordinating forum (I2). The activation recorded with it checks that the caller may
     * convene. The county board and the convening actor are always members.
     *
     * @throws Refused incident.ended, forum.already, forum.nobody, forum.too-many, forum.no-such-actor, forum.next-past,
     *     forum.next-far; for the chair as {@link Leading#pass}
     */
    static ForumFact.Convened regional(Scene scene, Acting by, Call call) {
        scene.incident().mustGoOn();
        if (scene.there().open(call.level()).isPresent()) throw new Refused("forum.already");
        var asked = call.actors() == null ? List.<String>of() : call.actors();
        if (call.actors() != null && asked.isEmpty()) throw new Refused("forum.nobody").at("actors");
        return convened(scene, by, call, with(asked, countyBoard(scene), by.actor()), inSteadOf(scene, by));
    }

    /**
     * Forms an executing forum. Those concerned do so themselves and need nobody's permission (F6).
     *
     * @throws Refused incident.ended, forum.nobody, text.missing for a name, and as {@link #regional}
     * @throws NotMandated forum.outsider, if it includes an actor that the incident is not open to
     */
    static ForumFact.Convened executing(Scene scene, Acting by, Call call) {
        scene.incident().mustGoOn();
        if (call.actors() == null || call.actors().isEmpty()) throw new Refused("forum.nobody").at("actors");
        Plain.title(call.name(), "name");
        mayOpenTo(scene, by, call.actors());
        return convened(scene, by, call, with(call.actors(), by.actor()), null);
    }

    private static ForumFact.Convened convened(
            Scene scene, Acting by, Call call, List<String> actors, @Nullable String inSteadOf) {
        mustExist(scene.known(), actors);
        var plan = call.plan();
        var indirectly = call.indirectly() == null
                ? affected(scene.incident(), plan, actors, Affected.INDIRECTLY)
                : call.indirectly().stream().filter(actors::contains).sorted().toList();
        var directly = affected(scene.incident(), plan, actors, Affected.DIRECTLY).stream()
                .filter(a -> !indirectly.contains(a))
                .toList();
        return new ForumFact.Convened(
                call.level(),
                name(call.name()),
                Plain.optional(call.purpose(), "purpose"),
                actors,
                directly,
                indirectly,
                chair(scene, by, call, actors),
                time(scene, call.next().at()),
                reach(call.next().reach()),
                Plain.optional(call.reason(), "reason"),
                inSteadOf,
                plan == null ? null : new ForumFact.Alarm(plan.plan(), plan.atOnce()));
    }

    /** Who convenes may always chair; another only as one to whom the forum could pass the chair later (A6). */
    private static String chair(Scene scene, Acting by, Call call, List<String> actors) {
        var own = by.function().id();
        var to = call.chair();
        if (to == null || to.isBlank() || to.strip().equals(own)) return own;
        try {
            var function = Leading.known(scene, to);
            Leading.mustBeAbleToChair(scene, function, call.level(), actors::contains);
            return function.id();
        } catch (Refused no) {
            throw no.at("chair");
        }
    }

    /**
     * Raises an executing forum to the coordinating level (F6). Only a function that may convene can do so; the
     * activation recorded with it checks that.
     *
     * @throws Refused incident.ended, forum.closed, forum.raise-level, forum.narrower, forum.already, text.missing for the reason
     */
    static ForumFact.Raised raise(Scene scene, Forum forum, Acting by, @Nullable String reason) {
        scene.incident().mustGoOn();
        mustBeOpen(forum);
        if (forum.level() != Level.EXECUTING) throw new Refused("forum.raise-level");
        mustBeShared(scene.incident(), forum.labels());
        if (scene.there().open(Level.COORDINATING).isPresent()) throw new Refused("forum.already");
        var more = with(List.of(), countyBoard(scene), by.actor()).stream()
                .filter(a -> !forum.seats().has(a))
                .toList();
        return new ForumFact.Raised(by.function().id(), more, Plain.text(reason, "reason"), inSteadOf(scene, by));
    }

    /**
     * Asks for a forum, from a running forum or for the actor alone (F2, I2). No mandate is needed.
     *
     * @throws Refused incident.ended, forum.closed, forum.form-it, forum.narrower, forum.already, forum.asked-already, text.missing
     * @throws NotMandated forum.not-seated, if the caller's actor does not sit in the forum it asks from
     */
    static ForumFact.Initiated initiate(
            Scene scene, @Nullable Forum in, Acting by, Level level, @Nullable String reason) {
        scene.incident().mustGoOn();
        if (in != null) mustBeOpen(in);
        if (in != null && !in.seats().has(by.actor()) && !by.mayConvene()) throw new NotMandated("forum.not-seated");
        if (level == Level.EXECUTING) throw new Refused("forum.form-it");
        if (in != null) mustBeShared(scene.incident(), in.labels());
        if (scene.there().open(level).isPresent()) throw new Refused("forum.already");
        if (scene.there().asked().containsKey(level)) throw new Refused("forum.asked-already");
        boolean byForum = in != null && in.chair().equals(by.function().id());
        return new ForumFact.Initiated(in == null ? null : in.id(), level, Plain.text(reason, "reason"), byForum);
    }

    /**
     * Tells those who asked for a forum why none is convened (I2).
     *
     * @throws NotMandated incident.convene-mandate
     * @throws Refused text.missing
     */
    static ForumFact.Declined decline(Incident incident, Acting by, Level level, @Nullable String reason) {
        by.mustConvene();
        incident.mustGoOn();
        return new ForumFact.Declined(level, Plain.text(reason, "reason"));
    }

    /**
     * Whom to call: those that the alarm plan names, else those weighed as affected, else all members. What was weighed since
     * goes before the plan. Always the county board. Codes, sorted.
     */
    static List<String> suggested(
            Incident incident, Alarms.@Nullable Proposal plan, Collection<String> members, String countyBoard) {
        var all = new TreeSet<>(plan == null ? List.<String>of() : plan.actors());
        incident.concerns().forEach((who, concern) -> {
            if (concern == Concern.NONE) all.remove(who);
        });
        incident.concerns().forEach((who, concern) -> {
            if (concern != Concern.NONE) all.add(who.split("/", 2)[0]);
        });
        if (all.isEmpty()) all.addAll(members);
        all.add(countyBoard);
        return List.copyOf(all);
    }

    /** How the actor is affected: as it was weighed with its units, directly if any of them is; else by the alarm plan. */
    static Optional<Affected> affected(Incident incident, Alarms.@Nullable Proposal plan, String actor) {
        Affected found = null;
        for (var each : incident.concerns().entrySet()) {
            if (!each.getKey().split("/", 2)[0].equals(actor)) continue;
            if (each.getValue() == Concern.DIRECT) return Optional.of(Affected.DIRECTLY);
            if (each.getValue() == Concern.INDIRECT) found = Affected.INDIRECTLY;
        }
        if (found != null || plan == null || incident.concern(actor, null).isPresent())
            return Optional.ofNullable(found);
        if (plan.directly().contains(actor)) return Optional.of(Affected.DIRECTLY);
        return plan.indirectly().contains(actor) ? Optional.of(Affected.INDIRECTLY) : Optional.empty();
    }

    private static List<String> affected(
            Incident incident, Alarms.@Nullable Proposal plan, List<String> actors, Affected how) {
        return actors.stream()
                .filter(a -> affected(incident, plan, a).filter(how::equals).isPresent())
                .toList();
    }

    /** Facts that steer an incident must reach all who see the incident. @throws Refused forum.narrower */
    static void mustBeShared(Incident incident, Labels labels) {
        if (!incident.isSharedWith(labels)) throw new Refused("forum.narrower");
    }

    static void mustBeOpen(Forum forum) {
        if (!forum.isOpen()) throw new Refused("forum.closed");
    }

    static void mustExist(Known known, Collection<String> actors) {
        if (actors.size() > MOST_ACTORS) throw new Refused("forum.too-many", MOST_ACTORS);
        for (String actor : actors) {
            if (!known.exists().test(actor)) throw new Refused("forum.no-such-actor", shown(actor));
        }
    }

    /** Only a function that may convene can open the incident to more actors through an executing forum. */
    static void mayOpenTo(Scene scene, Acting by, Collection<String> actors) {
        mustExist(scene.known(), actors);
        if (by.mayConvene()) return;
        for (String actor : actors) {
            if (!scene.known().takesPart(scene.incident(), scene.there(), actor))
                throw new NotMandated("forum.outsider", shown(actor));
        }
    }

    /** Times are by the incident's clock. @throws Refused forum.next-past, forum.next-far */
    static @Nullable Instant time(Scene scene, @Nullable Instant at) {
        if (at == null) return null;
        var clock = scene.incident().clock(scene.now());
        if (at.isBefore(clock.minus(CLOCKS_DIFFER))) throw new Refused("forum.next-past").at("nextAt");
        if (at.isAfter(clock.plus(FAR))) throw new Refused("forum.next-far").at("nextAt");
        return at;
    }

    static @Nullable String reach(@Nullable String text) {
        return Plain.optionalTitle(text, "reach");
    }

    private static @Nullable String name(@Nullable String text) {
        return Plain.optionalTitle(text, "name");
    }

    private static String countyBoard(Scene scene) {
        return scene.known().common().countyBoard();
    }

    private static @Nullable String inSteadOf(Scene scene, Acting by) {
        return scene.known().common().inSteadOf(by);
    }

    private static List<String> with(Collection<String> actors, String... always) {
        var all = new TreeSet<>(actors);
        all.addAll(List.of(always));
        return List.copyOf(all);
    }

    private static String shown(String code) {
        return code.length() > 40 ? code.substring(0, 40) : code;
    }
}
