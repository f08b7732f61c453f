package se.samlad.meeting;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.meeting.Meeting.State;
import se.samlad.meeting.MeetingFact.How;
import se.samlad.web.Say;

/** The rules for a meeting that is held. Pure: no clock, no database, no Spring. */
final class Holding {

    static final int LINES = 1_000;
    private static final int ADJUSTERS = 4;
    private static final Duration LONGEST_AHEAD = Duration.ofDays(5 * 366);

    private Holding() {}

    /** @throws NotMandated meeting.members, for who is no member; meeting.who, for who only administers */
    static void mayAct(Acting by) {
        if (!by.viewer().isMember()) throw new NotMandated("meeting.members");
        if (by.function().onlyAdministers()) throw new NotMandated("meeting.who");
    }

    /** @throws NotMandated meeting.lead */
    static void mustLead(Meeting m, Acting by) {
        mayAct(by);
        if (!Leading.leads(m, by)) throw new NotMandated("meeting.lead");
    }

    /** @throws Refused meeting.over, once it is closed or called off */
    private static void mustBeAhead(Meeting m) {
        if (!m.isAhead()) throw new Refused("meeting.over");
        if (m.lines().size() >= LINES) throw new Refused("meeting.full", LINES);
    }

    private static @Nullable UUID under(Meeting m, @Nullable UUID point) {
        if (point == null) return null;
        boolean there = m.line(point)
                .filter(line -> line.kind() == Line.Kind.POINT && !line.isWithdrawn())
                .isPresent();
        if (!there) throw new Refused("meeting.no-point").at("point");
        return point;
    }

    /** By any member; a signal needs no title of its own. @throws Refused meeting.signal-there at the field */
    static MeetingFact.Put put(
            Meeting m, @Nullable String title, @Nullable String text, @Nullable UUID signal, Acting by) {
        mayAct(by);
        mustBeAhead(m);
        var page = "/incidents/" + signal;
        if (m.all(Line.Kind.POINT).stream().anyMatch(line -> page.equals(line.page()) && !line.isWithdrawn()))
            throw new Refused("meeting.signal-there").at("signal");
        return new MeetingFact.Put(Plain.title(title, "title"), Plain.optional(text, "text"), signal);
    }

