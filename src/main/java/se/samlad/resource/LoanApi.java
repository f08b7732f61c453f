package se.samlad.resource;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.catalogue.Kind;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;
import se.samlad.web.Times;

/** What lender and borrower change and settle between them, and offers unasked, for programs and forms. */
@RestController
@RequestMapping("/api")
class LoanApi {

    /** @param actor whose loan it is; needed only where several lend */
    record Lengthening(
            @Nullable String actor,
            @Nullable OffsetDateTime until,
            @Nullable String reason) {}

    /** @param until with YES the day that was asked for, or null; with OTHER the day that is agreed to */
    record LengtheningAnswer(
            Extending.@Nullable Reply answer,
            @Nullable OffsetDateTime until,
            @Nullable String reason) {}

    /** @param what comes instead */
    record Replacing(
            @Nullable Integer quantity,
            @Nullable String what,
            @Nullable String reason) {}

    /** @param sek whole */
    record Charging(@Nullable Integer sek, @Nullable String note) {}

    /** @param cost the id of the note that is answered @param agrees false: it is disputed, with the reason */
    record Settling(
            @Nullable String actor,
            @Nullable UUID cost,
            @Nullable Boolean agrees,
            @Nullable String reason) {}

    record Offering(
            @Nullable String what,
            @Nullable Integer quantity,
            @Nullable Kind kind,
            @Nullable String where,
            @Nullable OffsetDateTime until,
            @Nullable Integer readyInMinutes,
            @Nullable String terms) {}

    record TakingUp(@Nullable UUID offer, @Nullable Integer quantity) {}

    record Why(@Nullable String reason) {}

    record Breaking(@Nullable Integer quantity, @Nullable String reason) {}

    private final Resources resources;

    LoanApi(Resources resources) {
        this.resources = resources;
    }

    /** By the asker: it wants to keep it longer. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/extensions")
    Recorded extend(@PathVariable UUID id, @RequestBody Lengthening said, Acting by, Once once) {
        var until = Times.instant(said.until());
        return resources.homeward(
                id, (need, now) -> Extending.ask(need, said.actor(), until, said.reason(), now, by), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/extension-answers")
    Recorded answer(@PathVariable UUID id, @RequestBody LengtheningAnswer said, Acting by, Once once) {
        var until = Times.instant(said.until());
        return resources.homeward(
                id, (need, now) -> Extending.answer(need, said.answer(), until, said.reason(), now, by), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/replacements")
    Recorded replace(@PathVariable UUID id, @RequestBody Replacing said, Acting by, Once once) {
        return resources.step(
                id, (need, now) -> Extending.replace(need, said.quantity(), said.what(), said.reason(), by), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/costs")
    Recorded charge(@PathVariable UUID id, @RequestBody Charging said, Acting by, Once once) {
        return resources.homeward(id, (need, now) -> Extending.charge(need, said.sek(), said.note(), by), by, once);
    }

    /** By the asker. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/cost-answers")
    Recorded settle(@PathVariable UUID id, @RequestBody Settling said, Acting by, Once once) {
        return resources.homeward(
                id,
                (need, now) -> Extending.settle(need, said.actor(), said.cost(), said.agrees(), said.reason(), by),
                by,
                once);
    }

    @PostMapping("/incidents/{id}/resource-offers")
    Done offer(@PathVariable UUID id, @RequestBody Offering said, Acting by, Once once) {
        var offering = new Unasked.Offering(
                said.what(),
                said.quantity(),
                said.kind(),
                said.where(),
                Times.instant(said.until()),
                said.readyInMinutes(),
                said.terms());
        return new Done(resources.offer(id, offering, by, once), "/incidents/" + id + "/resources");
    }

    @PostMapping(ResourcePages.OFFERS + "/{id}/withdrawal")
    Recorded withdraw(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return resources.withdraw(id, said.reason(), by, once);
    }

    /** By the asker, for its need. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/offers")
    Recorded takeUp(@PathVariable UUID id, @RequestBody TakingUp said, Acting by, Once once) {
        return resources.takeUp(id, said.offer(), said.quantity(), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/recall")
    Recorded recall(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return resources.homeward(id, (need, now) -> Lending.recall(need, said.reason(), by), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/breach")
    Recorded breach(@PathVariable UUID id, @RequestBody Breaking said, Acting by, Once once) {
        return resources.homeward(
                id, (need, now) -> Lending.breakPromise(need, said.quantity(), said.reason(), by), by, once);
    }

    /** By the asker: it is needed no more. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/ending")
    Recorded end(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return resources.homeward(id, (need, now) -> Lending.end(need, said.reason(), by), by, once);
    }
}
