package se.samlad.callout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.reach.Path;
import se.samlad.reach.Paths;
import se.samlad.reach.Way;

/**
 * The ladder by which an actor is called: the paths to the function in their order, then its deputies, then its head, and
 * at last a person must telephone (A6, R1). Pure.
 */
final class Ladder {

    private static final int DEPUTIES = 3;
    /** How many seconds an answer on the page is waited for before the next step, and where the next is to telephone. */
    private static final int FIRST = 60;

    private static final int ALONE = 120;

    private Ladder() {}

    /** The function that a forum of the level calls: the one that represents the whole actor there, else any (A6). */
    static Optional<Function> called(Functions all, String actor, Level level) {
        return all.ofActor(actor).stream()
                .filter(f -> !f.onlyAdministers())
                .min(Comparator.comparing((Function f) -> !represents(f, level))
                        .thenComparing(f -> f.unit() != null)
                        .thenComparing(f -> !f.may(Mandate.STANCE))
                        .thenComparing(f -> f.level() == Level.DIRECTING)
                        .thenComparing(Function::name));
    }

    private static boolean represents(Function function, Level level) {
        return level == Level.EXECUTING ? function.level() != Level.DIRECTING : function.level() == level;
    }

    /** @param function that is called; empty: the actor has none */
    static List<Rung> of(Functions all, Paths paths, Optional<Function> function) {
        var rungs = new ArrayList<Rung>();
        if (function.isEmpty()) return List.of(last(""));
        var called = function.get();
        Stream.of(Stream.of(called), deputies(all, called), head(all, called))
                .flatMap(each -> each)
                .distinct()
                .forEach(each -> rungs.addAll(rungs(each, paths.of(each.id()))));
        rungs.addFirst(new Rung(called.id(), Way.PAGE, rungs.isEmpty() ? ALONE : FIRST));
        rungs.add(last(called.id()));
        return rungs;
    }

    private static List<Rung> rungs(Function function, List<Path> paths) {
        return paths.stream()
                .filter(path -> path.way() != Way.PAGE)
                .map(path -> new Rung(function.id(), path.way(), (int)
                        path.way().wait(path.minutes()).toSeconds()))
                .toList();
    }

    private static Rung last(String function) {
        return new Rung(function, Way.TELEPHONE, (int) Way.TELEPHONE.wait(0).toSeconds());
    }

    private static Stream<Function> deputies(Functions all, Function function) {
        return all.ofActor(function.actor()).stream()
                .filter(f -> function.name().equals(f.deputyOf()))
                .limit(DEPUTIES);
    }

    private static Stream<Function> head(Functions all, Function function) {
        return all.ofActor(function.actor()).stream()
                .filter(f -> f.level() == Level.DIRECTING && f.unit() == null && !f.onlyAdministers())
                .limit(1);
    }
}