    /**
     * How an actor takes part: its own is its own to say, another's is noted by who leads.
     *
     * @param deputy whether the acting function takes part as a deputy of its actor's
     * @param fits whether its mandate fits the forum's level (A6)
     * @throws NotMandated meeting.lead; Refused meeting.how, meeting.no-actor, at the field
     */
    static MeetingFact.Attended attend(
            Meeting m, @Nullable String actor, @Nullable How how, boolean deputy, boolean fits, Acting by) {
        mayAct(by);
        mustBeAhead(m);
        var who = actor == null || actor.isBlank() ? by.actor() : actor.strip();
        if (how == null) throw new Refused("meeting.how").at("how");
        boolean own = who.equals(by.actor());
        if (!own) mustLead(m, by);
        if (!own && !m.called().expected().contains(who))
            throw new Refused("meeting.no-actor", shortened(who)).at("actor");
        if (!own) return new MeetingFact.Attended(who, null, how, true);
        var as = how == How.PRESENT && deputy ? How.DEPUTY : how;
        return new MeetingFact.Attended(who, by.function().id(), as, fits);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    static MeetingFact.Noted note(Meeting m, @Nullable UUID point, @Nullable String text, Acting by) {
        mustLead(m, by);
        mustBeAhead(m);
        return new MeetingFact.Noted(under(m, point), Plain.text(text, "text"));
    }

    /** A decision has a reason (C5). */
    static MeetingFact.Decided decide(
            Meeting m, @Nullable UUID point, @Nullable String text, @Nullable String reason, Acting by) {
        mustLead(m, by);
        mustBeAhead(m);
        return new MeetingFact.Decided(under(m, point), Plain.text(text, "text"), Plain.text(reason, "reason"));
    }

    /** In the acting one's own name (A4), until the protocol is approved. @throws Refused meeting.no-decision at the field */
    static MeetingFact.Dissented dissent(Meeting m, @Nullable UUID decision, @Nullable String text, Acting by) {
        mayAct(by);
        if (m.state() != State.OPEN && m.state() != State.CLOSED) throw new Refused("meeting.over");
        if (m.lines().size() >= LINES) throw new Refused("meeting.full", LINES);
        if (!m.called().expected().contains(by.actor())) throw new NotMandated("meeting.not-in");
        boolean there = m.line(decision)
                .filter(line -> line.kind() == Line.Kind.DECISION && !line.isWithdrawn())
                .isPresent();
        if (decision == null || !there) throw new Refused("meeting.no-decision").at("decision");
        return new MeetingFact.Dissented(decision, Plain.text(text, "text"));
    }

    /** An actor's own, or noted for it by who leads; then it waits for the actor's own word (A4). */
    static MeetingFact.Undertaken undertake(
            Meeting m,
            @Nullable UUID point,
            @Nullable String actor,
            @Nullable String what,
            @Nullable String due,
            Acting by,
            Predicate<String> exists) {
        mayAct(by);
        mustBeAhead(m);
        var who = actor == null || actor.isBlank() ? by.actor() : actor.strip();
        if (!who.equals(by.actor())) mustLead(m, by);
        if (!exists.test(who)) throw new Refused("meeting.no-actor", shortened(who)).at("actor");
        return new MeetingFact.Undertaken(under(m, point), who, Plain.text(what, "what"), day(due));
    }

    /** A day, or a time with its offset, which means its day in Stockholm. @throws Refused meeting.day at the field */
    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || Plain.isEmpty(text)) return null;
        var said = text.strip();
        try {
            if (said.length() > 40) throw new DateTimeException("too long");
            var day = said.length() <= 10
                    ? LocalDate.parse(said)
                    : LocalDate.ofInstant(OffsetDateTime.parse(said).toInstant(), Say.STOCKHOLM);
            if (day.getYear() < 1970 || day.getYear() > 9999) throw new DateTimeException("far away");
            return day;
        } catch (DateTimeException e) {
            throw new Refused("meeting.day").at("by");
        }
    }

    private static Line undertaking(Meeting m, @Nullable UUID of) {
        return m.line(of)
                .filter(line -> line.kind() == Line.Kind.UNDERTAKING && !line.isWithdrawn())
                .orElseThrow(() -> new Refused("meeting.no-undertaking").at("undertaking"));
    }

    /** @throws NotMandated meeting.not-own; Refused meeting.stands at the field */
    static MeetingFact.OwnWord own(
            Meeting m, @Nullable UUID of, @Nullable Boolean stands, @Nullable String text, Acting by) {
        var line = ownOf(m, of, by);
        if (stands == null) throw new Refused("meeting.stands").at("stands");
        return new MeetingFact.OwnWord(line.id(), stands, Plain.optional(text, "text"));
    }

    private static Line ownOf(Meeting m, @Nullable UUID of, Acting by) {
        mayAct(by);
        var line = undertaking(m, of);
        if (!line.actor().equals(by.actor())) throw new NotMandated("meeting.not-own");
        return line;
    }

    /** @param done null: it is */
    static MeetingFact.CarriedOut carryOut(Meeting m, @Nullable UUID of, @Nullable Boolean done, Acting by) {
        var line = ownOf(m, of, by);
        boolean now = done == null || done;
        if (now == (line.done() != null)) throw new Refused(now ? "meeting.done-already" : "meeting.not-done");
        if (line.isDeclined()) throw new Refused("meeting.declined");
        return new MeetingFact.CarriedOut(line.id(), now);
    }

    /** By who wrote the line, and by who leads, until the protocol is approved; a dissent is its author's alone (A4). */
    static MeetingFact.Corrected correct(
            Meeting m,
            Line line,
            @Nullable String text,
            @Nullable Boolean withdrawn,
            @Nullable String reason,
            Acting by) {
        mayAct(by);
        boolean author = line.by().actor().equals(by.actor());
        if (!author && (line.kind() == Line.Kind.DISSENT || !Leading.leads(m, by)))
            throw new NotMandated("meeting.not-author");
        if (m.state() == State.APPROVED || m.state() == State.CALLED_OFF) throw new Refused("meeting.over");
        if (line.isWithdrawn()) throw new Refused("meeting.withdrawn");
        var why = Plain.text(reason, "reason");
        if (Boolean.TRUE.equals(withdrawn)) return new MeetingFact.Corrected(line.id(), null, why);
        var now = line.kind() == Line.Kind.POINT ? Plain.title(text, "text") : Plain.text(text, "text");
        return new MeetingFact.Corrected(line.id(), now, why);
    }

    /** Not to a time that has passed. @throws Refused meeting.at, meeting.minutes, at the field */
    static MeetingFact.Moved move(Meeting m, Convening.Said said, Instant now, Acting by) {
        mustLead(m, by);
        if (m.state() != State.CALLED) throw new Refused("meeting.begun");
        var plan = m.plan();
        return new MeetingFact.Moved(
                at(said.at(), plan.at(), now),
                minutes(said.minutes(), plan.minutes()),
                Plain.isEmpty(said.room()) ? plan.room() : Plain.title(said.room(), "room"),
                Plain.isEmpty(said.online()) ? plan.online() : Plain.title(said.online(), "online"),
                Plain.text(said.reason(), "reason"));
    }

    static int minutes(@Nullable Integer said, int usual) {
        if (said == null) return usual;
        if (said < 5 || said > 480) throw new Refused("meeting.minutes", 5, 480).at("minutes");
        return said;
    }

    /** @param usual null: a time must be said */
    static Instant at(@Nullable OffsetDateTime said, @Nullable Instant usual, Instant now) {
        if (said == null && usual != null) return usual;
        if (said == null) throw new Refused("meeting.at").at("at");
        var at = said.toInstant();
        if (at.isBefore(now.minus(Duration.ofDays(1))) || at.isAfter(now.plus(LONGEST_AHEAD)))
            throw new Refused("meeting.at").at("at");
        return at;
    }

    static MeetingFact.CalledOff callOff(Meeting m, @Nullable String reason, Acting by) {
        mustLead(m, by);
        if (m.state() != State.CALLED) throw new Refused("meeting.begun");
        return new MeetingFact.CalledOff(Plain.text(reason, "reason"));
    }

    /** @throws Refused meeting.not-open, meeting.no-actor, meeting.adjusters, at the field */
    static MeetingFact.Closed close(
            Meeting m, @Nullable String summary, @Nullable List<@Nullable String> adjusters, Acting by) {
        mustLead(m, by);
        if (m.state() == State.CALLED) throw new Refused("meeting.not-open");
        if (m.state() != State.OPEN) throw new Refused("meeting.over");
        var codes = new TreeSet<String>();
        for (var each : adjusters == null ? List.<String>of() : adjusters) {
            if (each == null || each.isBlank()) continue;
            var code = each.strip();
            if (!m.called().expected().contains(code))
                throw new Refused("meeting.no-actor", shortened(code)).at("adjusters");
            codes.add(code);
        }
        if (codes.size() > ADJUSTERS) throw new Refused("meeting.adjusters", ADJUSTERS).at("adjusters");
        return new MeetingFact.Closed(Plain.optional(summary, "summary"), List.copyOf(codes));
    }

    /** Any member attaches papers, until the protocol is approved. @throws Refused meeting.over */
    static void take(Meeting m, Acting by) {
        mayAct(by);
        if (m.state() == State.APPROVED || m.state() == State.CALLED_OFF) throw new Refused("meeting.over");
    }

    /** @throws NotMandated meeting.who-approves; Refused meeting.not-closed */
    static MeetingFact.Approved approve(Meeting m, @Nullable String remark, Acting by) {
        mayAct(by);
        if (m.state() != State.CLOSED) throw new Refused("meeting.not-closed");
        if (!Leading.awaits(m, by)) throw new NotMandated("meeting.who-approves");
        return new MeetingFact.Approved(Leading.chairs(m, by), Plain.optional(remark, "remark"));
    }

    /** By each organisation that took part (A7). @throws NotMandated meeting.not-there; Refused meeting.not-closed */
    static MeetingFact.TakenHome takeHome(Meeting m, Acting by) {
        mayAct(by);
        if (m.state() != State.CLOSED && m.state() != State.APPROVED) throw new Refused("meeting.not-closed");
        if (!m.tookPart(by.actor())) throw new NotMandated("meeting.not-there");
        if (m.home().containsKey(by.actor())) throw new Refused("meeting.home-already");
        return new MeetingFact.TakenHome();
    }
}
