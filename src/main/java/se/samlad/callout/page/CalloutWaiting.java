package se.samlad.callout.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.callout.Call;
import se.samlad.callout.CalloutFact;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.Callouts;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.reach.Paths;
import se.samlad.reach.ReachFact;
import se.samlad.reach.Reaching;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits: a number of one's own actor that was found to be wrong, until its ways are stated anew. */
@Component
class CalloutWaiting implements Waiting {

    private final Callouts callouts;
    private final Incidents incidents;
    private final Reaching reaching;

    CalloutWaiting(Callouts callouts, Incidents incidents, Reaching reaching) {
        this.callouts = callouts;
        this.incidents = incidents;
        this.reaching = reaching;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().orElse(null);
        if (by == null || !reaching.maySet(by, by.actor())) return List.of();
        var items = new ArrayList<Item>();
        for (var incident : incidents.open(viewer)) {
            if (incident.isExercise()) continue; // its clock says nothing of when the number was mended
            for (var call : callouts.in(incident.id(), viewer).byId().values())
                if (call.actor().equals(by.actor()))
                    wrong(call).ifPresent(at -> items.add(item(call, incident.title(), at, say)));
        }
        return items;
    }

    /** When the number was found to be wrong; empty: it was not, or has been stated anew since. */
    private Optional<Instant> wrong(Call call) {
        var mended = reaching.paths()
                .find(call.asked().function())
                .map(Paths.Known::at)
                .orElse(Instant.EPOCH);
        return Stream.concat(
                        call.notes().stream()
                                .filter(note -> note.outcome() == Outcome.WRONG_NUMBER)
                                .map(Call.Note::at),
                        call.taken().stream()
                                .filter(step -> step.outcome() == Outcome.WRONG_NUMBER)
                                .flatMap(step -> Stream.ofNullable(step.told())))
                .filter(mended::isBefore)
                .findFirst();
    }

    private static Item item(Call call, String title, Instant at, Say say) {
        return new Item(
                "number-" + call.id(),
                3,
                say.text("callout.turn.wrong"),
                title,
                at,
                null,
                null,
                new Settle.Go(say.text("callout.turn.mend"), "/actors/" + call.actor() + "/paths"));
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof CalloutFact.Noted || entry.fact() instanceof ReachFact;
    }
}
