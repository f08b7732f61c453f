package se.samlad.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.message.Message.Stage;
import se.samlad.message.Message.Version;
import se.samlad.web.Say;
import se.samlad.web.Waiting;
import se.samlad.web.Worded;

/** Turns messages' facts into rows of the log, and names those whose turn it is. */
@Component
class MessageTelling implements Telling, Waiting, Worded {

    private static final int URGENCY = 1;
    private final Messages messages;
    private final Incidents incidents;

    MessageTelling(Messages messages, Incidents incidents) {
        this.messages = messages;
        this.incidents = incidents;
    }

    @Override
    public Class<? extends Fact> facts() {
        return MessageFact.class;
    }

    @Override
    public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
        return entry.fact() instanceof MessageFact fact ? Optional.of(row(entry, fact, viewer, say)) : Optional.empty();
    }

    @Override
    public List<Field> fields(Entry entry, Say say) {
        if (!(entry.fact() instanceof MessageFact.Worded fact)) return List.of();
        var said = fact.said();
        var english = said.english();
        return List.of(
                Field.of("title", say.text("message.title"), said.title()),
                Field.of("text", say.text("message.text"), said.text()),
                Field.of("audience", say.text("message.audience"), said.audience(say)),
                Field.of("channels", say.text("message.channels"), said.channels(say)),
                Field.of("topic", say.text("message.topic"), said.topic()),
                Field.of("english.title", say.text("message.english.title"), english == null ? "" : english.title()),
                Field.of("english.text", say.text("message.english.text"), english == null ? "" : english.text()));
    }

    private Row row(Entry entry, MessageFact fact, Viewer viewer, Say say) {
        var title = messages.title(entry.stream(), entry.subject(), viewer).orElse("…");
        return switch (fact) {
            case MessageFact.Drafted d -> worded(say, "drafted", d.said());
            case MessageFact.Redrafted r -> worded(say, "redrafted", r.said());
            case MessageFact.Updated u ->
                row(say, "updated", u.said().text(), u.said().title(), u.version());
            case MessageFact.Checked c -> row(say, "checked", null, title);
            case MessageFact.Returned r -> row(say, "returned", r.reason(), title);
            case MessageFact.Agreed a -> row(say, "agreed", null, title);
            case MessageFact.Published p -> worded(say, p.version() > 1 ? "published-again" : "published", p.said());
            case MessageFact.Withdrawn w -> row(say, "withdrawn", w.reason(), title);
            case MessageFact.Discarded d -> row(say, "discarded", d.reason(), title);
        };
    }

    private static Row worded(Say say, String what, Wording said) {
        return row(say, what, said.text(), said.title(), said.audience(say));
    }

    private static Row row(Say say, String what, @Nullable String more, Object... details) {
        return Row.of(Kind.MESSAGE, say.text("message.word"), say.text("message.log." + what, details), more);
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var items = new ArrayList<Item>();
        for (Incident incident : incidents.open(viewer)) {
            for (Message message : messages.in(incident.id(), viewer).byId().values()) {
                if (message.ended() == null && message.coming() != null)
                    item(incident, message, message.coming(), viewer, say).ifPresent(items::add);
            }
        }
        return items;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof MessageFact || entry.fact() instanceof IncidentFact;
    }

    private static Optional<Item> item(Incident incident, Message message, Version coming, Viewer viewer, Say say) {
        boolean own = coming.written().by().account().equals(viewer.account());
        var stage = coming.stage();
        var due = stage == Stage.RETURNED ? own : viewer.may(Mandate.COMMUNICATE) && !(own && stage == Stage.DRAFT);
        if (!due) return Optional.empty();
        var what = "message.turn." + stage.name().toLowerCase(java.util.Locale.ROOT);
        return Optional.of(new Item(
                "turn-message-" + message.id(),
                URGENCY,
                say.text(what, coming.wording().title()),
                coming.returned() != null && coming.returned().why() != null
                        ? coming.returned().why()
                        : say.text("message.to", coming.wording().audience(say)),
                since(coming),
                null,
                incident.belongs(say.now()),
                new Settle.Go(say.text(what + ".go"), path(incident.id(), message.id()))));
    }

    static String path(UUID incident, UUID message) {
        return "/incidents/" + incident + "/messages?m=" + message;
    }

    private static Instant since(Version v) {
        if (v.agreed() != null) return v.agreed().at();
        if (v.checked() != null) return v.checked().at();
        return v.returned() != null ? v.returned().at() : v.written().at();
    }
}
