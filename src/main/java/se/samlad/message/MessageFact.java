package se.samlad.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** What is recorded of messages (K2). A stored name is for ever; a changed form is a new version beside the old. */
public sealed interface MessageFact extends Fact {

    /** A fact that says what the message says. Texts are plain; see {@link Wording}. */
    sealed interface Worded extends MessageFact {
        Wording said();
    }

    /** The first draft: the message's first entry. */
    @Stored("message.drafted.1")
    record Drafted(@JsonUnwrapped Wording said) implements Worded {}

    /** Other words before it is published: it is a draft again, to be checked anew. */
    @Stored("message.redrafted.1")
    record Redrafted(@JsonUnwrapped Wording said) implements Worded {}

    /** A new version of a published message is being made; the published one stands until this is published too. */
    @Stored("message.updated.1")
    record Updated(@JsonUnwrapped Wording said, int version) implements Worded {}

    /** Read by somebody else than who wrote it. */
    @Stored("message.checked.1")
    record Checked(int version) implements MessageFact {}

    /** Sent back to its writer to be changed. */
    @Stored("message.returned.1")
    record Returned(int version, String reason) implements MessageFact {}

    @Stored("message.agreed.1")
    record Agreed(int version) implements MessageFact {}

    /**
     * Out. Tells all that its audience needs, so that who sees nothing before it understands it.
     *
     * @param version from 1; a higher one takes the place of those before
     * @param exercise it belongs to an exercise, and everything that shows it must say so
     */
    @Stored("message.published.1")
    record Published(@JsonUnwrapped Wording said, int version, boolean exercise) implements Worded {}

    /** Holds no longer. @param reason as open as the message was; null: none given */
    @Stored("message.withdrawn.1")
    record Withdrawn(@Nullable String reason, int version) implements MessageFact {}

    /** A draft, or a new version on its way, that will not be published. @param reason null: none given */
    @Stored("message.discarded.1")
    record Discarded(@Nullable String reason, int version) implements MessageFact {}
}
