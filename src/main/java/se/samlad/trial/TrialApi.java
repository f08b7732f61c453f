package se.samlad.trial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.reach.Way;
import se.samlad.web.Nothing;

/** Test calls for programs and forms. */
@RestController
class TrialApi {

    /** @param outcome null: not known yet */
    record Tried(Way way, @Nullable Outcome outcome) {}

    /** @param answeredAt null: it has not answered */
    record Result(String actor, String function, @Nullable Instant answeredAt, List<Tried> ways) {}

    /** @param whole whether all members are called */
    record Shown(UUID id, Instant at, Instant until, boolean whole, boolean ended, List<Result> results) {
        private static Shown of(Trial trial) {
            var results = trial.asked().stream()
                    .map(asked -> new Result(
                            asked.actor(),
                            asked.function(),
                            trial.answered().get(asked.id()),
                            asked.ways().stream()
                                    .map(way -> new Tried(
                                            way, trial.outcome(asked, way).orElse(null)))
                                    .toList()))
                    .toList();
            return new Shown(
                    trial.id(), trial.at(), trial.begun().until(), trial.begun().whole(), trial.ended(), results);
        }
    }

    /** @param actor left out: all members are called */
    record Beginning(@Nullable String actor) {}

    /** @param day of the month, 1 to 28; 0: none begins by itself @param hour Stockholm's */
    record Day(@Nullable Integer day, @Nullable Integer hour) {}

    private final Trials trials;

    TrialApi(Trials trials) {
        this.trials = trials;
    }

    /** Those that go on, then the latest of all members, the latest first. */
    @GetMapping("/api/trials")
    List<Shown> list(Viewer viewer) {
        var all = trials.seenBy(viewer);
        return Stream.concat(all.open().values().stream(), all.whole().reversed().stream())
                .map(Shown::of)
                .toList();
    }

    @PostMapping("/api/trials")
    Recorded begin(@RequestBody Beginning said, Acting by, Once once) {
        return trials.begin(said.actor(), by, once);
    }

    @PostMapping("/api/trials/{id}/answer")
    Recorded answer(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return trials.answer(id, by, once);
    }

    @PostMapping("/api/trial-day")
    Recorded schedule(@RequestBody Day said, Acting by, Once once) {
        return trials.schedule(said.day(), said.hour(), by, once);
    }
}
