package se.samlad.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Each goals document is a stream; the subject is the document, its area or its remark. */
public sealed interface GoalFact extends Fact {

    /**
     * Work on the goals for some years begins.
     *
     * @param from the first year
     * @param until the last year, inclusive
     * @param of the document whose areas it begins with; null: it is the first
     */
    @Stored("goal.begun.1")
    record Begun(int from, int until, @Nullable UUID of, List<Area> areas) implements GoalFact {}

    /** An area as it is from now on; a new code is a new area. */
    @Stored("goal.written.1")
    record Written(Area area) implements GoalFact {}

    /** The document has no such area any longer. @param area its code */
    @Stored("goal.taken-out.1")
    record TakenOut(String area, String reason) implements GoalFact {}

    /** What an actor says of a passage, in its own name. @param area its code; null: the whole document */
    @Stored("goal.remarked.1")
    record Remarked(@Nullable String area, Kind kind, String text) implements GoalFact {}

    /** What became of a remark, said to who made it. The subject is the remark. */
    @Stored("goal.answered.1")
    record Answered(Outcome outcome, @Nullable String text) implements GoalFact {}

    /** What a workshop of a level came to. */
    @Stored("goal.workshop.1")
    record Workshop(Level level, LocalDate on, String text) implements GoalFact {}

    /** The council has adopted the document. @param reference where its decision stands; null: not stated */
    @Stored("goal.adopted.1")
    record Adopted(LocalDate on, @Nullable String reference) implements GoalFact {}

    /** The adopted document was shown to those whom it concerns. */
    @Stored("goal.presented.1")
    record Presented(LocalDate on, String to) implements GoalFact {}

    /** The document is worked on again: it was not adopted, or not so. */
    @Stored("goal.reopened.1")
    record Reopened(String reason) implements GoalFact {}

    /** Nobody works on the draft any longer. */
    @Stored("goal.ended.1")
    record Ended(String reason) implements GoalFact {}

    /** What a remark is. */
    enum Kind {
        PROPOSAL,
        REMARK
    }

    /** What became of a remark. */
    enum Outcome {
        TAKEN,
        PARTLY,
        NOT_TAKEN
    }

    /**
     * A goal area.
     *
     * @param code stays the same from document to document
     * @param en the title in English
     * @param text the goal, Markdown
     * @param textEn the same in English; null: there is none
     */
    record Area(
            String code,
            String sv,
            String en,
            String text,
            @Nullable String textEn) {

        public String title(String language) {
            return language.equals("en") ? en : sv;
        }

        public String text(String language) {
            return language.equals("en") && textEn != null ? textEn : text;
        }
    }
}
