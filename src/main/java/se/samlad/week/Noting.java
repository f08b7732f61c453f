package se.samlad.week;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.week.WeekFact.Certainty;
import se.samlad.week.WeekFact.Noted;
import se.samlad.week.WeekFact.Planned;

/** The rules for notes and events. Pure: no clock, no database, no Spring. */
final class Noting {

    static final int SUBJECT = 60;
    static final int AREA = 100;
    static final int MOST_PEOPLE = 10_000_000;

    /** How long a note matters where it does not say. */
    static final Duration A_WEEK = Duration.ofDays(7);

    private static final Duration LONGEST_NOTE = Duration.ofDays(400);
    private static final Duration LONGEST_EVENT = Duration.ofDays(100);
    private static final Duration FURTHEST = Duration.ofDays(5 * 366);

    private Noting() {}

    /** A note as somebody says it; all may be missing. */
    record Said(
            @Nullable String text,
            @Nullable String subject,
            @Nullable String area,
            @Nullable Instant until,
            @Nullable String source,
            @Nullable String certainty) {}

    /** An event as somebody says it; all may be missing. */
    record Plan(
            @Nullable String title,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String area,
            @Nullable String text,
            @Nullable String permit,
            @Nullable Integer expected,
            @Nullable String risks) {}

    /** @throws NotMandated week.members, for who is no member; week.who, for who only administers */
    static void mayAct(Acting by) {
        if (!by.viewer().isMember()) throw new NotMandated("week.members");
        if (by.function().onlyAdministers()) throw new NotMandated("week.who");
    }

    /**
     * @param known the area that a code means
     * @throws Refused text.missing, text.too-long, week.until-wrong, week.certainty-wrong, week.area, at the field
     */
    static Noted note(Said said, Function<String, Optional<String>> known, Instant now) {
        return new Noted(
                Plain.text(said.text(), "text"),
                short60(said.subject()),
                area(said.area(), known),
                until(said.until(), now),
                Plain.optionalTitle(said.source(), "source"),
                certainty(said.certainty()));
    }

    private static String short60(@Nullable String subject) {
        var title = Plain.title(subject, "subject");
        if (title.length() > SUBJECT)
            throw new Refused("text.too-long", "subject", SUBJECT, title.length()).at("subject");
        return title;
    }

    private static Instant until(@Nullable Instant until, Instant now) {
        if (until == null) return now.plus(A_WEEK);
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_NOTE)))
            throw new Refused("week.until-wrong", LONGEST_NOTE.toDays()).at("until");
        return until;
    }

    private static @Nullable Certainty certainty(@Nullable String said) {
        if (Plain.isEmpty(said) || said == null) return null;
        var word = said.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Certainty.values())
                .filter(c -> c.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused("week.certainty-wrong").at("certainty"));
    }

    /** A code becomes its area; digits alone must be a code; all else is a place in words. */
    private static @Nullable String area(@Nullable String said, Function<String, Optional<String>> known) {
        var area = Plain.optionalTitle(said, "area");
        if (area == null) return null;
        var found = known.apply(area);
        if (found.isPresent()) return found.get();
        if (area.length() > AREA) throw new Refused("text.too-long", "area", AREA, area.length()).at("area");
        if (area.chars().allMatch(Character::isDigit)) throw new Refused("week.area", area).at("area");
        return area;
    }

    /** @throws NotMandated as {@link #mayAct}, and week.not-yours (A4); Refused week.ended */
    static void mustBeOwn(Note note, Acting by) {
        mayAct(by);
        if (!note.isOf(by.actor())) throw new NotMandated("week.not-yours");
        if (note.end() != null) throw new Refused("week.ended");
    }

    /** @throws Refused week.ended, week.past, or week.need-already where the actor has called it so */
    static WeekFact.CalledNeed need(Note note, Acting by, Instant now) {
        mayAct(by);
        if (note.end() != null) throw new Refused("week.ended");
        if (!note.matters(now)) throw new Refused("week.past");
        if (note.needs().stream().anyMatch(n -> n.by().actor().equals(by.actor())))
            throw new Refused("week.need-already");
        return new WeekFact.CalledNeed();
    }

    /** @throws NotMandated and Refused as {@link #mustBeOwn} */
    static WeekFact.NoteEnded end(Note note, Acting by, @Nullable String reason) {
        mustBeOwn(note, by);
        return new WeekFact.NoteEnded(Plain.optionalTitle(reason, "reason"));
    }

    /**
     * @param known the area that a code means
     * @throws Refused text.missing, text.too-long, week.from, week.ends, week.expected, week.area, at the field
     */
    static Planned plan(Plan said, Function<String, Optional<String>> known, Instant now) {
        var title = Plain.title(said.title(), "title");
        var from = said.from();
        if (from == null) throw new Refused("text.missing", "from").at("from");
        if (from.isAfter(now.plus(FURTHEST)) || from.isBefore(now.minus(LONGEST_EVENT)))
            throw new Refused("week.from").at("from");
        var until = said.until();
        if (until == null) throw new Refused("text.missing", "until").at("until");
        if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST_EVENT)))
            throw new Refused("week.ends", LONGEST_EVENT.toDays()).at("until");
        return new Planned(
                title,
                from,
                until,
                area(said.area(), known),
                Plain.optional(said.text(), "text"),
                Plain.optionalTitle(said.permit(), "permit"),
                expected(said.expected()),
                Plain.optional(said.risks(), "risks"));
    }

    private static @Nullable Integer expected(@Nullable Integer said) {
        if (said != null && (said < 0 || said > MOST_PEOPLE))
            throw new Refused("week.expected", MOST_PEOPLE).at("expected");
        return said;
    }

    /** @throws NotMandated as {@link #mayAct}, and week.event-not-yours (A4); Refused week.is-off */
    static void mustBeOwn(Event event, Acting by) {
        mayAct(by);
        if (!event.isOf(by.actor())) throw new NotMandated("week.event-not-yours");
        if (!event.isOn()) throw new Refused("week.is-off");
    }

    /** @throws NotMandated and Refused as {@link #mustBeOwn}; text.missing for the reason */
    static WeekFact.CalledOff callOff(Event event, Acting by, @Nullable String reason) {
        mustBeOwn(event, by);
        return new WeekFact.CalledOff(Plain.title(reason, "reason"));
    }
}
