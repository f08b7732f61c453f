package se.samlad.season;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.question.Question;
import se.samlad.report.Status;
import se.samlad.season.SeasonFact.Frame;
import se.samlad.season.SeasonFact.Group;
import se.samlad.season.SeasonFact.Invited;
import se.samlad.season.SeasonFact.Kind;
import se.samlad.season.SeasonFact.With;
import se.samlad.web.Say;

/** The rules for the host of a season (F5). Pure: no clock, no database, no Spring. */
final class Inviting {

    /** So many take part at most. */
    static final int MOST = 80;

    static final int NAME = 100;
    /** A season is planned some years ahead at most. */
    private static final Duration LONGEST = Duration.ofDays(6 * 366);

    private Inviting() {}

    /** A frame as it is sent; all may be missing. */
    record Framing(
            @Nullable String title,
            @Nullable Kind kind,
            @Nullable String text,
            @Nullable Instant answerBy,
            @Nullable Instant meetingAt,
            @Nullable String where,
            @Nullable String prepared) {}

    /** Who may invite: in its own area (F5), and who convenes or leads for the whole region. */
    static boolean mayInvite(Acting by) {
        return by.may(Mandate.INVITE) || by.mayConvene() || by.may(Mandate.ADMIT);
    }

    /** @throws NotMandated season.who-invites */
    static void mustInvite(Acting by) {
        if (!mayInvite(by)) throw new NotMandated("season.who-invites");
    }

    static boolean isHost(Season season, Acting by) {
        return season.isOf(by.actor()) && mayInvite(by);
    }

    /** @throws NotMandated season.not-yours; Refused season.over */
    static void mustBeHost(Season season, Acting by) {
        mustHost(season, by);
        if (!season.isOpen()) throw new Refused("season.over");
    }

    private static void mustHost(Season season, Acting by) {
        if (!isHost(season, by)) throw new NotMandated("season.not-yours");
    }

    /**
     * @param prepared whether there is such a prepared direction
     * @throws Refused text.… at the field, season.kind-wrong, season.time, season.meeting-wrong, season.prepared-wrong
     */
    static Frame frame(Framing said, Predicate<String> prepared, Instant now) {
        if (said.kind() == null) throw new Refused("season.kind-wrong").at("kind");
        var answerBy = ahead(said.answerBy(), now, "answerBy", "season.time");
        if (answerBy == null) throw new Refused("season.time", LONGEST.toDays()).at("answerBy");
        var meetingAt = ahead(said.meetingAt(), now, "meetingAt", "season.meeting-wrong");
        return frame(said, said.kind(), year(answerBy), answerBy, meetingAt, prepared);
    }

    /**
     * The frame anew. Its kind and year are what it began with; a day that has passed may stay as it was.
     *
     * @throws Refused as {@link #frame(Framing, Predicate, Instant)}
     */
    static SeasonFact.Changed change(Season season, Acting by, Framing said, Predicate<String> prepared, Instant now) {
        mustBeHost(season, by);
        var was = season.as();
        var answerBy = was.answerBy().equals(said.answerBy())
                ? was.answerBy()
                : ahead(said.answerBy(), now, "answerBy", "season.time");
        if (answerBy == null) throw new Refused("season.time", LONGEST.toDays()).at("answerBy");
        var same = was.meetingAt() != null && was.meetingAt().equals(said.meetingAt());
        var meetingAt = same ? was.meetingAt() : ahead(said.meetingAt(), now, "meetingAt", "season.meeting-wrong");
        return new SeasonFact.Changed(frame(said, was.kind(), was.year(), answerBy, meetingAt, prepared));
    }

    private static Frame frame(
            Framing said,
            Kind kind,
            int year,
            Instant answerBy,
            @Nullable Instant meetingAt,
            Predicate<String> prepared) {
        var code = Plain.isEmpty(said.prepared()) ? null : said.prepared();
        if (code != null && !prepared.test(code)) throw new Refused("season.prepared-wrong").at("prepared");
        return new Frame(
                Plain.title(said.title(), "title"),
                kind,
                year,
                Plain.optional(said.text(), "text"),
                answerBy,
                meetingAt,
                Plain.optionalTitle(said.where(), "where"),
                code);
    }

    private static @Nullable Instant ahead(@Nullable Instant at, Instant now, String field, String key) {
        if (at != null && (!at.isAfter(now) || at.isAfter(now.plus(LONGEST))))
            throw new Refused(key, LONGEST.toDays()).at(field);
        return at;
    }

    /** A season belongs to the year in which its answers are wanted, Stockholm's. */
    private static int year(Instant answerBy) {
        return ZonedDateTime.ofInstant(answerBy, Say.STOCKHOLM).getYear();
    }

    /**
     * One more takes part: an actor or a unit of it, else an organisation by its name.
     *
     * @param actor {@code actor} or {@code actor/unit}; null or empty: an organisation without an account
     */
    record Guest(
            @Nullable String actor,
            @Nullable String organisation,
            @Nullable String function,
            @Nullable Group group) {}

