package se.samlad.callout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.CalloutFact.Place;
import se.samlad.callout.CalloutFact.Rung;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.reach.Way;

/** The calls to forums, for programs and forms. */
@RestController
class CalloutApi {

    /** @param onTheWay whether the actor is on the way, too */
    record Answering(@Nullable Boolean onTheWay) {}

    record Noting(@Nullable Outcome outcome) {}

    /** @param rung the step that runs, from 0 */
    record Skipping(@Nullable Integer rung) {}

    record Placing(@Nullable Place place) {}

    /** @param function whose holders' numbers, as {@code actor/name} */
    record LookingUp(@Nullable String function) {}

    record KeepingIn(@Nullable Boolean keptIn) {}

    /** @param outcome null: not known yet */
    record Tried(
            Way path, String function, Instant at, @Nullable Outcome outcome) {}

    /** @param path null: no step is left, and then the actor counts as not reached */
    record Next(@Nullable Way path, @Nullable String function, Instant at) {}

    /**
     * @param function that is called, as {@code actor/name}; null: the actor has none
     * @param since when the state began; for an answered call, when it was answered
     * @param next null: the ladder has ended
     */
    record Shown(
            UUID id,
            String actor,
            @Nullable String function,
            Call.State state,
            Instant calledAt,
            @Nullable Instant since,
            List<Tried> steps,
            @Nullable Next next) {

        static Shown of(Call call) {
            var function = call.asked().function();
            var end = call.end();
            return new Shown(
                    call.id(),
                    call.actor(),
                    function.isEmpty() ? null : function,
                    call.state(),
                    call.at(),
                    end == null ? null : end.since(),
                    tried(call),
                    call.due()
                            .map(at -> new Next(
                                    call.next().map(Rung::way).orElse(null),
                                    call.next().map(Rung::function).orElse(null),
                                    at))
                            .orElse(null));
        }

        private static List<Tried> tried(Call call) {
            var all = new ArrayList<Tried>();
            for (var step : call.taken()) {
                var rung = call.rung(step.rung());
                all.add(new Tried(rung.way(), rung.function(), step.at(), step.outcome()));
            }
            for (var note : call.notes())
                all.add(new Tried(Way.TELEPHONE, call.asked().function(), note.at(), note.outcome()));
            all.sort(Comparator.comparing(Tried::at));
            return all;
        }
    }

    private final Callouts callouts;

    CalloutApi(Callouts callouts) {
        this.callouts = callouts;
    }

    @GetMapping("/api/forums/{id}/calls")
    List<Shown> calls(@PathVariable UUID id, Viewer viewer) {
        return callouts.of(id, viewer).stream().map(Shown::of).toList();
    }

    /** Answers the call, in the actor's own name (A4). */
    @PostMapping("/api/calls/{id}/acknowledgement")
    Recorded acknowledge(@PathVariable UUID id, @RequestBody Answering said, Acting by, Once once) {
        return callouts.acknowledge(id, Boolean.TRUE.equals(said.onTheWay()), by, once);
    }

    /** Notes how it went to call by hand: IS_IN, NO_ANSWER, WRONG_NUMBER or OTHER_MEANS. */
    @PostMapping("/api/calls/{id}/outcome")
    Recorded note(@PathVariable UUID id, @RequestBody Noting said, Acting by, Once once) {
        return callouts.note(id, said.outcome(), by, once);
    }

    /** Goes on to the next step at once. */
    @PostMapping("/api/calls/{id}/skipping")
    Recorded skip(@PathVariable UUID id, @RequestBody Skipping said, Acting by, Once once) {
        return callouts.skip(id, said.rung(), by, once);
    }

    /** Says where the actor is. */
    @PostMapping("/api/calls/{id}/place")
    Recorded place(@PathVariable UUID id, @RequestBody Placing said, Acting by, Once once) {
        return callouts.place(id, said.place(), by, once);
    }

    /** Records that personal numbers are looked at; the page then shows them to the one who asked. */
    @PostMapping("/api/calls/{id}/numbers")
    Recorded lookUp(@PathVariable UUID id, @RequestBody LookingUp said, Acting by, Once once) {
        return callouts.lookUp(id, said.function(), by, once);
    }

    /** Whether what an exercise's calls send stays in the building. */
    @PostMapping("/api/incidents/{id}/calls-kept-in")
    Recorded keepIn(@PathVariable UUID id, @RequestBody KeepingIn said, Acting by, Once once) {
        return callouts.keepIn(id, Boolean.TRUE.equals(said.keptIn()), by, once);
    }
}
