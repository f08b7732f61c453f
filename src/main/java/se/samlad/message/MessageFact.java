package se.samlad.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts about messages (K2). A stored name never changes; a changed form is a new version beside the old one. */
public sealed interface MessageFact extends Fact {

    /** A fact that carries the message's words. Texts are plain; see {@link Wording}. */
    sealed interface Worded extends MessageFact {
        Wording said();
    }

    /** The first draft: the message's first entry. */
    @Stored("message.drafted.1")
    record Drafted(@JsonUnwrapped Wording said) implements Worded {}

    /** New words before publication: the message is a draft again and must be checked again. */
    @Stored("message.redrafted.1")
    record Redrafted(@JsonUnwrapped Wording said) implements Worded {}

    /** A new version of a published message is begun. The published version holds until the new one is published. */
    @Stored("message.updated.1")
    record Updated(@JsonUnwrapped Wording said, int version) implements Worded {}

    /** Somebody other than the writer has checked it. */
    @Stored("message.checked.1")
    record Checked(int version) implements MessageFact {}

    /** Returned to its writer, to be changed. */
    @Stored("message.returned.1")
    record Returned(int version, String reason) implements MessageFact {}

    @Stored("message.agreed.1")
    record Agreed(int version) implements MessageFact {}

    /**
     * Published. Carries all that the audience needs, because some readers see none of the earlier facts.
     *
     * @param version from 1; a later version replaces the earlier ones
     * @param exercise whether it belongs to an exercise; everything that shows it must then say so
     */
    @Stored("message.published.1")
    record Published(@JsonUnwrapped Wording said, int version, boolean exercise) implements Worded {}

    /** Withdrawn: it no longer holds. @param reason visible to all who may read the message; null: none given */
    @Stored("message.withdrawn.1")
    record Withdrawn(@Nullable String reason, int version) implements MessageFact {}

    /** A draft, or a new version, that will not be published. @param reason null: none given */
    @Stored("message.discarded.1")
    record Discarded(@Nullable String reason, int version) implements MessageFact {}
}
