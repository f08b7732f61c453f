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
import se.samlad.actor.Actors;
import se.samlad.catalogue.Kind;
import se.samlad.incident.Incidents;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.resource.ResourceFact.Answer;
import se.samlad.staff.StaffFact.Post;
import se.samlad.web.Done;
import se.samlad.web.Times;

/** Shared resources, for programs and forms. Times are RFC 3339, quantities whole. Each acts in its own actor's name. */
@RestController
@RequestMapping("/api")
class ResourceApi {

    /** @param receiver who receives it on the spot @param area a municipality, by code or name @param noted an entry's id */
    record Raising(
            @Nullable String what,
            @Nullable Integer quantity,
            @Nullable String where,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable String ifNot,
            @Nullable String receiver,
            @Nullable Kind kind,
            @Nullable Post post,
            @Nullable String area,
            @Nullable UUID noted) {}

    /** @param by when one that looks for it answers */
    record Answering(
            @Nullable Answer answer,
            @Nullable Integer quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String terms,
            @Nullable OffsetDateTime by) {}

    record Ranking(@Nullable Integer rank, @Nullable String reason) {}

    /** @param item the id of the line of the lender's own catalogue; null: of none */
    record Promising(
            @Nullable Integer quantity,
            @Nullable String terms,
            @Nullable UUID item) {}

    /** @param actor whose loan it is; needed only of the asker, where several lend */
    record Moving(@Nullable String actor, @Nullable Integer quantity) {}

    record Quantity(@Nullable Integer quantity) {}

