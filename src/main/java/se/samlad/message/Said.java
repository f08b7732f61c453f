package se.samlad.message;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.message.Message.Step;
import se.samlad.message.Message.Version;

/**
 * All messages of an incident: the fold of the entries that its reader may see, even if those are only publications.
 */
public record Said(PMap<UUID, Message> byId) {

    static final Said NOTHING = new Said(HashTreePMap.empty());

    public static final View<Said> VIEW =
            View.of("message.all", NOTHING, MessageFact.class, (state, entry, fact) -> state.apply(entry, fact));

    public Optional<Message> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Unpublished versions first, then published messages, then those that have ended; in each group the latest change
     * first.
     */
    public List<Message> list() {
        return byId.values().stream()
                .sorted(Comparator.<Message>comparingInt(m -> m.ended() != null ? 2 : m.coming() != null ? 0 : 1)
                        .thenComparing(Message::moved, Comparator.reverseOrder())
                        .thenComparing(Message::id))
                .toList();
    }

    Said apply(Entry by, MessageFact fact) {
        var known = byId.get(by.subject());
        if (fact instanceof MessageFact.Published p) return with(published(known, by, p));
        if (fact instanceof MessageFact.Drafted d) return known == null ? with(drafted(by, d)) : this;
        if (known == null) return this;
        return switch (fact) {
            case MessageFact.Drafted d -> this;
            case MessageFact.Published p -> this;
            case MessageFact.Redrafted r -> with(rewritten(known, by, r.said()));
            case MessageFact.Updated u ->
                with(known.coming(
                        Version.drafted(u.version(), by.id(), u.said(), step(by, null))
                                .after(known.latest().orElse(null)),
                        by.occurredAt()));
            case MessageFact.Checked c -> with(moved(known, by, v -> v.withChecked(step(by, null))));
            case MessageFact.Returned r -> with(moved(known, by, v -> v.withReturned(step(by, r.reason()))));
            case MessageFact.Agreed a -> with(moved(known, by, v -> v.withAgreed(step(by, null))));
            case MessageFact.Withdrawn w -> with(known.ended(step(by, w.reason())));
            case MessageFact.Discarded d ->
                with(known.isOut() ? known.coming(null, by.occurredAt()) : known.ended(step(by, d.reason())));
        };
    }

    private static Message drafted(Entry by, MessageFact.Drafted fact) {
        var first = Version.drafted(1, by.id(), fact.said(), step(by, null));
        return new Message(
                by.subject(),
                by.labels(),
                by.marking(),
                by.by().actor(),
                first,
                null,
                null,
                isOpen(by),
                by.occurredAt());
    }

    private static Message rewritten(Message known, Entry by, Wording said) {
        if (known.coming() == null) return known;
        var version = Version.drafted(known.coming().number(), by.id(), said, step(by, null));
        return known.coming(version.after(known.coming()), by.occurredAt());
    }

    private static Message moved(Message known, Entry by, java.util.function.UnaryOperator<Version> how) {
        return known.coming() == null ? known : known.coming(how.apply(known.coming()), by.occurredAt());
    }

    /** Needs no earlier fact: a reader who may not see the draft still gets the message. */
    private static Message published(@Nullable Message known, Entry by, MessageFact.Published p) {
        var step = step(by, null);
        var own = known != null && known.coming() != null && known.coming().number() == p.version()
                ? known.coming()
                : Version.drafted(p.version(), by.id(), p.said(), step);
        var base = known != null
                ? known
                : new Message(
                        by.subject(),
                        by.labels(),
                        by.marking(),
                        by.by().actor(),
                        null,
                        null,
                        null,
                        false,
                        by.occurredAt());
        return base.published(own.withPublished(by.id(), p.said(), step), isOpen(by));
    }

    private static boolean isOpen(Entry by) {
        return by.labels().all().contains(Labels.PUBLIC);
    }

    private static Step step(Entry by, @Nullable String why) {
        return new Step(by.by(), by.occurredAt(), why);
    }

    private Said with(Message message) {
        return new Said(byId.plus(message.id(), message));
    }
}
