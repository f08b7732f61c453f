package se.samlad.agreement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor.Membership;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. Actors are given by code. A source is where a fact was found that its actor did not record itself. */
public sealed interface AgreementFact extends Fact {

    /** The kinds of documents. */
    enum Kind {
        LETTER_OF_INTENT,
        AGREEMENT,
        ANNEX
    }

    /**
     * A document in one of its versions.
     *
     * @param code the same for all of its versions
     * @param from since when it is in force
     * @param where where the text is kept, such as a register and number
     */
    @Stored("agreement.document.1")
    record Document(
            String code,
            Kind kind,
            String nameSv,
            String nameEn,
            String version,
            Day from,
            @Nullable String where) implements AgreementFact {}

    /** What is known of one actor's belonging. */
    sealed interface Step extends AgreementFact {
        String actor();

        @Nullable
        String source();
    }

    /**
     * A document is signed (A2).
     *
     * @param organisation what the actor was called then
     * @param name who signed; null: no source gives it
     */
    @Stored("agreement.signed.1")
    record Signed(
            String actor,
            String document,
            String organisation,
            Day on,
            @Nullable String name,
            @Nullable String title,
            @Nullable String source)
            implements Step {}

    /**
     * The actor's own body decides to accede (A3).
     *
     * @param from since when it holds: also before it was decided
     * @param decided null: no source gives the day
     * @param body who decided
     * @param reference of the decision
     */
    @Stored("agreement.acceded.1")
    record Acceded(
            String actor,
            Membership membership,
            Day from,
            @Nullable LocalDate decided,
            @Nullable String body,
            @Nullable String reference,
            @Nullable String source)
            implements Step {}

    /** The actor leaves. @param last the last day on which it belongs */
    @Stored("agreement.left.1")
    record Left(
            String actor,
            Day last,
            @Nullable LocalDate decided,
            @Nullable String body,
            @Nullable String reference,
            @Nullable String source)
            implements Step {}

    /** What the chefsgruppen decides on the economy, and what came of it. */
    sealed interface Economy extends AgreementFact {
        int year();
    }

    /** @param year the first budget year that it holds for @param ore per inhabitant and year */
    @Stored("agreement.price.1")
    record Price(int year, int ore, String reason) implements Economy {}

    /** How the half that is not the municipalities' is shared. @param year the first that it holds for */
    @Stored("agreement.shares.1")
    record Shares(int year, List<Share> of, String reason) implements Economy {}

    /** @param weight beside the others' weights */
    record Share(String actor, int weight) {}

    /** The fees of a year are decided as they were computed. */
    @Stored("agreement.fees-decided.1")
    record Decided(int year, int ore, List<Fee> fees, String reason) implements Economy {}

    /** @param inhabitants and the day of their count; null for who pays by share @param sek whole SEK */
    record Fee(
            String actor,
            @Nullable Integer inhabitants,
            @Nullable LocalDate countedOn,
            long sek) {}

    /** What was spent in a year. Recorded again, the later figure holds. @param sek whole SEK */
    @Stored("agreement.outcome.1")
    record Outcome(int year, long sek, String text) implements Economy {}
}
