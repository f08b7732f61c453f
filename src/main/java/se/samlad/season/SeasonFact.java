package se.samlad.season;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;
import se.samlad.report.Status;

/** The facts of this room. Each season is a stream. Actors are given by code, and times are instants. */
public sealed interface SeasonFact extends Fact {

    /** What is prepared for. */
    enum Kind {
        WINTER,
        HEAT,
        FIRE,
        WATER,
        POWER,
        OTHER
    }

    /** The five questions, the same for everybody (D5). */
    enum Asked {
        PREPARATIONS,
        READINESS,
        NEEDS,
        CONTACTS,
        INFORMATION
    }

    /** Where a participant stands in the table. */
    enum Group {
        /** A part of the host's own organisation. */
        OWN,
        OUTSIDE
    }

    /** Whom the host lets see what it shows. */
    enum With {
        /** Those who take part. */
        PARTICIPANTS,
        COUNTY,
        MEMBERS
    }

    /** Something about one participant. */
    sealed interface OfParticipant extends SeasonFact {
        UUID participant();
    }

    /**
     * What the host says of the season.
     *
     * @param year in which it begins
     * @param text what more those asked should know; null: nothing
     * @param answerBy until when the five questions are to be answered
     * @param meetingAt null: not decided
     * @param prepared the code of the regional prepared direction beside which all is read; null: none
     */
    record Frame(
            String title,
            Kind kind,
            int year,
            @Nullable String text,
            Instant answerBy,
            @Nullable Instant meetingAt,
            @Nullable String where,
            @Nullable String prepared) {}

    /** An actor invites, on its own responsibility and for its area (F5). @param earlier the same host's season that this one follows */
    @Stored("season.begun.1")
    record Begun(Frame as, @Nullable UUID earlier) implements SeasonFact {}

    /** The frame anew, whole. */
    @Stored("season.changed.1")
    record Changed(Frame as) implements SeasonFact {}

    /** Where a participant answered before. */
    record Before(UUID season, UUID participant) {}

    /**
     * An actor takes part, or an organisation without an account, by a link. The fact's entry is the participant.
     *
     * @param actor null: an organisation without an account
     * @param unit the part of the actor that takes part; null: the whole actor
     * @param organisation null: an actor
     * @param function what whoever answers does there; null: an actor's function that is its own business
     * @param before null: it takes part for the first time
     */
    @Stored("season.invited.1")
    record Invited(
            @Nullable String actor,
            @Nullable String unit,
            @Nullable String organisation,
            @Nullable String function,
            Group group,
            @Nullable Before before)
            implements SeasonFact {}

    /** There is a new link for the participant, named by this entry; an earlier one opens nothing more. */
    @Stored("season.linked.1")
    record Linked(UUID participant) implements OfParticipant {}

    /** The link was opened for the first time; from then on it is bound to that browser. */
    @Stored("season.opened.1")
    record Opened(UUID participant) implements OfParticipant {}

    /** Somebody tried to open the link on another device, and was refused. */
    @Stored("season.tried.1")
    record Tried(UUID participant) implements OfParticipant {}

    /** The participant takes part no more. @param taken the labels whose holders see the season no longer */
    @Stored("season.left.1")
    record Left(UUID participant, String reason, List<String> taken) implements OfParticipant {}

    /**
     * The five answers, whole; the latest count.
     *
     * @param values what was answered; a question that is left out was not
     * @param was what the same participant said the last season, of what it has changed since
     * @param told whether the host noted what the participant said aloud; else it is the participant's own
     */
    @Stored("season.answered.1")
    record Answered(UUID participant, Map<Asked, String> values, Map<Asked, String> was, boolean told)
            implements OfParticipant {}

    /** Those who have not answered are reminded. */
    @Stored("season.reminded.1")
    record Reminded(List<UUID> participants) implements SeasonFact {}

    /** A need that the participants cannot meet among themselves. @param participant whose it is; null: everybody's */
    @Stored("season.need-noted.1")
    record NeedNoted(@Nullable UUID participant, String text) implements SeasonFact {}

    /** The need is met, or was no need. @param need its entry */
    @Stored("season.need-settled.1")
    record NeedSettled(UUID need, String how) implements SeasonFact {}

    /** The participants have met. @param there those who took part */
    @Stored("season.met.1")
    record Met(Instant met, String text, List<UUID> there) implements SeasonFact {}

    /** What was noted of a meeting, anew and whole. @param meeting the entry that first noted it */
    @Stored("season.met-corrected.1")
    record MetCorrected(UUID meeting, Met said, String reason) implements SeasonFact {}

    /** @param participant who does it; null: the host */
    record Task(@Nullable UUID participant, String what) {}

    /** The local direction, whole; each participant answers it for itself (A4). */
    @Stored("season.worded.1")
    record Worded(String aim, List<String> priorities, List<String> limits, List<Task> tasks) implements SeasonFact {}

    /**
     * A participant's own answer to the local direction.
     *
     * @param wording the entry with the text that it answers
     * @param reason null only where it accepts
     */
    @Stored("season.stood.1")
    record Stood(
            UUID participant,
            UUID wording,
            Stance stance,
            @Nullable String reason) implements OfParticipant {}

    /** How the host says that its area stands before the season. It is for those whom the host lets see it. */
    @Stored("season.stated.1")
    record Stated(Status status, String text, With with) implements SeasonFact {}

    /** What was last stated is shown no more, to those who could see it. */
    @Stored("season.unstated.1")
    record Unstated() implements SeasonFact {}

    /** Who may read the season besides those who take part. @param given labels whose holders see it from now on @param taken and no longer */
    @Stored("season.shared.1")
    record Shared(With with, List<String> given, List<String> taken) implements SeasonFact {}

    /** The season is over. */
    @Stored("season.closed.1")
    record Closed(String reason) implements SeasonFact {}

    /** The season goes on after all. The links that its end took stay ended. */
    @Stored("season.reopened.1")
    record Reopened(String reason) implements SeasonFact {}
}