    /**
     * @param exists whether there is such an actor, with such a unit where one is named
     * @throws Refused season.most, season.no-such-actor, season.there-already, text.… at the field
     */
    static Invited invite(Season season, Acting by, Guest said, BiPredicate<String, @Nullable String> exists) {
        mustBeHost(season, by);
        return invited(season.by().actor(), season.there(), said, exists);
    }

    /** @param host the code of the actor that invites */
    static Invited invited(
            String host, List<Participant> there, Guest said, BiPredicate<String, @Nullable String> exists) {
        if (there.size() >= MOST) throw new Refused("season.most", MOST);
        if (Plain.isEmpty(said.actor()))
            return new Invited(
                    null,
                    null,
                    name(said.organisation(), "organisation"),
                    name(said.function(), "function"),
                    said.group() == null ? Group.OUTSIDE : said.group(),
                    null);
        var voice = Question.Voice.of(String.valueOf(said.actor()).strip());
        if (!exists.test(voice.actor(), voice.unit()))
            throw new Refused("season.no-such-actor", shortened(voice.actor())).at("actor");
        if (there.stream()
                .anyMatch(each -> voice.actor().equals(each.as().actor())
                        && Objects.equals(voice.unit(), each.as().unit())))
            throw new Refused("season.there-already").at("actor");
        var group = voice.actor().equals(host) ? Group.OWN : Group.OUTSIDE;
        return new Invited(voice.actor(), voice.unit(), null, null, group, null);
    }

    static String name(@Nullable String text, String field) {
        var name = Plain.title(text, field);
        if (name.length() > NAME) throw new Refused("text.too-long", field, NAME, name.length()).at(field);
        return name;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** @throws Refused season.has-account, season.left */
    static SeasonFact.Linked link(Season season, Participant one, Acting by) {
        mustBeHost(season, by);
        mustBeThere(one);
        if (!one.isGuest()) throw new Refused("season.has-account");
        return new SeasonFact.Linked(one.id());
    }

    static void mustBeThere(Participant one) {
        if (one.left()) throw new Refused("season.left");
    }

    /** @param county the county board's code @throws Refused season.left, text.missing */
    static SeasonFact.Left leave(Season season, Participant one, Acting by, @Nullable String reason, String county) {
        mustBeHost(season, by);
        mustBeThere(one);
        var actor = one.as().actor();
        boolean stays = actor == null
                || season.isOf(actor)
                || season.with() == With.COUNTY && actor.equals(county)
                || season.there().stream()
                        .anyMatch(each -> each != one && actor.equals(each.as().actor()));
        return new SeasonFact.Left(
                one.id(), Plain.title(reason, "reason"), stays ? List.of() : List.of("actor:" + actor));
    }

    /** @param county the county board's code @throws Refused season.with-wrong, at the field */
    static SeasonFact.Shared share(Season season, Acting by, @Nullable With with, String county) {
        mustBeHost(season, by);
        if (with == null) throw new Refused("season.with-wrong").at("with");
        var board = "actor:" + county;
        boolean seated = season.isOf(county)
                || season.there().stream()
                        .anyMatch(each -> county.equals(each.as().actor()));
        var given = new ArrayList<String>();
        var taken = new ArrayList<String>();
        (with == With.MEMBERS ? given : taken).add("members");
        if (with == With.COUNTY) given.add(board);
        else if (!seated) taken.add(board);
        return new SeasonFact.Shared(with, given, taken);
    }

    /** @throws Refused season.status-wrong, season.with-wrong at the field; text.… */
    static SeasonFact.Stated state(
            Season season, Acting by, @Nullable Status status, @Nullable String text, @Nullable With with) {
        mustBeHost(season, by);
        if (status == null) throw new Refused("season.status-wrong").at("status");
        if (with == null) throw new Refused("season.with-wrong").at("with");
        return new SeasonFact.Stated(status, Plain.text(text, "text"), with);
    }

    /** @throws Refused season.all-answered */
    static SeasonFact.Reminded remind(Season season, Acting by) {
        mustBeHost(season, by);
        var missing = season.missing().stream().map(Participant::id).toList();
        if (missing.isEmpty()) throw new Refused("season.all-answered");
        return new SeasonFact.Reminded(missing);
    }

    static SeasonFact.Closed close(Season season, Acting by, @Nullable String reason) {
        mustBeHost(season, by);
        return new SeasonFact.Closed(Plain.title(reason, "reason"));
    }

    /** @throws NotMandated season.not-yours; Refused season.goes-on, text.… */
    static SeasonFact.Reopened reopen(Season season, Acting by, @Nullable String reason) {
        mustHost(season, by);
        if (season.isOpen()) throw new Refused("season.goes-on");
        return new SeasonFact.Reopened(Plain.title(reason, "reason"));
    }
}
