package se.samlad.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.Marking;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.message.Message.Stage;
import se.samlad.message.Message.Version;

/**
 * The rules for a message's steps: who may take them, and in which order (K1, K2). Pure: no clock, no database, no
 * Spring.
 */
final class Communicating {

    private Communicating() {}

    /**
     * Every participant may draft.
     *
     * @throws Refused message.secret, if a public message is marked with a legal ground
     */
    static MessageFact.Drafted draft(Wording said, @Nullable Marking marking) {
        mustNotBeSecret(said, marking);
        return new MessageFact.Drafted(said);
    }

    /**
     * Changes the words: of an unpublished version, which must then be checked again, or of a published one, as a new
     * version.
     *
     * @throws NotMandated message.whose, for actors other than the message's own
     * @throws Refused message.secret, message.narrower, or message.is-… if the message has ended
     */
    static MessageFact reword(Message message, Wording said, Acting by) {
        mustBeOwn(message, by);
        mustLive(message);
        mustNotBeSecret(said, Marking.of(message.marking()));
        if (message.open() && message.isOut() && !goesToAnybody(message.labels(), said))
            throw new Refused("message.narrower").at("audience");
        return message.coming() == null
                ? new MessageFact.Updated(said, number(message.out()) + 1)
                : new MessageFact.Redrafted(said);
    }

    /**
     * @throws NotMandated message.mandate
     * @throws Refused message.own-check for its writer, message.is-… out of order
     */
    static MessageFact.Checked check(Message message, Acting by) {
        mustCommunicate(by);
        var coming = coming(message);
        if (coming.stage() == Stage.DRAFT && coming.written().by().account().equals(by.account()))
            throw new Refused("message.own-check");
        must(coming, Stage.DRAFT);
        return new MessageFact.Checked(coming.number());
    }

    /** @throws NotMandated message.mandate @throws Refused message.is-… out of order, text.missing without a reason */
    static MessageFact.Returned sendBack(Message message, Acting by, @Nullable String reason) {
        mustCommunicate(by);
        var coming = coming(message);
        if (coming.stage() == Stage.RETURNED) throw is(Stage.RETURNED);
        return new MessageFact.Returned(coming.number(), Plain.text(reason, "reason"));
    }

    /** @throws NotMandated message.mandate @throws Refused message.is-… out of order */
    static MessageFact.Agreed agree(Message message, Acting by) {
        mustCommunicate(by);
        var coming = coming(message);
        must(coming, Stage.CHECKED);
        return new MessageFact.Agreed(coming.number());
    }

    /** @throws NotMandated message.mandate @throws Refused message.is-… out of order */
    static MessageFact.Published publish(Message message, Acting by, boolean exercise) {
        mustCommunicate(by);
        var coming = coming(message);
        must(coming, Stage.AGREED);
        var said = coming.wording();
        mustNotBeSecret(said, Marking.of(message.marking()));
        return new MessageFact.Published(said, coming.number(), exercise);
    }

    /** Withdraws a published message, and any new version of it. @throws Refused message.is-… unless it is published */
    static MessageFact.Withdrawn withdraw(Message message, Acting by, @Nullable String reason) {
        mustCommunicate(by);
        if (!message.isOut()) throw is(message.stage());
        return new MessageFact.Withdrawn(Plain.optional(reason, "reason"), number(message.out()));
    }

    /** Discards a draft, or a new version of a published message. @throws Refused message.is-… if there is none */
    static MessageFact.Discarded discard(Message message, Acting by, @Nullable String reason) {
        mustBeOwn(message, by);
        return new MessageFact.Discarded(
                Plain.optional(reason, "reason"), coming(message).number());
    }

    /** Whether the published fact is public: the message is marked so, or its audience is the public. */
    static boolean goesToAnybody(Labels labels, Wording said) {
        return labels.all().contains(Labels.PUBLIC) || Wording.forThePublic(said.audience());
    }

    /**
     * The labels of a publication or withdrawal: those of the message's first entry, and the public label if it is
     * public.
     */
    static Labels labelsOut(Message message, MessageFact fact) {
        boolean anybody = fact instanceof MessageFact.Worded w
                ? goesToAnybody(message.labels(), w.said()) || message.open()
                : message.open();
        return anybody ? message.labels().plus(List.of(Labels.PUBLIC)) : message.labels();
    }

    private static void mustBeOwn(Message message, Acting by) {
        if (!message.isOwnOf(by.viewer())) throw new NotMandated("message.whose");
    }

    private static void mustCommunicate(Acting by) {
        if (!by.may(Mandate.COMMUNICATE)) throw new NotMandated("message.mandate");
    }

    private static void mustLive(Message message) {
        if (message.ended() != null) throw is(message.stage());
    }

    private static void mustNotBeSecret(Wording said, @Nullable Marking marking) {
        if (marking == null || !Wording.forThePublic(said.audience())) return;
        boolean tlp = marking.tlp() != null && !marking.tlp().equals("CLEAR");
        if (marking.ground() != null || tlp) throw new Refused("message.secret").at("audience");
    }

    private static Version coming(Message message) {
        if (message.ended() != null || message.coming() == null) throw is(message.stage());
        return message.coming();
    }

    private static void must(Version coming, Stage wanted) {
        if (coming.stage() != wanted) throw is(coming.stage());
    }

    /** The refusal's text names the current stage and the step that comes next. */
    private static Refused is(Stage stage) {
        return new Refused("message.is-" + stage.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static int number(@Nullable Version version) {
        return version == null ? 0 : version.number();
    }
}
