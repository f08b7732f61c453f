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
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;
import se.samlad.journal.View;

/**
 * Things of one kind in streams of one kind, such as forums in incidents, and how a verb acts on one of them: finds it
 * through the gate, guards it, asks a rule, and records what the rule decides where the thing is seen.
 *
 * @param <G> the state of the ground that the things stand on
 * @param <S> the state that holds all of them
 * @param <T> one of them
 */
public final class Things<G, S, T extends Things.Thing> {

    /** What is recorded about a thing later is seen by those who see the thing. */
    public interface Thing {
        UUID id();

        Labels labels();

        /** How its author marked it, as {@link Marking#stored} gives it; null: by default. */
        default @Nullable String marking() {
            return null;
        }
    }

    /**
     * What a rule decides in the face of.
     *
     * @param all the state that holds the thing and those beside it, as the one who acts may see it
     * @param happens when it happens by the ground's clock; null: now
     */
    public record Scene<G, S, T extends Thing>(
            UUID stream,
            G ground,
            S all,
            T thing,
            Acting by,
            Verb.Facing facing,
            @Nullable Instant happens) {

        /** Holds the decision to what the thing is now: if more is recorded about it meanwhile, the rule is asked again. */
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

    private final Journal journal;
    private final Ground<G> ground;
    private final Class<? extends Fact> first;
    private final View<S> view;
    private final BiFunction<S, UUID, Optional<T>> find;

    /** @param first the fact by which each of them came to be */
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

    /** The stream that the thing is in. @throws NotThere where there is no such thing, or none for this viewer */
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
     * Records what the rule drafts. It guards the ground; the thing only where the rule does, so that many may answer it at
     * once, each for itself.
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
