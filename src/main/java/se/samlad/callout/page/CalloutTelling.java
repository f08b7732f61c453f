package se.samlad.callout.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.callout.CalloutFact;
import se.samlad.callout.Callouts;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.web.Say;

/** Turns this room's facts into rows of the log. What the ladders do by themselves stands on their own page. */
@Component
class CalloutTelling implements Telling {

    private final Actors actors;
    private final Callouts callouts;

    CalloutTelling(Actors actors, Callouts callouts) {
        this.actors = actors;
        this.callouts = callouts;
    }

    @Override
    public Class<? extends Fact> facts() {
        return CalloutFact.class;
    }

    @Override
    public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
        var text =
                switch ((CalloutFact) entry.fact()) {
                    case CalloutFact.Noted n ->
                        say.text("callout.told." + n.outcome(), names(entry, List.of(n.call()), viewer, say));
                    case CalloutFact.Placed p ->
                        say.text("callout.told." + p.place(), names(entry, List.of(p.call()), viewer, say));
                    case CalloutFact.NotReached n ->
                        say.text("callout.told.NOT_REACHED", names(entry, n.calls(), viewer, say));
                    case CalloutFact.KeptIn k -> say.text("callout.told.kept-in." + k.keptIn());
                    case CalloutFact.LookedUp l ->
                        say.text("callout.told.looked-up", names(entry, List.of(l.call()), viewer, say));
                    case CalloutFact.Called c -> "";
                    case CalloutFact.StepsTaken s -> "";
                    case CalloutFact.Carried c -> "";
                    case CalloutFact.Skipped s -> "";
                    case CalloutFact.Came c -> "";
                };
        if (text.isEmpty()) return Optional.empty();
        var kind = entry.fact() instanceof CalloutFact.NotReached ? Kind.CALL : Kind.OTHER;
        return Optional.of(Row.of(kind, say.text("callout.word"), text));
    }

    private String names(Entry entry, List<UUID> calls, Viewer viewer, Say say) {
        var all = callouts.in(entry.stream(), viewer);
        return calls.stream()
                .flatMap(id -> all.find(id).stream())
                .map(call -> actors.shortName(call.actor(), say.language()))
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse(say.text("callout.somebody"));
    }
}
