package se.samlad.conference;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.agenda.Outline.Leaves;
import se.samlad.conference.Conference.State;
import se.samlad.conference.ConferenceFact.Agenda;
import se.samlad.conference.ConferenceFact.Role;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for calling, planning, opening and closing a conference, and who may. Pure: no clock, no database, no Spring. */
final class Planning {

    static final int POINTS = 200;
    static final int LINES = 5;
    static final int LONGEST = 480;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final Duration FAR = Duration.ofDays(366);

    private Planning() {}

    /** An agenda as it was asked for; all may be missing. */
    record Wanted(
            @Nullable Instant at,
            @Nullable Integer minutes,
            @Nullable List<@Nullable String> reach,
            @Nullable List<@Nullable String> points) {}

    /** @throws NotMandated conference.who: a function that only looks after people */
    static void mayAct(Acting by) {
        if (by.function().onlyAdministers()) throw new NotMandated("conference.who");
    }

    /**
     * Who leads: those who have a role in it; where the forum is no executing one, also those who may convene or keep the
     * picture.
     */
    static boolean mayLead(Conference conference, Acting by) {
        if (by.function().onlyAdministers()) return false;
        if (conference.hasRole(by.function().id())) return true;
        if (conference.called().level() == Level.EXECUTING) return false;
        return by.mayConvene() || by.may(Mandate.KEEP);
    }

    /** @throws NotMandated conference.lead */
    static void mustLead(Conference conference, Acting by) {
        mayAct(by);
        if (!mayLead(conference, by)) throw new NotMandated("conference.lead");
    }

    /**
     * @param old what is kept where nothing is wanted
     * @throws Refused conference.past, -far, -minutes, -points, -reach, text.too-long, at the field
     */
    static Agenda agenda(Wanted wanted, Agenda old, Instant clock) {
        var minutes = wanted.minutes() == null ? old.minutes() : wanted.minutes();
        if (minutes < 5 || minutes > LONGEST) throw new Refused("conference.too-long", LONGEST).at("minutes");
        var at = wanted.at();
        return new Agenda(
                at == null || isAsBefore(at, old.at()) ? old.at() : time(at, clock),
                minutes,
                lines(wanted.reach(), old.reach(), LINES, "reach", "conference.too-many-ways"),
                lines(wanted.points(), old.points(), POINTS, "points", "conference.too-many-points"));
    }

    /** A form says a time to the minute: one that nobody changed may be past. */
    private static boolean isAsBefore(Instant at, Instant old) {
        return at.equals(old) || at.equals(old.truncatedTo(ChronoUnit.MINUTES));
    }

    private static Instant time(Instant at, Instant clock) {
        if (at.isBefore(clock.minus(CLOCKS_DIFFER))) throw new Refused("conference.past").at("at");
        if (at.isAfter(clock.plus(FAR))) throw new Refused("conference.far").at("at");
        return at;
    }

    private static List<String> lines(
            @Nullable List<@Nullable String> wanted, List<String> old, int most, String field, String tooMany) {
        if (wanted == null) return old;
        var lines = new ArrayList<String>();
        for (var each : wanted) if (!Plain.isEmpty(each)) lines.add(Plain.title(each, field));
        if (lines.size() > most) throw new Refused(tooMany, most).at(field);
        return List.copyOf(lines);
    }

    /** @throws NotMandated conference.lead; Refused conference.opened-already, -over and as {@link #agenda} */
    static ConferenceFact.Planned plan(Conference conference, Acting by, Wanted wanted, Instant clock) {
        mustLead(conference, by);
        mustBeAhead(conference);
        return new ConferenceFact.Planned(agenda(wanted, conference.agenda(), clock));
    }

    /** @throws Refused conference.closed, -called-off */
    static void mustBeAhead(Conference conference) {
        if (conference.state() == State.CLOSED) throw new Refused("conference.closed");
        if (conference.state() == State.CALLED_OFF) throw new Refused("conference.is-called-off");
    }

    /** @throws Refused conference.not-open, -closed, -called-off */
    static void mustBeOpen(Conference conference) {
        mustBeAhead(conference);
        if (!conference.isOpen()) throw new Refused("conference.not-open");
    }

    private static void mustBeCalled(Conference conference) {
        mustBeAhead(conference);
        if (conference.isOpen()) throw new Refused("conference.opened-already");
    }

    /** Who opens it leads it, unless somebody who leads already has been named. */
    static ConferenceFact.Opened open(Conference conference, Acting by) {
        mustLead(conference, by);
        mustBeCalled(conference);
        return new ConferenceFact.Opened(
                conference.roles().getOrDefault(Role.LEADER, by.function().id()));
    }

    /** @throws Refused conference.all-reported */
    static ConferenceFact.Reminded remind(Conference conference, Acting by, List<String> missing) {
        mustLead(conference, by);
        mustBeAhead(conference);
        if (missing.isEmpty()) throw new Refused("conference.all-reported");
        return new ConferenceFact.Reminded(missing);
    }

    /** Only one that was not opened; an open one is closed. @throws Refused conference.opened-already, text.missing */
    static ConferenceFact.CalledOff callOff(Conference conference, Acting by, @Nullable String reason) {
        mustLead(conference, by);
        mustBeCalled(conference);
        return new ConferenceFact.CalledOff(Plain.text(reason, "reason"));
    }

    /** @throws Refused conference.not-open, -past and -far for the next time, text.too-long for the summary */
    static ConferenceFact.Closed close(
            Conference conference, Acting by, @Nullable String summary, @Nullable Instant next, Instant clock) {
        mustLead(conference, by);
        mustBeOpen(conference);
        try {
            return new ConferenceFact.Closed(
                    Plain.optional(summary, "summary"), next == null ? null : time(next, clock));
        } catch (Refused no) {
            if (no.field().filter("at"::equals).isPresent()) throw no.at("nextAt");
            throw no;
        }
    }

    /** An actor confirms the protocol, once. @throws Refused conference.not-closed, -confirmed-already, -not-there */
    static ConferenceFact.Confirmed confirm(Conference conference, Acting by, @Nullable String remark) {
        mustHaveTakenPart(conference, by);
        mustLeave(conference, Leaves.CONFIRMATION);
        if (conference.confirmed().containsKey(by.actor())) throw new Refused("conference.confirmed-already");
        return new ConferenceFact.Confirmed(conference.id(), Plain.optional(remark, "remark"));
    }

    /** An actor's own organisation has received the summary, once (A7). @throws Refused conference.home-already */
    static ConferenceFact.TakenHome takeHome(Conference conference, Acting by) {
        mustHaveTakenPart(conference, by);
        mustLeave(conference, Leaves.SUMMARY);
        if (conference.home().containsKey(by.actor())) throw new Refused("conference.home-already");
        return new ConferenceFact.TakenHome(conference.id());
    }

    private static void mustLeave(Conference conference, Leaves what) {
        if (!conference.called().outline().isLeaving(what)) throw new Refused("conference.leaves-no." + what);
    }

    private static void mustHaveTakenPart(Conference conference, Acting by) {
        mayAct(by);
        if (conference.state() != State.CLOSED) throw new Refused("conference.not-closed");
        if (conference.actors().noneMatch(by.actor()::equals)) throw new NotMandated("conference.not-there");
    }
}
