package se.samlad.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.resource.Need.Loan;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits: answers for who may lend, promises for who asked, the way for who has promised, and what is to come back. */
@Component
class ResourceWaiting implements Waiting {

    private static final int NOW = 2;
    private static final int SOON = 3;

    private final Resources resources;
    private final Incidents incidents;
    private final Actors actors;

    ResourceWaiting(Resources resources, Incidents incidents, Actors actors) {
        this.resources = resources;
        this.incidents = incidents;
        this.actors = actors;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().filter(each -> !each.function().onlyAdministers());
        if (by.isEmpty()) return List.of();
        var items = new ArrayList<Item>();
        var known = new HashMap<java.util.UUID, Optional<Incident>>();
        for (var need : resources.open(viewer)) {
            var incident = known.computeIfAbsent(need.incident(), id -> incidents.find(id, viewer));
            if (incident.isEmpty()) continue;
            var what = what(need, by.get().actor(), incident.get(), say);
            if (what != null) items.add(what);
        }
        return items;
    }

    private @Nullable Item what(Need need, String own, Incident incident, Say say) {
        if (need.isOf(own)) return ofAsker(need, incident, say);
        var loan = need.loans().get(own);
        if (loan == null || loan.promised() == 0) return ofOthers(need, own, incident, say);
        boolean goes = goesOn(need, incident) && loan.accepted() > loan.departed();
        if (goes)
            return item(
                    need,
                    NOW,
                    "send",
                    say.text("resource.wait.send", loan.accepted() - loan.departed()),
                    incident,
                    say);
        boolean comes = loan.sentBack() > loan.returned();
        return comes
                ? item(
                        need,
                        SOON,
                        "back",
                        say.text("resource.wait.back", loan.sentBack() - loan.returned()),
                        incident,
                        say)
                : null;
    }

    private @Nullable Item ofAsker(Need need, Incident incident, Say say) {
        int accepted = need.sum(Loan::accepted);
        int offered = need.sum(Loan::promised) - accepted;
        if (goesOn(need, incident) && offered > 0 && accepted < need.raised().quantity())
            return item(need, NOW, "accept", say.text("resource.wait.accept", offered), incident, say);
        if (need.loans().values().stream().anyMatch(l -> l.recalled() != null && l.arrived() > l.sentBack()))
            return item(need, NOW, "recalled", say.text("resource.wait.recalled"), incident, say);
        int broken = need.sum(Loan::broken);
        if (goesOn(need, incident) && broken > 0 && need.missing() > 0)
            return item(need, NOW, "broken", say.text("resource.wait.broken", broken), incident, say);
        var until = need.raised().until();
        boolean overdue = until != null && !incident.clock(say.now()).isBefore(until) && need.sum(Loan::inUse) > 0;
        return overdue ? item(need, NOW, "overdue", say.text("resource.wait.overdue"), incident, say) : null;
    }

    private @Nullable Item ofOthers(Need need, String own, Incident incident, Say say) {
        boolean asked =
                goesOn(need, incident) && need.missing() > 0 && !need.answers().containsKey(own);
        if (!asked) return null;
        var from = actors.shortName(need.by().actor(), say.language());
        var no = new Settle.Press(
                say.text("resource.cannot"),
                ResourcePages.NEEDS + "/" + need.id() + "/answers",
                Map.of("answer", ResourceFact.Answer.CANNOT.name()));
        var go = new Settle.Go(say.text("resource.answer-it"), ResourcePages.NEEDS + "/" + need.id());
        return new Item(
                "resource-answer-" + need.id(),
                SOON,
                named(need),
                say.text("resource.wait.answer", from, need.raised().ifNot()),
                need.at(),
                null,
                incident.belongs(say.now()),
                new Settle.Either(no, go));
    }

    /** After stand-down only what is out comes back. */
    private static boolean goesOn(Need need, Incident incident) {
        return need.ended() == null && incident.isOpen();
    }

    private static String named(Need need) {
        return need.raised().quantity() + " " + need.raised().what();
    }

    private static Item item(Need need, int urgency, String why, String detail, Incident incident, Say say) {
        return new Item(
                "resource-" + why + "-" + need.id(),
                urgency,
                named(need),
                detail,
                need.at(),
                null,
                incident.belongs(say.now()),
                new Settle.Go(say.text("resource.look"), ResourcePages.NEEDS + "/" + need.id()));
    }

    /** What the actor lends and has not back. */
    @Override
    public List<String> ahead(Viewer viewer, Say say) {
        var own = viewer.function().map(each -> each.actor()).orElse("");
        return resources.open(viewer).stream()
                .filter(need -> need.loan(own).inUse() > 0)
                .map(need -> say.text(
                        "resource.lent",
                        need.loan(own).inUse(),
                        need.raised().what(),
                        actors.shortName(need.by().actor(), say.language())))
                .toList();
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof ResourceFact;
    }
}
