package se.samlad.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.access.Viewers;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.callout.Answering;
import se.samlad.callout.Ladder;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Reader;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.reach.Paths;
import se.samlad.reach.Reaching;
import se.samlad.reach.Way;
import se.samlad.trial.TrialFact.Asked;

/** All test calls, for those who begin them and those who are called. */
@Service
class Trials {

    /** All members see how each is reached (R4). */
    static final Labels LABELS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;
    private final Reaching reaching;
    private final Viewers viewers;

    Trials(Journal journal, Actors actors, Reaching reaching, Viewers viewers) {
        this.journal = journal;
        this.actors = actors;
        this.reaching = reaching;
        this.viewers = viewers;
    }

    /** @throws NotThere for who is no member */
    Trial.All seenBy(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        return all();
    }

    Trial.All all() {
        return journal.across(Trial.All.ACROSS);
    }

    /** Who is called in a test that goes on. */
    Optional<Asked> open(UUID trial, UUID asked) {
        return Optional.ofNullable(all().open().get(trial)).flatMap(t -> t.asked(asked));
    }

    /** Whether the acting one says how its actor is reached, and so may try it. */
    boolean mayTry(Acting by) {
        return reaching.maySet(by, by.actor());
    }

    /** @param actor null: all members */
    Recorded begin(@Nullable String actor, Acting by, Once once) {
        var id = Draft.newId();
        return by.record(journal, once, facing -> {
            facing.guard(Trial.All.BEGINNING);
            if (actor == null) Trying.mustTryAll(by, all());
            else Trying.mustTry(by.actor().equals(actor) && mayTry(by), actor, all());
            var called = actor == null ? members() : List.of(actor);
            return begun(id, called, actor == null, facing.now());
        });
    }

    /** All beginnings are one subject: of two that begin at once, the second is decided again. */
    List<Draft> begun(UUID id, Collection<String> called, boolean whole, Instant now) {
        var fact = Trying.begin(asked(called), whole, now);
        return List.of(new Draft(id, id, Trial.All.BEGINNING, fact, LABELS, null, null));
    }

    List<String> members() {
        return actors.members().stream().map(Actor::code).toList();
    }

    /** Each actor's function that a coordinating forum would call, by all its ways at once. */
    private List<Asked> asked(Collection<String> called) {
        var functions = reaching.functions();
        var paths = reaching.paths();
        var chosen = new ArrayList<Function>();
        for (var actor : called)
            Ladder.called(functions, actor, Level.COORDINATING).ifPresent(chosen::add);
        var personal = reaching.havePersonal(chosen.stream().map(Function::id).toList());
        return called.stream()
                .map(actor -> {
                    var function = Ladder.called(functions, actor, Level.COORDINATING);
                    var ways = function.map(f -> Arrays.stream(Way.values())
                                    .filter(Way::isSent)
                                    .filter(way -> has(paths, f, way) || personal.test(f.id(), way))
                                    .toList())
                            .orElse(List.of());
                    return new Asked(
                            Draft.newId(), actor, function.map(Function::id).orElse(""), ways);
                })
                .toList();
    }

    private static boolean has(Paths paths, Function function, Way way) {
        return paths.of(function.id()).stream().anyMatch(path -> path.way() == way);
    }

    /** @throws NotThere where there is no such test that goes on */
    Recorded answer(UUID id, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var trial = facing.state(Trial.VIEW, id, by.viewer()).orElseThrow(NotThere::new);
            if (by.function().onlyAdministers()) throw new NotMandated("trial.not-asked");
            return List.of(Draft.ofNewSubject(id, Trying.answer(trial, by.actor()), LABELS));
        });
    }

    /** Whoever has what the notice was sent to answers for the function that was called there, and for nothing else. */
    boolean answerByNotice(UUID id, Asked asked) {
        var function = reaching.functions().byId().get(asked.function());
        if (function == null) return false;
        var account = Answering.ACCOUNT;
        var by = new Acting(account, function, Viewer.of(account, function, viewers.anybody()::grants));
        var name = "trial:" + asked.id();
        var once = new Once(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
        try {
            journal.record(by.by(), once, facing -> {
                var trial = facing.state(Trial.VIEW, id, Reader.ALL).orElseThrow(NotThere::new);
                return List.of(Draft.ofNewSubject(id, Trying.answer(trial, asked.actor()), LABELS));
            });
            return true;
        } catch (Refused over) {
            return false; // the page says so
        }
    }

    Recorded schedule(@Nullable Integer day, @Nullable Integer hour, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(Trial.All.SCHEDULE);
            var fact = Trying.schedule(by, day, hour);
            return List.of(Draft.on(Trial.All.SCHEDULE, Trial.All.SCHEDULE, fact, LABELS));
        });
    }
}
