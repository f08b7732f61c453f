package se.samlad.region;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;

/** What must hold between the parts of a region's file (A1, A6, A8, A9, I2). Pure. */
final class RegionCheck {

    private static final String IN = Mistakes.STEP;

    private final Mistakes mistakes;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Set<String> functions;

    RegionCheck(Mistakes mistakes, List<Actor> actors, List<Function> functions) {
        this.mistakes = mistakes;
        actors.forEach(actor -> this.actors.put(actor.code(), actor));
        this.functions = functions.stream().map(Function::id).collect(Collectors.toSet());
    }

    /** The actors that a part names must be in the file. */
    void actorsOf(Part part, List<String> codes) {
        for (var code : codes) {
            if (actors.containsKey(code)) continue;
            var near = Part.near(code, actors.keySet());
            if (near.isPresent()) part.wrong("actors", "no-actor-near", code, near.get());
            else part.wrong("actors", "no-actor", code);
        }
    }

    void all(Region region, Predicate<String> drawn, Set<String> counted) {
        if (region.actors().isEmpty()) return; // told already
        oneOf(region, Kind.COUNTY_BOARD);
        oneOf(region, Kind.JOINT_FUNCTIONS);
        region.actors().forEach(this::actor);
        region.functions().forEach(this::function);
        if (region.functions().stream().noneMatch(f -> f.may(Mandate.CONVENE) && kind(f) == Kind.COUNTY_BOARD))
            mistakes.add("actors", "nobody-convenes");
        if (region.functions().stream().noneMatch(f -> f.may(Mandate.ADMIT) && kind(f) == Kind.JOINT_FUNCTIONS))
            mistakes.add("actors", "nobody-admits");
        areas(region, drawn, counted);
        for (var code : region.name().prepared())
            if (!Regions.PREPARED.contains(code))
                mistakes.add("prepared", "prepared", code, String.join(", ", Regions.PREPARED));
        accounts(region);
    }

    private void oneOf(Region region, Kind kind) {
        var all = region.actors().stream().filter(a -> a.kind() == kind).toList();
        if (all.isEmpty()) mistakes.add("actors", "none-of-kind", Part.word(kind));
        for (var more : all.stream().skip(1).toList())
            mistakes.add(
                    "actors" + IN + more.code() + IN + "kind",
                    "two-of-kind",
                    Part.word(kind),
                    all.getFirst().code());
    }

    private void actor(Actor actor) {
        var where = "actors" + IN + actor.code();
        boolean outside = actor.kind() == Kind.CONTACT || actor.kind() == Kind.JOINT_FUNCTIONS;
        if (outside && actor.member()) mistakes.add(where + IN + "membership", "no-member", Part.word(actor.kind()));
        if (actor.kind() == Kind.COUNTY_BOARD && actor.membership() == Membership.ASSOCIATED)
            mistakes.add(where, "board-no-party");
        if (!outside && !actor.member()) mistakes.add(where, "no-membership");
    }

    private Kind kind(Function function) {
        var actor = actors.get(function.actor());
        return actor == null ? Kind.CONTACT : actor.kind();
    }

    private void function(Function f) {
        var where = "actors" + IN + f.actor() + IN + "functions" + IN + f.name();
        var actor = actors.get(f.actor());
        if (actor != null && f.unit() != null && actor.unit(f.unit()).isEmpty())
            mistakes.add(where + IN + "unit", "no-unit", f.unit());
        for (var mandate : f.mandates())
            if (!kind(f).may(mandate)) mistakes.add(where + IN + "mandates", "mandate", Part.word(mandate));
    }

    private void areas(Region region, Predicate<String> drawn, Set<String> counted) {
        var owners = new HashMap<String, String>();
        for (var actor : region.actors()) {
            if (actor.scb() == null) continue;
            var first = owners.putIfAbsent(actor.scb(), actor.code());
            if (first != null) mistakes.add("actors" + IN + actor.code() + IN + "scb", "scb-twice", actor.scb(), first);
        }
        for (var area : region.areas()) {
            var where = "areas" + IN + area.code();
            if (!owners.containsKey(area.code())) mistakes.add(where, "area-nobody", area.code());
            if (area.outline().isEmpty() && !drawn.test(area.code())) mistakes.add(where, "area-undrawn", area.code());
        }
        for (var code : new TreeSet<>(counted))
            if (!owners.containsKey(code)) mistakes.add("population" + IN + "counts", "counted-nobody", code);
    }

    private void accounts(Region region) {
        for (var account : region.accounts())
            for (var function : new HashSet<>(account.functions()))
                if (!functions.contains(function))
                    mistakes.add("accounts" + IN + account.name() + IN + "functions", "no-function", function);
    }
}
