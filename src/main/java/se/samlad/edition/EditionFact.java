package se.samlad.edition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. */
public sealed interface EditionFact extends Fact {

    /** Whom an edition is made for (C2). */
    enum Audience {
        /** All members, in detail. */
        MEMBERS,
        /** The members' heads: what asks for a decision, on one page. */
        HEADS,
        /** Of an incident: those directly affected (F3), the whole, their own first. */
        DIRECT,
        /** Of an incident: those indirectly affected (F3), what comes towards them. */
        INDIRECT,
        /** Anybody, contacts and guests among them: what may be read by all. */
        OPEN;

        /** Those that the region's picture, or an incident's, is made for. */
        static List<Audience> of(boolean incident) {
            return incident ? List.of(values()) : List.of(MEMBERS, HEADS, OPEN);
        }
    }

    /**
     * One line that the edition was made from, as it stood.
     *
     * @param about the note's subject, or the status that an actor said: GREEN, YELLOW, ORANGE or RED
     * @param actor the code of who says so
     * @param area SCB's code or a place in words; null: not stated
     * @param need whether it is a need of collaboration
     */
    record Line(
            String about,
            String text,
            String actor,
            @Nullable String area,
            boolean need,
            Instant at) {}

    /**
     * An edition goes out. Its subject is the row of editions for one audience, of the region or of one incident; its stream
     * is the incident's, for the region the row.
     *
     * @param number in its row, from 1
     * @param text its keeper's words
     * @param next when the next one is to go out; null: not stated
     * @param conference the conference that it was made at; null: none
     * @param incident null: it is the region's, and belongs to no incident
     */
    @Stored("edition.issued.1")
    record Issued(
            Audience audience,
            int number,
            String text,
            List<Line> lines,
            @Nullable Instant next,
            @Nullable UUID conference,
            @Nullable UUID incident,
            boolean exercise)
            implements EditionFact {}
}
