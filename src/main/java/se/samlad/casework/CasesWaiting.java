package se.samlad.casework;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.casework.AllCases.Row;
import se.samlad.journal.Entry;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** The cases that wait for whose turn it is (G4). */
@Component
class CasesWaiting implements Waiting {

    private final Cases cases;
    private final Actors actors;

    CasesWaiting(Cases cases, Actors actors) {
        this.cases = cases;
        this.actors = actors;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        return items(viewer, say, row -> true);
    }

    /** Of a project, the owner's functions are reminded that coordinate and speak for it. */
    @Override
    public List<Item> reminds(Viewer viewer, Say say) {
        boolean speaks = viewer.may(Mandate.STANCE)
                && viewer.function()
                        .filter(f -> f.level() == Level.COORDINATING)
                        .isPresent();
        return items(viewer, say, row -> speaks || row.standing().turn() != Standing.Turn.OWNER);
    }

    private List<Item> items(Viewer viewer, Say say, Predicate<Row> concerned) {
        var steps = cases.steps();
        return cases.seenBy(viewer).stream()
                .filter(row -> CasePages.isTurnOf(row.standing(), steps, viewer))
                .filter(concerned)
                .map(row -> item(row, steps, say))
                .toList();
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof CaseFact;
    }

    private Item item(Row row, Steps steps, Say say) {
        var standing = row.standing();
        return new Item(
                "case-" + row.id(),
                3,
                row.title(),
                say.text("case.state." + standing.state()) + ". " + CasePages.turn(standing, actors, say),
                standing.since(),
                steps.due(standing).orElse(null),
                null,
                new Settle.Go(say.text("case.open-it"), CasePages.PATH + "/" + row.id()));
    }
}
