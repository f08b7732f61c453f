package se.samlad.callout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.callout.CalloutFact.Rung;
import se.samlad.reach.Paths;
import se.samlad.reach.Way;

/**
 * The ladder by which an actor is called: the paths to the function in their order, then its deputies, then its head, and
 * at last a person must telephone (A6, R1). Pure.
 */
public final class Ladder {

    private static final int DEPUTIES = 3;
    /** How many seconds an answer on the page is waited for before the next step, and where the next is to telephone. */
    private static final int FIRST = 60;

    private static final int ALONE = 120;

    private Ladder() {}

    /** The function that a forum of the level calls: the one that represents the whole actor there, else any (A6). */
    public static Optional<Function> called(Functions all, String actor, Level level) {
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

    /** What else is known of functions. @param personal whether who holds the function has a personal address for the way */
    public record Known(Functions functions, Paths paths, BiPredicate<String, Way> personal) {}

    /** @param function that is called; empty: the actor has none */
    public static List<Rung> of(Known known, Optional<Function> function) {
        var all = known.functions();
        var rungs = new ArrayList<Rung>();
        if (function.isEmpty()) return List.of(last(""));
        var called = function.get();
        Stream.of(Stream.of(called), deputies(all, called), head(all, called))
                .flatMap(each -> each)
                .distinct()
                .forEach(each -> rungs.addAll(rungs(each, known)));
        rungs.addFirst(new Rung(called.id(), Way.PAGE, rungs.isEmpty() ? ALONE : FIRST));
        rungs.add(last(called.id()));
        return rungs;
    }

    /** Nobody waits for anybody: every way to the function, its deputies and its head at once, and then a person telephones. */
    static List<Rung> atOnce(Known known, Optional<Function> function) {
        var rungs = new ArrayList<>(of(known, function));
        for (int i = 0; i < rungs.size() - 2; i++) {
            var rung = rungs.get(i);
            if (!rung.way().isByHand()) rungs.set(i, new Rung(rung.function(), rung.way(), 0));
        }
        return rungs;
    }

    private static List<Rung> rungs(Function function, Known known) {
        var paths = known.paths().of(function.id());
        var own = paths.stream().map(path -> rung(function, path.way(), path.minutes()));
        var pushed = Stream.of(Way.PUSH)
                .filter(way -> known.personal().test(function.id(), way))
                .map(way -> rung(function, way, 0));
        var more = Stream.of(Way.MAIL, Way.SMS, Way.VOICE)
                .filter(way -> paths.stream().noneMatch(path -> path.way() == way))
                .filter(way -> known.personal().test(function.id(), way))
                .map(way -> rung(function, way, 0));
        return Stream.of(pushed, own, more).flatMap(each -> each).toList();
    }

    private static Rung rung(Function function, Way way, int minutes) {
        return new Rung(function.id(), way, (int) way.wait(minutes).toSeconds());
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
