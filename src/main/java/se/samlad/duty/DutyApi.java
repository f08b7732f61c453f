package se.samlad.duty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;
import se.samlad.web.Nothing;
import se.samlad.web.Proved;

/** Shifts, and letting colleagues in, for programs and forms. Always in the caller's own actor's name (A4). */
@RestController
class DutyApi {

    /**
     * @param to the account that takes over; null: whoever does
     * @param open what waits, a line each
     */
    record HandingOver(
            @Nullable String to,
            @Nullable String note,
            @Nullable List<String> open) {}

    record Reviewing(@Nullable String remark) {}

    private final Shifts shifts;

    DutyApi(Shifts shifts) {
        this.shifts = shifts;
    }

    @PostMapping("/api/duty/hand-overs")
    Recorded handOver(@RequestBody HandingOver said, Acting by, Once once) {
        return shifts.handOver(said.to(), said.note(), said.open(), by, once);
    }

    @PostMapping("/api/duty/hand-overs/{id}/taking")
    Recorded takeOver(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return shifts.takeOver(id, by, once);
    }

    @PostMapping("/api/duty/hand-overs/{id}/keeping")
    Recorded keep(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return shifts.keep(id, by, once);
    }

    @PostMapping("/api/duty/vouchings")
    Done vouch(@RequestBody Shifts.Asked asked, Acting by, Once once, Proved proved) {
        proved.recently();
        return new Done(shifts.vouch(asked, by, once), "/vouching");
    }

    @PostMapping("/api/duty/vouchings/{id}/ending")
    Recorded end(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return shifts.end(id, by, once);
    }

    @PostMapping("/api/duty/vouchings/{id}/review")
    Recorded review(@PathVariable UUID id, @RequestBody Reviewing said, Acting by, Once once) {
        return shifts.review(id, said.remark(), by, once);
    }
}
