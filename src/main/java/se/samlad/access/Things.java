package se.samlad.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;
import se.samlad.journal.View;

/**
 * Things of one kind in streams of one kind, such as forums in incidents, and how a verb acts on one of them. It finds
 * the thing through the gate, guards it, asks a rule, and records what the rule decides under the thing's labels.
 *
 * @param <G> the state of the ground that the things stand on
 * @param <S> the state that holds all things of the stream
 * @param <T> one thing
 */
public final class Things<G, S, T extends Things.Thing> {

    /** One of the things. Later entries about it get its labels, so the same readers see them. */
    public interface Thing {
        UUID id();

        Labels labels();

        /** How its author marked it, as {@link Marking#stored} gives it; null: by default. */
        default @Nullable String marking() {
            return null;
        }
    }

    /**
     * What a rule decides on.
     *
     * @param all the state that holds the thing and its neighbours, as the acting one may see it
     * @param happens the time on the ground's clock; null: the real time
     */
    public record Scene<G, S, T extends Thing>(
            UUID stream,
            G ground,
            S all,
            T thing,
            Acting by,
            Verb.Facing facing,
            @Nullable Instant happens) {

        /** Guards the thing: if more is recorded about it meanwhile, the rule is asked again. */
        public void guard() {
            facing.guard(thing.id());
        }

        /** An entry about the thing. */
        public Draft draft(Fact fact) {
            return Draft.on(stream, thing.id(), fact, thing.labels())
                    .happened(happens)
                    .marked(thing.marking());
        }
    }

    /**
     * The one thing of a stream in which there is no other.
     *
     * @param thing null: there is none, or the reader may not see it
     */
    public record Held<T extends Thing>(@Nullable T thing) {

        /**
         * A view of it.
         *
         * @param name unique among views
         * @param facts the room's sealed interface
         * @param first the fact that creates it
         * @param begun what the first fact makes
         * @param after what a later one makes of it
         */
        public static <T extends Thing, F extends Fact, B extends F> View<Held<T>> view(
                String name, Class<F> facts, Class<B> first, BiFunction<Entry, B, T> begun, View.Step<T, F> after) {
            return View.of(name, new Held<T>(null), facts, (held, by, fact) -> {
                if (held.thing != null) return new Held<>(after.apply(held.thing, by, fact));
                return first.isInstance(fact) ? new Held<>(begun.apply(by, first.cast(fact))) : held;
            });
        }

        public Optional<T> find(UUID id) {
            return Optional.ofNullable(thing).filter(each -> each.id().equals(id));
        }
    }

    private final Journal journal;
    private final Ground<G> ground;
    private final Class<? extends Fact> first;
    private final View<S> view;
    private final BiFunction<S, UUID, Optional<T>> find;

    /** @param first the fact that creates a thing */
    public Things(
            Journal journal,
            Ground<G> ground,
            Class<? extends Fact> first,
            View<S> view,
            BiFunction<S, UUID, Optional<T>> find) {
        this.journal = journal;
        this.ground = ground;
        this.first = first;
        this.view = view;
        this.find = find;
    }

    /** The stream that the thing is in. @throws NotThere where there is no such thing, or the viewer may not see it */
    public UUID streamOf(UUID id, Viewer viewer) {
        var entry =
                journal.find(id, viewer).filter(e -> first.isInstance(e.fact())).orElseThrow(NotThere::new);
        journal.await(entry.position());
        return entry.stream();
    }

    /** Records one fact about the thing, which is guarded. @throws NotThere as {@link #streamOf} */
    public Recorded act(UUID id, Acting by, Once once, Function<Scene<G, S, T>, ? extends Fact> rule) {
        return decide(id, by, once, scene -> {
            scene.guard();
            return List.of(scene.draft(rule.apply(scene)));
        });
    }

    /**
     * Records what the rule drafts. Guards the ground, but the thing only where the rule does, so that several actors
     * may answer one thing at the same time.
     *
     * @throws NotThere as {@link #streamOf}
     */
    public Recorded decide(UUID id, Acting by, Once once, Function<Scene<G, S, T>, List<Draft>> rule) {
        var stream = streamOf(id, by.viewer());
        return by.record(journal, once, facing -> {
            var under = ground.guarded(facing, stream, by);
            var all = facing.state(view, stream, by.viewer());
            var thing = find.apply(all, id).orElseThrow(NotThere::new);
            var happens = ground.happens(under, facing.now());
            return rule.apply(new Scene<>(stream, under, all, thing, by, facing, happens));
        });
    }
}
