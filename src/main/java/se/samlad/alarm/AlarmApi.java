package se.samlad.alarm;

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
import se.samlad.incident.Alarms.Proposal;
import se.samlad.incident.Incidents;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;

/** Alarm plans for programs and forms. Actors are given by code. */
@RestController
class AlarmApi {

    /** @param version the entry with the plan as it stands @param withdrawn null: it is used */
    record Shown(
            UUID id,
            UUID version,
            int number,
            AlarmFact.Written plan,
            @Nullable String withdrawn) {
        private static Shown of(Plan plan) {
            return new Shown(plan.id(), plan.drawn(), plan.versions().size(), plan.says(), plan.withdrawn());
        }
    }

    record Withdrawal(@Nullable String reason) {}

    /** @param plan null: none @param places where it happens; empty: the whole county */
    record Choosing(@Nullable UUID plan, @Nullable List<@Nullable String> places) {}

    /** @param proposal null: no plan fits, or none was wanted */
    record Proposed(List<String> places, @Nullable Proposal proposal) {}

    private final Plans plans;
    private final Incidents incidents;

    AlarmApi(Plans plans, Incidents incidents) {
        this.plans = plans;
        this.incidents = incidents;
    }

    @GetMapping("/api/alarm-plans")
    List<Shown> list(Viewer viewer) {
        return plans.used(viewer).stream().map(Shown::of).toList();
    }

    @GetMapping("/api/alarm-plans/{id}")
    Shown get(@PathVariable UUID id, Viewer viewer) {
        return Shown.of(plans.get(id, viewer));
    }

    @PostMapping("/api/alarm-plans")
    Done write(@RequestBody Planning.Said said, Acting by, Once once) {
        var recorded = plans.write(said, by, once);
        return new Done(recorded, AlarmPages.PATH + "/" + recorded.stream());
    }

    @PostMapping("/api/alarm-plans/{id}/version")
    Recorded rewrite(@PathVariable UUID id, @RequestBody Planning.Said said, DrawnFrom from, Acting by, Once once) {
        return plans.rewrite(id, said, from, by, once);
    }

    @PostMapping("/api/alarm-plans/{id}/withdrawal")
    Recorded withdraw(@PathVariable UUID id, @RequestBody Withdrawal said, Acting by, Once once) {
        return plans.withdraw(id, said.reason(), by, once);
    }

    /** What the plan that fits, or that was chosen, proposes for an incident. */
    @GetMapping("/api/incidents/{id}/alarm-plan")
    Proposed proposed(@PathVariable UUID id, Viewer viewer) {
        var incident = incidents.get(id, viewer);
        return new Proposed(
                plans.places(incident, viewer), plans.proposed(incident, viewer).orElse(null));
    }

    @PostMapping("/api/incidents/{id}/alarm-plan")
    Recorded choose(@PathVariable UUID id, @RequestBody Choosing said, Acting by, Once once) {
        return plans.choose(id, said.plan(), said.places(), by, once);
    }
}
