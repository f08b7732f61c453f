package se.samlad.review;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Seat;
import se.samlad.incident.Incident;
import se.samlad.incident.Plain;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Refused;

/** The rules for reviews: who orders, drafts, writes and closes them, and when (G5). Pure: no clock, no database, no Spring. */
final class Reviewing {

    private static final int SECTIONS = 30;
    private static final int FINDINGS = 100;
    private static final int YEARS_AHEAD = 5;

    private Reviewing() {}

    /** @throws NotMandated review.members, for who is no member; review.who, for who only administers */
    static void mayAct(Acting by) {
        if (!by.viewer().isMember()) throw new NotMandated("review.members");
        if (by.function().onlyAdministers()) throw new NotMandated("review.who");
    }

    /** Whoever sees an incident may observe it, before it has ended and after. @throws Refused text.missing, review.at, at the field */
    static ReviewFact.Noted note(
            Incident in,
            @Nullable Instant at,
            @Nullable UUID forum,
            @Nullable String seen,
            @Nullable String judged,
            @Nullable UUID entry,
            AllReviews.@Nullable Note replaces,
            Instant now,
            Acting by) {
        mayAct(by);
        if (replaces != null && !replaces.entry().by().actor().equals(by.actor()))
            throw new NotMandated("review.not-your-note");
        var when = at == null ? now : at;
        if (when.isAfter(now.plusSeconds(120))) throw new Refused("review.at").at("at");
        return new ReviewFact.Noted(
                in.id(),
                when,
                forum,
                Plain.text(seen, "seen"),
                Plain.optional(judged, "judged"),
                entry,
                replaces == null ? null : replaces.id());
    }

    /** @param exists whether an actor has the code @throws NotMandated seat.DIRECTING; Refused review.open, review.owner, review.day */
    static ReviewFact.Ordered order(
            Incident in,
            @Nullable String owner,
            @Nullable String by,
            @Nullable String what,
            Predicate<String> exists,
            LocalDate today,
            Acting acting) {
        mayAct(acting);
        Seat.DIRECTING.mustBeOf(acting);
        mustHaveEnded(in);
        if (owner == null || !exists.test(owner)) throw new Refused("review.owner").at("owner");
        return new ReviewFact.Ordered(in.id(), owner, day(by, today), Plain.optional(what, "what"));
    }

    private static LocalDate day(@Nullable String typed, LocalDate today) {
        try {
            var day = LocalDate.parse(typed == null ? "" : typed.strip());
            var last = today.plusYears(YEARS_AHEAD);
            if (day.isBefore(today) || day.isAfter(last)) throw new Refused("review.day-outside", today, last).at("by");
            return day;
        } catch (DateTimeException e) {
            throw new Refused("review.day").at("by");
        }
    }

    /** @throws Refused review.open, before the incident has ended */
    static void mustHaveEnded(Incident in) {
        if (in.isOpen()) throw new Refused("review.open");
    }

    /** One that was ordered is drafted by its owner. @throws NotMandated review.not-owner; Refused review.drafted */
    static void mayDraft(Review ordered, Acting by) {
        mayAct(by);
        if (ordered.drafted() != null) throw new Refused("review.drafted");
        if (!ordered.owner().equals(by.actor())) throw new NotMandated("review.not-owner");
    }

    /** Whether the acting one writes in it: all members who see it do, until it is closed. */
    static boolean mayWrite(Review of, Acting by) {
        return of.state() == Review.State.DRAFTED
                && by.viewer().isMember()
                && !by.function().onlyAdministers();
    }

    private static void mustWrite(Review of, Acting by) {
        mayAct(by);
        if (of.drafted() == null) throw new Refused("review.not-drafted");
        if (of.closed() != null) throw new Refused("review.closed");
    }

    /**
     * @param section null: a new one
     * @param text null or blank: the section is taken out
     * @param fresh the id of a new section
     * @throws Refused review.not-drafted, review.closed; review.no-section, review.sections, text.missing, at the field
     * @throws se.samlad.journal.Outdated where others have written it meanwhile
     */
    static ReviewFact.Written write(
            Review of,
            @Nullable UUID section,
            @Nullable String heading,
            @Nullable String text,
            UUID fresh,
            DrawnFrom from,
            Acting by) {
        mustWrite(of, by);
        if (section == null) {
            if (of.sections().size() >= SECTIONS) throw new Refused("review.sections", SECTIONS).at("heading");
            return new ReviewFact.Written(fresh, Plain.title(heading, "heading"), Plain.text(text, "text"));
        }
        var before = of.section(section).orElseThrow(() -> new Refused("review.no-section").at("section"));
        from.mustBe(before.drawn());
        var name = Plain.isEmpty(heading) ? before.heading() : Plain.title(heading, "heading");
        return new ReviewFact.Written(before.id(), name, Plain.optional(text, "text"));
    }

    /** As {@link #write}: a finding, or other words for one. @throws Refused review.no-finding, review.findings-most, review.is-lesson */
    static ReviewFact.Found find(
            Review of,
            @Nullable UUID finding,
            @Nullable String text,
            @Nullable Boolean good,
            UUID fresh,
            DrawnFrom from,
            Acting by) {
        mustWrite(of, by);
        boolean isGood = Boolean.TRUE.equals(good);
        if (finding == null) {
            if (of.findings().size() >= FINDINGS) throw new Refused("review.findings-most", FINDINGS).at("text");
            return new ReviewFact.Found(fresh, Plain.text(text, "text"), isGood);
        }
        var before = of.finding(finding).orElseThrow(() -> new Refused("review.no-finding").at("finding"));
        from.mustBe(before.drawn());
        if (before.lesson() != null) throw new Refused("review.is-lesson");
        return new ReviewFact.Found(before.id(), Plain.optional(text, "text"), isGood);
    }

    /** A finding to make a lesson of, once; also when the review is closed. @throws Refused review.no-finding, review.is-lesson */
    static Review.Finding raise(Review of, @Nullable UUID finding, Acting by) {
        mayAct(by);
        var found = of.finding(finding).filter(each -> !each.isOut()).orElseThrow(() -> new Refused("review.no-finding")
                .at("finding"));
        if (found.lesson() != null) throw new Refused("review.is-lesson");
        return found;
    }

    /** Whether the acting one sees to it: its owner, the one that drafted it, and the chefsgruppen. */
    static boolean keeps(Review of, Acting by) {
        return of.owner().equals(by.actor()) || Seat.DIRECTING.isOf(by);
    }

    static ReviewFact.Closed close(Review of, @Nullable String summary, Acting by) {
        mustWrite(of, by);
        if (!keeps(of, by)) throw new NotMandated("review.not-owner");
        return new ReviewFact.Closed(Plain.optional(summary, "summary"));
    }

    /** @throws Refused review.not-closed, text.missing */
    static ReviewFact.Reopened reopen(Review of, @Nullable String reason, Acting by) {
        mayAct(by);
        if (of.closed() == null) throw new Refused("review.not-closed");
        if (!keeps(of, by)) throw new NotMandated("review.not-owner");
        return new ReviewFact.Reopened(Plain.text(reason, "reason"));
    }
}
