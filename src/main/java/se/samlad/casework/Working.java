package se.samlad.casework;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Seat;
import se.samlad.casework.CaseFact.Outcome;
import se.samlad.casework.Standing.State;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for cases: which step may be taken when, and by whom (G4). Pure: no clock, no database, no Spring. */
final class Working {

    private static final int PARTNERS = 40;
    private static final int PARTS = 40;
    private static final long MOST_SEK = 10_000_000_000L;

    private Working() {}

    /** @throws NotMandated case.members, for who is no member; case.who, for who only administers */
    static void mayAct(Acting by) {
        if (!by.viewer().isMember()) throw new NotMandated("case.members");
        if (by.function().onlyAdministers()) throw new NotMandated("case.who");
    }

    /** @throws Refused text.missing, text.too-long, at the field */
    static CaseFact.Raised raise(@Nullable String title, @Nullable String text, Acting by) {
        mayAct(by);
        return new CaseFact.Raised(Plain.title(title, "title"), Plain.text(text, "text"));
    }

    /** What was left of an incident: its words are the title, as far as they fit, and the text. */
    static CaseFact.Raised left(String what) {
        var line = what.replaceAll("\\s+", " ").strip();
        int end = Math.min(line.length(), Plain.TITLE);
        if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) end--;
        return new CaseFact.Raised(line.substring(0, end), what);
    }

    /** In the acting one's own name (A4). @throws NotMandated case.own, for who raised it; Refused case.over */
    static CaseFact.Same same(Case of, @Nullable String text, Acting by) {
        mayAct(by);
        mustGoOn(of);
        if (of.by().actor().equals(by.actor())) throw new NotMandated("case.own");
        return new CaseFact.Same(Plain.optional(text, "text"));
    }

    /** In the acting one's own name (A4). @throws Refused case.over, text.missing */
    static CaseFact.Experience experience(Case of, @Nullable String text, Acting by) {
        mayAct(by);
        mustGoOn(of);
        return new CaseFact.Experience(Plain.text(text, "text"));
    }

    /** A paper, by any member. @throws Refused case.over */
    static void take(Case of, Acting by) {
        mayAct(by);
        mustGoOn(of);
    }

    static CaseFact.Examined examine(Case of, @Nullable String text, Acting by) {
        takes(Seat.COORDINATING, by, of, State.RAISED);
        return new CaseFact.Examined(Plain.text(text, "text"));
    }

    static CaseFact.Proposed propose(Case of, @Nullable String text, Acting by) {
        takes(Seat.COORDINATING, by, of, State.EXAMINED);
        return new CaseFact.Proposed(Writing.whole(of, CaseFact.Sheet.PROPOSAL, text));
    }

    /** A decision has a reason (C5). @throws Refused case.outcome at the field */
    static CaseFact.Decided decide(Case of, @Nullable Outcome outcome, @Nullable String reason, Acting by) {
        takes(Seat.DIRECTING, by, of, State.PROPOSED, State.VALUED);
        if (outcome == null) throw new Refused("case.outcome").at("outcome");
        return new CaseFact.Decided(outcome, Plain.text(reason, "reason"));
    }

    /** @param exists whether an actor has the code @throws Refused case.owner, case.partner, case.partners at the field */
    static CaseFact.Project start(
            Case of,
            @Nullable String owner,
            @Nullable List<@Nullable String> partners,
            Predicate<String> exists,
            Acting by) {
        takes(Seat.COORDINATING, by, of, State.DECIDED);
        if (owner == null || !exists.test(owner)) throw new Refused("case.owner").at("owner");
        var chosen = new ArrayList<String>();
        for (var code : partners == null ? List.<@Nullable String>of() : partners) {
            if (code == null || code.isBlank() || code.equals(owner) || chosen.contains(code)) continue;
            if (!exists.test(code)) throw new Refused("case.partner", shortened(code)).at("partners");
            chosen.add(code);
        }
        if (chosen.size() > PARTNERS) throw new Refused("case.partners", PARTNERS).at("partners");
        return new CaseFact.Project(owner, List.copyOf(chosen));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** A project's part as it is typed. @param by an ISO date */
    record Planned(
            @Nullable String what,
            @Nullable String by,
            @Nullable Boolean done) {}

    /**
     * By the project's owner in its own name.
     *
     * @throws Refused case.parts, case.day, case.sek, text.missing, each at its field; case.no-work, where nothing is said
     */
    static CaseFact.Work work(
            Case of, @Nullable List<@Nullable Planned> parts, @Nullable Long budget, @Nullable Long spent, Acting by) {
        mustOwn(of, by);
        var all = new ArrayList<CaseFact.Part>();
        for (int i = 0; parts != null && i < parts.size(); i++) {
            var part = parts.get(i);
            if (part == null) throw new Refused("case.parts", PARTS).at("parts[0].what");
            all.add(part(part, "parts[" + i + "]."));
        }
        if (all.size() > PARTS) throw new Refused("case.parts", PARTS).at("parts[0].what");
        if (all.isEmpty() && budget == null && spent == null) throw new Refused("case.no-work").at("parts[0].what");
        return new CaseFact.Work(List.copyOf(all), sek(budget, "budget"), sek(spent, "spent"));
    }

    private static CaseFact.Part part(Planned part, String row) {
        var what = Plain.title(part.what(), row + "what");
        try {
            var by = part.by() == null || part.by().isBlank()
                    ? null
                    : LocalDate.parse(part.by().strip());
            return new CaseFact.Part(what, by, Boolean.TRUE.equals(part.done()));
        } catch (DateTimeParseException e) {
            throw new Refused("case.day").at(row + "by");
        }
    }

    private static @Nullable Long sek(@Nullable Long sek, String field) {
        if (sek != null && (sek < 0 || sek > MOST_SEK)) throw new Refused("case.sek").at(field);
        return sek;
    }

    /** @throws NotMandated case.not-owner; Refused case.not-now */
    private static void mustOwn(Case of, Acting by) {
        mayAct(by);
        must(of, State.IN_PROJECT);
        var project = of.standing().project();
        if (project == null || !project.owner().equals(by.actor())) throw new NotMandated("case.not-owner");
    }

    /** By the project's owner in its own name. @throws NotMandated case.not-owner; Refused case.not-now */
    static CaseFact.Reported report(Case of, @Nullable String text, Acting by) {
        mustOwn(of, by);
        return new CaseFact.Reported(Writing.whole(of, CaseFact.Sheet.REPORT, text));
    }

    /** @throws Refused case.no-report, before the project has reported */
    static CaseFact.Valued value(Case of, @Nullable String text, Acting by) {
        takes(Seat.COORDINATING, by, of, State.IN_PROJECT);
        if (!of.standing().reported()) throw new Refused("case.no-report");
        return new CaseFact.Valued(Plain.text(text, "text"));
    }

    static CaseFact.FollowedUp followUp(Case of, @Nullable String text, Acting by) {
        takes(Seat.COORDINATING, by, of, State.IMPLEMENTATION_DECIDED, State.FOLLOWED_UP);
        return new CaseFact.FollowedUp(Plain.text(text, "text"));
    }

    /** Whoever raised it may also take it back, before it is examined. @throws Refused case.over, text.missing */
    static CaseFact.Ended end(Case of, @Nullable String reason, Acting by) {
        mayAct(by);
        mustGoOn(of);
        boolean takenBack =
                of.standing().state() == State.RAISED && of.by().actor().equals(by.actor());
        if (!takenBack) of.rules().mustBeOf(Seat.COORDINATING, by);
        return new CaseFact.Ended(Plain.text(reason, "reason"));
    }

    /** @param into the case that it goes on in; null: not said @throws Refused case.into at the field, case.over */
    static CaseFact.Merged merge(Case of, @Nullable UUID into, boolean there, @Nullable String reason, Acting by) {
        mayAct(by);
        of.rules().mustBeOf(Seat.COORDINATING, by);
        mustGoOn(of);
        if (into == null || into.equals(of.id()) || !there) throw new Refused("case.into").at("into");
        return new CaseFact.Merged(into, Plain.text(reason, "reason"));
    }

    static CaseFact.Rested rest(Case of, @Nullable String reason, Acting by) {
        mayAct(by);
        of.rules().mustBeOf(Seat.COORDINATING, by);
        mustGoOn(of);
        if (of.standing().state() == State.RESTING) throw new Refused("case.rests");
        return new CaseFact.Rested(Plain.text(reason, "reason"));
    }

    static CaseFact.Resumed resume(Case of, @Nullable String reason, Acting by) {
        takes(Seat.COORDINATING, by, of, State.RESTING);
        return new CaseFact.Resumed(Plain.optional(reason, "reason"));
    }

    private static void takes(Seat seat, Acting by, Case of, State... in) {
        mayAct(by);
        of.rules().mustBeOf(seat, by);
        must(of, in);
    }

    /** @throws Refused case.over, case.not-now */
    private static void must(Case of, State... in) {
        mustGoOn(of);
        if (!Set.of(in).contains(of.standing().state())) throw new Refused("case.not-now");
    }

    private static void mustGoOn(Case of) {
        if (of.standing().state().isOver()) throw new Refused("case.over");
    }
}
