package se.samlad.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.actor.Actor;
import se.samlad.actor.ActorFact.GroupNamed;
import se.samlad.actor.Area;
import se.samlad.actor.RegionName;

/**
 * A region as its file has it: free of mistakes, in one order. {@code docs/REGION.md} describes the file.
 *
 * @param functions in the order of their actors, then by level and name
 * @param accounts of the demo; an import leaves them aside (A4)
 */
public record Region(
        RegionName name,
        List<Actor> actors,
        List<Function> functions,
        List<GroupNamed> groups,
        List<Forum> forums,
        List<Area> areas,
        List<Account> accounts) {

    /** A standing forum of ordinary mode (F1). @param level null: the owners' council, above the levels */
    public record Forum(String code, @Nullable Level level, String nameSv, String nameEn) {}

    /** A demo account and its functions, as {@code actor/function}. */
    public record Account(String name, List<String> functions) {
        public Account {
            functions = List.copyOf(functions);
        }
    }

    public Region {
        actors = List.copyOf(actors);
        functions = inOrder(actors, functions);
        groups = List.copyOf(groups);
        forums = List.copyOf(forums);
        areas = List.copyOf(areas);
        accounts = List.copyOf(accounts);
    }

    private static List<Function> inOrder(List<Actor> actors, List<Function> functions) {
        var codes = actors.stream().map(Actor::code).toList();
        var all = new ArrayList<>(functions);
        all.sort(Comparator.<Function>comparingInt(f -> codes.indexOf(f.actor()))
                .thenComparing(Function::level)
                .thenComparing(Function::name));
        return List.copyOf(all);
    }

    public List<Function> functionsOf(String actor) {
        return functions.stream().filter(f -> f.actor().equals(actor)).toList();
    }

    /** The joint functions' function that admits actors, as {@code actor/name}: the one to begin with. */
    public String secretariat() {
        return admits().findFirst().map(Function::id).orElseThrow();
    }

    private Stream<Function> admits() {
        return functions.stream().filter(f -> f.may(Mandate.ADMIT));
    }

    /** The same without the accounts of the demo. */
    public Region withoutAccounts() {
        return new Region(name, actors, functions, groups, forums, areas, List.of());
    }

    /** The function that an actor has where it names no other that lets its people in. */
    static Function administrator(String actor) {
        return new Function(
                actor,
                "admin",
                "Administratör",
                "Administrator",
                Level.EXECUTING,
                java.util.Set.of(Mandate.ADMINISTER),
                null,
                null);
    }
}
