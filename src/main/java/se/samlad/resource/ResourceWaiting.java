package se.samlad.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
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
        var known = new HashMap<UUID, Optional<Where>>();
        for (var need : resources.open(viewer)) {
            var where = known.computeIfAbsent(need.stream(), id -> where(need, viewer));
            if (where.isEmpty()) continue;
            var what = what(need, by.get().actor(), where.get(), say);
            if (what != null) items.add(what);
        }
        return items;
    }

    private Optional<Where> where(Need need, Viewer viewer) {
        return need.isEveryday()
                ? Optional.of(Where.ORDINARY)
                : incidents.find(need.stream(), viewer).map(Where::new);
    }

    private @Nullable Item what(Need need, String own, Where where, Say say) {
        if (need.isOf(own)) return ofAsker(need, where, say);
        var loan = need.loans().get(own);
        if (loan == null || loan.promised() == 0) return ofOthers(need, own, where, say);
        var now = where.clock(say.now());
        if (goesOn(need, where) && loan.accepted() > loan.departed())
            return item(
                    need, NOW, "send", say.text("resource.wait.send", loan.accepted() - loan.departed()), where, say);
        var asked = loan.agreed().extension();
        if (asked != null && asked.isOpen())
            return item(
                    need,
                    NOW,
                    "longer",
                    say.text("resource.wait.longer", say.time(asked.until()), asked.reason()),
                    where,
                    say);
        if (loan.sentBack() > loan.returned())
            return item(
                    need, SOON, "back", say.text("resource.wait.back", loan.sentBack() - loan.returned()), where, say);
        if (need.isOverdue(loan, now)) return item(need, SOON, "late", say.text("resource.wait.late"), where, say);
        var cost = loan.agreed().cost();
        return cost != null && cost.isDisputed()
                ? item(need, SOON, "disputed", say.text("resource.wait.disputed"), where, say)
                : null;
    }

    private @Nullable Item ofAsker(Need need, Where where, Say say) {
        boolean goesOn = goesOn(need, where);
        if (goesOn && need.acceptable() > 0)
            return item(need, NOW, "accept", say.text("resource.wait.accept", need.acceptable()), where, say);
        if (need.loans().values().stream().anyMatch(l -> l.recalled() != null && l.arrived() > l.sentBack()))
            return item(need, NOW, "recalled", say.text("resource.wait.recalled"), where, say);
        int broken = need.sum(Loan::broken);
        if (goesOn && broken > 0 && need.missing() > 0)
            return item(need, NOW, "broken", say.text("resource.wait.broken", broken), where, say);
        var now = where.clock(say.now());
        if (need.loans().values().stream().anyMatch(loan -> need.isOverdue(loan, now)))
            return item(need, NOW, "overdue", say.text("resource.wait.overdue"), where, say);
        boolean costs = need.loans().values().stream()
                .anyMatch(l -> l.agreed().cost() != null && l.agreed().cost().answer() == null);
        return costs ? item(need, SOON, "cost", say.text("resource.wait.cost"), where, say) : null;
    }

    /** Of who may lend: its answer, and again when it said that it would answer by then. */
    private @Nullable Item ofOthers(Need need, String own, Where where, Say say) {
        if (!goesOn(need, where) || need.missing() == 0) return null;
        boolean late = need.isLate(own, where.clock(say.now()));
        if (need.answers().containsKey(own) && !late) return null;
        var from = actors.shortName(need.by().actor(), say.language());
        var no = new Settle.Press(
                say.text("resource.cannot"),
                ResourcePages.NEEDS + "/" + need.id() + "/answers",
                Map.of("answer", ResourceFact.Answer.CANNOT.name()));
        var go = new Settle.Go(say.text("resource.answer-it"), ResourcePages.NEEDS + "/" + need.id());
        return new Item(
                "resource-answer-" + need.id(),
                late ? NOW : SOON,
                named(need),
                late
                        ? say.text("resource.wait.you-late")
                        : say.text("resource.wait.answer", from, need.raised().ifNot()),
                need.at(),
                null,
                belongs(where, say),
                new Settle.Either(no, go));
    }

    /** After stand-down only what is out comes back. */
    private static boolean goesOn(Need need, Where where) {
        return need.ended() == null && where.goesOn();
    }

    private static @Nullable Belongs belongs(Where where, Say say) {
        return where.incident() == null ? null : where.incident().belongs(say.now());
    }

    private static String named(Need need) {
        return need.raised().quantity() + " " + need.raised().what();
    }

    private static Item item(Need need, int urgency, String why, String detail, Where where, Say say) {
        return new Item(
                "resource-" + why + "-" + need.id(),
                urgency,
                named(need),
                detail,
                need.at(),
                null,
                belongs(where, say),
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
