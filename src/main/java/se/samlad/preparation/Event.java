package se.samlad.preparation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.View;
import se.samlad.preparation.PreparationFact.Discussed;
import se.samlad.preparation.PreparationFact.Ordered;
import se.samlad.preparation.PreparationFact.Raised;
import se.samlad.preparation.PreparationFact.Reviewed;
import se.samlad.preparation.PreparationFact.Stood;
import se.samlad.preparation.PreparationFact.Weighed;

/**
 * A type of event on its way to a prepared direction.
 *
 * @param raised null: its direction came with Samlad
 * @param weighed each actor's latest weighing, by its code
 * @param order null: nobody has put it in order
 * @param stood each actor's latest word, by its code
 * @param reviewed the latest review; null: none
 */
public record Event(
        String code,
        @Nullable Raised raised,
        PMap<String, Event.Said<Weighed>> weighed,
        Event.@Nullable Said<Ordered> order,
        PVector<Event.Said<Discussed>> discussed,
        PMap<String, Event.Said<Stood>> stood,
        Event.@Nullable Said<Reviewed> reviewed) {

    /** A fact, and who recorded it when. */
    public record Said<F extends PreparationFact>(UUID entry, By by, Instant at, F what) {}

    /** All types of event by code. */
    record All(PMap<String, Event> byCode) {

        static final View<All> VIEW =
                View.of("preparation.event", new All(TreePMap.empty()), PreparationFact.class, All::apply);
        static final Across<All> ACROSS =
                new Across<>(View.of("preparation.all", new All(TreePMap.empty()), PreparationFact.class, All::apply));

        private All apply(Entry by, PreparationFact fact) {
            var code = codeOf(fact);
            if (code == null) return this;
            return new All(byCode.plus(code, of(code).after(by, fact)));
        }

        Event of(String code) {
            return Optional.ofNullable(byCode.get(code)).orElse(none(code));
        }
    }

    static Event none(String code) {
        return new Event(code, null, HashTreePMap.empty(), null, TreePVector.empty(), HashTreePMap.empty(), null);
    }

    static UUID stream(String code) {
        return UUID.nameUUIDFromBytes(("preparation/" + code).getBytes(StandardCharsets.UTF_8));
    }

    /** Null for what belongs to an actor's own checklists. */
    private static @Nullable String codeOf(PreparationFact fact) {
        return switch (fact) {
            case Raised f -> f.code();
            case Weighed f -> f.code();
            case Ordered f -> f.code();
            case Discussed f -> f.code();
            case Stood f -> f.code();
            case Reviewed f -> f.code();
            case PreparationFact.Checklist _, PreparationFact.Ticked _ -> null;
        };
    }

    private static <F extends PreparationFact> Said<F> said(Entry by, F fact) {
        return new Said<>(by.id(), by.by(), by.recordedAt(), fact);
    }

    private Event after(Entry by, PreparationFact fact) {
        var actor = by.by().actor();
        return switch (fact) {
            case Raised f -> new Event(code, f, weighed, order, discussed, stood, reviewed);
            case Weighed f ->
                new Event(code, raised, weighed.plus(actor, said(by, f)), order, discussed, stood, reviewed);
            case Ordered f -> new Event(code, raised, weighed, said(by, f), discussed, stood, reviewed);
            case Discussed f -> new Event(code, raised, weighed, order, discussed.plus(said(by, f)), stood, reviewed);
            case Stood f ->
                new Event(code, raised, weighed, order, discussed, stood.plus(actor, said(by, f)), reviewed);
            case Reviewed f -> new Event(code, raised, weighed, order, discussed, stood, said(by, f));
            case PreparationFact.Checklist _, PreparationFact.Ticked _ -> this;
        };
    }

    /** Its place in the order; null: it has none. */
    public @Nullable Integer place() {
        return order == null ? null : order.what().place();
    }

    /** How many actors have weighed it so. */
    public long weighedSo(int likelihood, int consequence) {
        return weighed.values().stream()
                .map(Said::what)
                .filter(w -> w.likelihood() == likelihood && w.consequence() == consequence)
                .count();
    }

    /** Those that stand behind a version, or say that they do not. @return codes */
    public java.util.List<String> standing(int version, boolean behind) {
        return stood.values().stream()
                .filter(each -> each.what().version() == version && each.what().behind() == behind)
                .map(each -> each.by().actor())
                .toList();
    }

    /** What the actor has said of the version; empty: nothing. */
    public Optional<Said<Stood>> word(String actor, int version) {
        return Optional.ofNullable(stood.get(actor)).filter(each -> each.what().version() == version);
    }
}