    record Answered(
            String actor,
            Answer answer,
            @Nullable Integer quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String terms,
            @Nullable Instant by,
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
            @Nullable String recalled,
            @Nullable Instant due,
            @Nullable Instant extensionAsked,
            List<Loan.Instead> instead,
            Loan.@Nullable Cost cost) {}

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
            @Nullable Kind kind,
            @Nullable Post post,
            @Nullable String area,
            @Nullable Integer rank,
            int promised,
            int arrived,
            int returned,
            int missing,
            List<Need.Flag> flags,
            List<Answered> answers,
            List<Lent> loans) {

        static Told of(Need need, Instant now) {
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
                    raised.kind(),
                    raised.post(),
                    raised.area(),
                    need.rank() == null ? null : need.rank().rank(),
                    need.sum(Loan::promised),
                    need.sum(Loan::arrived),
                    need.sum(Loan::returned),
                    need.missing(),
                    need.flags(now),
                    need.answers().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> answered(each.getKey(), each.getValue()))
                            .toList(),
                    need.loans().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> lent(each.getKey(), need, each.getValue()))
                            .toList());
        }

        private static Answered answered(String actor, Need.Said said) {
            var a = said.answer();
            return new Answered(actor, a.answer(), a.quantity(), a.readyInMinutes(), a.terms(), a.by(), said.at());
        }

        private static Lent lent(String actor, Need need, Loan l) {
            var extension = l.agreed().extension();
            return new Lent(
                    actor,
                    l.promised(),
                    l.accepted(),
                    l.departed(),
                    l.arrived(),
                    l.sentBack(),
                    l.returned(),
                    l.broken(),
                    l.recalled(),
                    need.due(l),
                    extension != null && extension.isOpen() ? extension.until() : null,
                    l.agreed().instead(),
                    l.agreed().cost());
        }
    }

    /** What an actor offers unasked. @param left how many nobody has taken up */
    record Offered(
            UUID id,
            String actor,
            String what,
            int quantity,
            int left,
            @Nullable Integer readyInMinutes,
            @Nullable String terms,
            @Nullable Instant until) {

        static Offered of(Unasked offer) {
            var o = offer.offered();
            return new Offered(
                    offer.id(),
                    offer.by().actor(),
                    o.what(),
                    o.quantity(),
                    offer.left(),
                    o.readyInMinutes(),
                    o.terms(),
                    o.until());
        }
    }

    record Whole(List<Told> needs, List<Offered> offers) {}

    private final Resources resources;
    private final Incidents incidents;
    private final Actors actors;

    ResourceApi(Resources resources, Incidents incidents, Actors actors) {
        this.resources = resources;
        this.incidents = incidents;
        this.actors = actors;
    }

    @GetMapping("/incidents/{id}/resources")
    Whole all(@PathVariable UUID id, Viewer viewer) {
        var incident = incidents.get(id, viewer);
        var now = incident.clock(resources.now());
        return new Whole(
                resources.in(incident.id(), viewer).stream()
                        .map(need -> Told.of(need, now))
                        .toList(),
                resources.offered(incident.id(), viewer, now).stream()
                        .map(Offered::of)
                        .toList());
    }

    /** Those of ordinary mode. */
    @GetMapping("/resources")
    Whole ordinary(Viewer viewer) {
        var now = resources.now();
        return new Whole(
                resources.ordinary(viewer).stream()
                        .map(need -> Told.of(need, now))
                        .toList(),
                List.of());
    }

    @PostMapping("/incidents/{id}/resource-needs")
    Done raise(@PathVariable UUID id, @RequestBody Raising said, Acting by, Once once) {
        return asked(id, said, by, once);
    }

    /** In ordinary mode, of all members. */
    @PostMapping(ResourcePages.NEEDS)
    Done raiseInOrdinaryMode(@RequestBody Raising said, Acting by, Once once) {
        return asked(null, said, by, once);
    }

    private Done asked(@Nullable UUID incident, Raising said, Acting by, Once once) {
        var wanted = new Lending.Wanted(
                said.what(),
                said.quantity(),
                said.where(),
                Times.instant(said.from()),
                Times.instant(said.until()),
                said.ifNot(),
                said.receiver(),
                said.kind(),
                said.post(),
                Where.municipality(said.area(), said.where(), actors),
                said.noted());
        var recorded = resources.raise(incident, wanted, by, once);
        return new Done(recorded, ResourcePages.NEEDS + "/" + recorded.id());
    }

    @PostMapping(ResourcePages.NEEDS + "/{id}/answers")
    Recorded answer(@PathVariable UUID id, @RequestBody Answering said, Acting by, Once once) {
        var answering = new Lending.Answering(
                said.answer(), said.quantity(), said.readyInMinutes(), said.terms(), Times.instant(said.by()));
        return resources.step(id, (need, now) -> Lending.answer(need, answering, now, by), by, once);
    }

    @PostMapping(ResourcePages.NEEDS + "/{id}/ranking")
    Recorded rank(@PathVariable UUID id, @RequestBody Ranking said, Acting by, Once once) {
        return resources.rank(id, said.rank(), said.reason(), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/promises")
    Recorded promise(@PathVariable UUID id, @RequestBody Promising said, Acting by, Once once) {
        return resources.promise(id, said.quantity(), said.terms(), said.item(), by, once);
    }

    /** By the asker. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/acceptance")
    Recorded accept(@PathVariable UUID id, @RequestBody Moving said, Acting by, Once once) {
        return resources.step(id, (need, now) -> Lending.accept(need, said.actor(), said.quantity(), by), by, once);
    }

    /** By the lender. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/departures")
    Recorded depart(@PathVariable UUID id, @RequestBody Quantity said, Acting by, Once once) {
        return resources.step(id, (need, now) -> Lending.depart(need, said.quantity(), by), by, once);
    }

    @PostMapping(ResourcePages.NEEDS + "/{id}/arrivals")
    Recorded arrive(@PathVariable UUID id, @RequestBody Moving said, Acting by, Once once) {
        return resources.homeward(id, (need, now) -> Lending.arrive(need, said.actor(), said.quantity(), by), by, once);
    }

    /** The asker sends back, the lender has back. */
    @PostMapping(ResourcePages.NEEDS + "/{id}/returns")
    Recorded giveBack(@PathVariable UUID id, @RequestBody Moving said, Acting by, Once once) {
        return resources.homeward(
                id, (need, now) -> Lending.giveBack(need, said.actor(), said.quantity(), by), by, once);
    }
}
