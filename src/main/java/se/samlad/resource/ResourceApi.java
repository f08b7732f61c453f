package se.samlad.resource;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incidents;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.resource.Need.Loan;
import se.samlad.resource.ResourceFact.Answer;
import se.samlad.web.Done;
import se.samlad.web.Times;

/** Shared resources, for programs and forms. Times are RFC 3339, quantities whole. Each acts in its own actor's name. */
@RestController
@RequestMapping("/api")
class ResourceApi {

    /** @param receiver who receives it on the spot */
    record Raising(
            @Nullable String what,
            @Nullable Integer quantity,
            @Nullable String where,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable String ifNot,
            @Nullable String receiver) {}

    record Answering(
            @Nullable Answer answer,
            @Nullable Integer quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String terms) {}

    record Ranking(@Nullable Integer rank, @Nullable String reason) {}

    record Promising(@Nullable Integer quantity, @Nullable String terms) {}

    /** @param actor whose loan it is; needed only of the asker, where several lend */
    record Moving(@Nullable String actor, @Nullable Integer quantity) {}

    record Quantity(@Nullable Integer quantity) {}

    record Why(@Nullable String reason) {}

    record Breaking(@Nullable Integer quantity, @Nullable String reason) {}

    record Answered(
            String actor,
            Answer answer,
            @Nullable Integer quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String terms,
            Instant at) {}

    record Lent(
            String actor,
            int promised,
            int accepted,
            int departed,
            int arrived,
            int sentBack,
            int returned,
            int broken,
            @Nullable String recalled) {}

    /** @param promised of all lenders, without those that could not be kept @param missing how many nobody has promised */
    record Told(
            UUID id,
            String actor,
            Need.State state,
            String what,
            int quantity,
            String where,
            @Nullable Instant from,
            @Nullable Instant until,
            String ifNot,
            @Nullable Integer rank,
            int promised,
            int arrived,
            int returned,
            int missing,
            List<Answered> answers,
            List<Lent> loans) {

        static Told of(Need need) {
            var raised = need.raised();
            return new Told(
                    need.id(),
                    need.by().actor(),
                    need.state(),
                    raised.what(),
                    raised.quantity(),
                    raised.where(),
                    raised.from(),
                    raised.until(),
                    raised.ifNot(),
                    need.rank() == null ? null : need.rank().rank(),
                    need.sum(Loan::promised),
                    need.sum(Loan::arrived),
                    need.sum(Loan::returned),
                    need.missing(),
                    need.answers().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> answered(each.getKey(), each.getValue()))
                            .toList(),
                    need.loans().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> lent(each.getKey(), each.getValue()))
                            .toList());
        }

        private static Answered answered(String actor, Need.Said said) {
            var a = said.answer();
            return new Answered(actor, a.answer(), a.quantity(), a.readyInMinutes(), a.terms(), said.at());
        }

        private static Lent lent(String actor, Loan l) {
            return new Lent(
                    actor,
                    l.promised(),
                    l.accepted(),
                    l.departed(),
                    l.arrived(),
                    l.sentBack(),
                    l.returned(),
                    l.broken(),
                    l.recalled());
        }
    }

    record Whole(List<Told> needs) {}

    private final Resources resources;
    private final Incidents incidents;

    ResourceApi(Resources resources, Incidents incidents) {
        this.resources = resources;
        this.incidents = incidents;
    }

    @GetMapping("/incidents/{id}/resources")
    Whole all(@PathVariable UUID id, Viewer viewer) {
        var incident = incidents.get(id, viewer);
        return new Whole(
                resources.in(incident.id(), viewer).stream().map(Told::of).toList());
    }

    @PostMapping("/incidents/{id}/resource-needs")
    Done raise(@PathVariable UUID id, @RequestBody Raising said, Acting by, Once once) {
        var wanted = new Lending.Wanted(
                said.what(),
                said.quantity(),
                said.where(),
                Times.instant(said.from()),
                Times.instant(said.until()),
                said.ifNot(),
                said.receiver());
        var recorded = resources.raise(id, wanted, by, once);
        return new Done(recorded, ResourcePages.NEEDS + "/" + recorded.id());
    }

    @PostMapping(ResourcePages.NEEDS + "/{id}/answers")
    Recorded answer(@PathVariable UUID id, @RequestBody Answering said, Acting by, Once once) {
        return resources.step(
                id,
                need -> Lending.answer(need, said.answer(), said.quantity(), said.readyInMinutes(), said.terms(), by),
                by,
                once);
    }

    @PostMapping(ResourcePages.NEEDS + "/{id}/ranking")
    Recorded rank(@PathVariable UUID id, @RequestBody Ranking said, Acting by, Once once) {
        return resources.rank(id, said.rank(), said.reason(), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/promises")
    Recorded promise(@PathVariable UUID id, @RequestBody Promising said, Acting by, Once once) {
        return resources.step(id, need -> Lending.promise(need, said.quantity(), said.terms(), by), by, once);
    }

    /** By the asker. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/acceptance")
    Recorded accept(@PathVariable UUID id, @RequestBody Moving said, Acting by, Once once) {
        return resources.step(id, need -> Lending.accept(need, said.actor(), said.quantity(), by), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/departures")
    Recorded depart(@PathVariable UUID id, @RequestBody Quantity said, Acting by, Once once) {
        return resources.step(id, need -> Lending.depart(need, said.quantity(), by), by, once);
    }

    @PostMapping(ResourcePages.NEEDS + "/{id}/arrivals")
    Recorded arrive(@PathVariable UUID id, @RequestBody Moving said, Acting by, Once once) {
        return resources.homeward(id, need -> Lending.arrive(need, said.actor(), said.quantity(), by), by, once);
    }

    /** The asker sends back, the lender has back. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/returns")
    Recorded giveBack(@PathVariable UUID id, @RequestBody Moving said, Acting by, Once once) {
        return resources.homeward(id, need -> Lending.giveBack(need, said.actor(), said.quantity(), by), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/recall")
    Recorded recall(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return resources.homeward(id, need -> Lending.recall(need, said.reason(), by), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/breach")
    Recorded breach(@PathVariable UUID id, @RequestBody Breaking said, Acting by, Once once) {
        return resources.homeward(id, need -> Lending.breakPromise(need, said.quantity(), said.reason(), by), by, once);
    }

    /** By the asker: it is needed no more. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/ending")
    Recorded end(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return resources.homeward(id, need -> Lending.end(need, said.reason(), by), by, once);
    }
}
