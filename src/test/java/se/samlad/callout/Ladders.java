package se.samlad.callout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.callout.CalloutFact.Rung;
import se.samlad.forum.ForumFact;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Labels;
import se.samlad.reach.Paths;
import se.samlad.reach.Paths.Path;
import se.samlad.reach.Way;

/** An incident with a forum that calls, and what has been recorded of its calls so far. */
final class Ladders {

    static final UUID STORM = new UUID(1, 1);
    static final UUID FORUM = new UUID(2, 2);
    static final Instant NOON = Given.NOON;

    static final Function TIB = function("nacka", "tib", Level.COORDINATING, null, Mandate.STANCE);
    static final Function CHEF = function("nacka", "chef", Level.DIRECTING, null, Mandate.STANCE);
    static final Function SAK = function("nacka", "sakchef", Level.EXECUTING, "tib", Mandate.REPORT);
    static final Functions FUNCTIONS = new Functions(
            HashTreePMap.from(Map.of(TIB.id(), TIB, CHEF.id(), CHEF, SAK.id(), SAK)),
            HashTreePMap.empty(),
            HashTreePMap.empty());

    private final List<Entry> entries = new ArrayList<>();

    static Function function(
            String actor, String name, Level level, @org.jspecify.annotations.Nullable String deputyOf, Mandate may) {
        return new Function(actor, name, name, name, level, Set.of(may), null, deputyOf);
    }

    static Paths paths(Map<String, List<Path>> of) {
        var all = HashTreePMap.<String, Paths.Known>empty();
        for (var each : of.entrySet())
            all = all.plus(each.getKey(), new Paths.Known(each.getValue(), new UUID(3, 3), NOON));
        return new Paths(all);
    }

    static Path path(Way way) {
        return new Path(way, "x", 0);
    }

    static List<Rung> ladder(Paths paths) {
        return Ladder.of(new Ladder.Known(FUNCTIONS, paths, (function, way) -> false), Optional.of(TIB));
    }

    Ladders called(UUID call, String actor, List<Rung> ladder, Instant at) {
        return told(
                new CalloutFact.Called(
                        FORUM, List.of(new CalloutFact.Asked(call, actor, actor + "/tib", ladder, false))),
                at);
    }

    Ladders told(CalloutFact fact, Instant at) {
        return add(Calls.subject(FORUM), new By("samlad", "ssr", "kansli"), fact, at);
    }

    Ladders acknowledged(String actor, Instant at) {
        return add(UUID.randomUUID(), new By(actor, actor, "tib"), new ForumFact.Acknowledged(FORUM), at);
    }

    Ladders add(UUID subject, By by, Fact fact, Instant at) {
        entries.add(new Entry(
                entries.size() + 1L,
                UUID.randomUUID(),
                STORM,
                subject,
                by,
                at,
                at,
                Labels.of("incident:" + STORM),
                null,
                "kind",
                fact,
                "{}"));
        return this;
    }

    /** As a node that has just started folds them. */
    Calls calls() {
        return Calls.VIEW.fold(entries);
    }

    Call call(UUID id) {
        return calls().find(id).orElseThrow();
    }

    /** What the time has come for is taken. */
    Ladders takes(Instant at) {
        Calling.due(calls(), FORUM, at).forEach(fact -> told(fact, at));
        return this;
    }
}
