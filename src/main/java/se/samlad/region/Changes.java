package se.samlad.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import se.samlad.access.Level;
import se.samlad.actor.Actor;
import se.samlad.actor.ActorFact.GroupNamed;
import se.samlad.actor.Area;
import se.samlad.actor.RegionName;

/**
 * What a file would change here: what is new, what is changed and how, and what is left as it is. Nothing is ever taken
 * away, and what an actor decides for itself is left to it (A4, A6). Pure.
 *
 * @param items in the file's order, what is left last
 * @param same how many things are as in the file
 * @param part only what is new or changed
 */
public record Changes(List<Item> items, int same, Region part) {

    /** The kinds of things. */
    public enum Sort {
        REGION,
        ACTOR,
        FUNCTION,
        GROUP,
        FORUM,
        AREA
    }

    /** What happens to a thing. */
    public enum State {
        NEW,
        CHANGED,
        /** Others than the actor itself can't change it. */
        OWN,
        /** It is here and not in the file. */
        LEFT
    }

    /** @param before empty: nothing; @param after likewise */
    public record Field(String name, String before, String after) {}

    /** @param fields those that differ, for CHANGED and OWN */
    public record Item(Sort sort, String code, String name, State state, List<Field> fields) {}

    public Changes {
        items = List.copyOf(items);
    }

    /** Whether carrying it out would record anything. */
    public boolean changesAnything() {
        return items.stream().anyMatch(item -> item.state() == State.NEW || item.state() == State.CHANGED);
    }

    public List<Item> of(State state) {
        return items.stream().filter(item -> item.state() == state).toList();
    }

    /**
     * @param here the region as it is recorded
     * @param own whether the actor decides its functions for itself
     */
    static Changes between(Region here, Region file, Predicate<String> own) {
        var found = new Comparison(own);
        var name =
                found.changed(Sort.REGION, List.of(here.name()), List.of(file.name()), RegionName::code, Changes::of);
        var actors = found.changed(Sort.ACTOR, here.actors(), file.actors(), Actor::code, Changes::of);
        var functions = found.changed(
                Sort.FUNCTION, here.functions(), file.functions(), se.samlad.access.Function::id, Changes::of);
        var groups = found.changed(Sort.GROUP, here.groups(), file.groups(), GroupNamed::code, Changes::of);
        var forums = found.changed(Sort.FORUM, here.forums(), file.forums(), Region.Forum::code, Changes::of);
        var areas = found.changed(Sort.AREA, here.areas(), file.areas(), Area::code, Changes::of);
        found.items.addAll(found.left);
        var prepared = new ArrayList<>(file.name().prepared());
        prepared.removeAll(here.name().prepared());
        var part = new Region(
                name.isEmpty() ? here.name() : file.name(), actors, functions, groups, forums, areas, List.of());
        return new Changes(found.items, found.same, part);
    }

    private static final class Comparison {
        private final Predicate<String> own;
        private final List<Item> items = new ArrayList<>();
        private final List<Item> left = new ArrayList<>();
        private int same;

        Comparison(Predicate<String> own) {
            this.own = own;
        }

        /** The things of the file to record. */
        <T> List<T> changed(
                Sort sort,
                List<T> here,
                List<T> file,
                Function<T, String> code,
                Function<T, Map<String, String>> fields) {
            var known = new LinkedHashMap<String, T>();
            here.forEach(each -> known.put(code.apply(each), each));
            var changed = new ArrayList<T>();
            Set<String> named = new HashSet<>();
            for (var each : file) {
                named.add(code.apply(each));
                var before = known.get(code.apply(each));
                if (each.equals(before)) same++;
                else if (add(
                        sort, code.apply(each), before == null ? Map.of() : fields.apply(before), fields.apply(each)))
                    changed.add(each);
            }
            known.forEach((id, each) -> {
                if (!named.contains(id)) left.add(item(sort, id, State.LEFT, Map.of(), fields.apply(each)));
            });
            return changed;
        }

        /** @return whether it is to be recorded */
        private boolean add(Sort sort, String code, Map<String, String> before, Map<String, String> after) {
            boolean theirs = sort == Sort.FUNCTION && own.test(code.split("/", 2)[0]);
            var state = theirs ? State.OWN : before.isEmpty() ? State.NEW : State.CHANGED;
            items.add(item(sort, code, state, before, after));
            return !theirs;
        }

        private static Item item(
                Sort sort, String code, State state, Map<String, String> before, Map<String, String> after) {
            var fields = new ArrayList<Field>();
            if (!before.isEmpty())
                after.forEach((name, value) -> {
                    var old = before.getOrDefault(name, "");
                    if (!old.equals(value)) fields.add(new Field(name, old, value));
                });
            return new Item(sort, code, after.getOrDefault("name.sv", code), state, List.copyOf(fields));
        }
    }

    private static Map<String, String> of(RegionName r) {
        return fields(
                "name.sv", r.nameSv(),
                "name.en", r.nameEn(),
                "county", r.countyCode() + " " + r.countySv() + " / " + r.countyEn(),
                "population.source", r.populationSource(),
                "prepared", String.join(", ", r.prepared()));
    }

    private static Map<String, String> of(Actor a) {
        return fields(
                "name.sv", a.nameSv(),
                "name.en", a.nameEn(),
                "short", a.shortName(),
                "shortEn", a.shortEn(),
                "kind", Part.word(a.kind()),
                "membership", Part.word(a.membership()),
                "since", a.since(),
                "scb", a.scb(),
                "units", lines(a.units(), u -> u.code() + ": " + u.nameSv() + " / " + u.nameEn()),
                "population", lines(a.inhabitants(), c -> c.date() + ": " + c.people()));
    }

    private static Map<String, String> of(se.samlad.access.Function f) {
        return fields(
                "name.sv", f.titleSv(),
                "name.en", f.titleEn(),
                "level", f.level(),
                "mandates", lines(List.copyOf(f.mandates()), Part::word),
                "unit", f.unit(),
                "deputies", f.deputyOf());
    }

    private static Map<String, String> of(GroupNamed g) {
        return fields("name.sv", g.nameSv(), "name.en", g.nameEn(), "actors", String.join(", ", g.actors()));
    }

    private static Map<String, String> of(Region.Forum f) {
        return fields("name.sv", f.nameSv(), "name.en", f.nameEn(), "level", f.level());
    }

    private static Map<String, String> of(Area a) {
        long points = a.outline().stream()
                .flatMap(polygon -> polygon.rings().stream())
                .mapToLong(List::size)
                .sum();
        return fields(
                "name",
                a.name(),
                "outline",
                points == 0
                        ? ""
                        : points + " · " + Integer.toHexString(a.outline().hashCode()));
    }

    private static <T> String lines(List<T> things, Function<T, String> line) {
        return String.join(", ", things.stream().map(line).toList());
    }

    private static Map<String, String> fields(@org.jspecify.annotations.Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            fields.put(
                    String.valueOf(namesAndValues[i]),
                    value == null ? "" : value instanceof Level level ? level.name() : value.toString());
        }
        return fields;
    }
}
