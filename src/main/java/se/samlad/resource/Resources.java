package se.samlad.resource;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Level;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.catalogue.Catalogues;
import se.samlad.forum.Forums;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.resource.Need.State;

/** Needs of incidents and of ordinary mode, what is lent for them, and what is offered unasked. */
@Service
public class Resources {

    private static final int NEEDS = 2_000;

    private static final Comparator<Need> ORDER = Comparator.comparing((Need need) -> need.state() == State.CLOSED)
            .thenComparing(need ->
                    need.rank() == null ? Integer.MAX_VALUE : need.rank().rank())
            .thenComparing(Need::at)
            .thenComparing(Need::id);

    /** What is recorded about a need. */
    interface Rule {
        /** @param now by the clock of where it was asked for */
        ResourceFact of(Need need, Instant now);
    }

    private final Journal journal;
    private final Incidents incidents;
    private final Forums forums;
    private final Catalogues catalogues;
    private final Things<Where, Need.All, Need> needs;
    private final Things<Where, Need.All, Unasked> offers;

    Resources(Journal journal, Incidents incidents, Forums forums, Catalogues catalogues) {
        this.catalogues = catalogues;
        this.journal = journal;
        this.incidents = incidents;
        this.forums = forums;
        var ground = Where.ground(incidents);
        this.needs = new Things<>(journal, ground, ResourceFact.Raised.class, Need.All.VIEW, Need.All::find);
        this.offers = new Things<>(journal, ground, ResourceFact.Offered.class, Need.All.VIEW, Need.All::offer);
    }

    /** The need where the viewer may see it. */
    Optional<Need> find(UUID id, Viewer viewer) {
        return journal.find(id, viewer)
                .filter(entry -> entry.fact() instanceof ResourceFact.Raised)
                .flatMap(entry ->
                        journal.view(Need.All.VIEW, entry.stream(), viewer).find(id));
    }

    /** The real time. */
    Instant now() {
        return journal.now();
    }

    /** Those that go on, by the directing forum's order, then as they were raised; then those that are closed. */
    public List<Need> in(UUID incident, Viewer viewer) {
        return journal.view(Need.All.VIEW, incident, viewer).byId().values().stream()
                .sorted(ORDER)
                .toList();
    }

    /**
     * Those of ordinary mode, in the same order, of those that are over the latest; and those of incidents that were stood down
     * whose loans are not back: they go on here (I5).
     */
    List<Need> ordinary(Viewer viewer) {
        return everywhere(viewer)
                .filter(need -> need.isEveryday() || need.sum(Loan::out) > 0 && isOver(need.stream(), viewer))
                .sorted(ORDER)
                .toList();
    }

    private boolean isOver(UUID incident, Viewer viewer) {
        return incidents.find(incident, viewer).filter(each -> !each.isOpen()).isPresent();
    }

    /** The incident's needs for which something is lent or promised and not back. */
    public List<Need> stillLent(UUID incident, Viewer viewer) {
        return in(incident, viewer).stream()
                .filter(need -> need.loans().values().stream().anyMatch(loan -> loan.accepted() > loan.returned()))
                .toList();
    }

    /** What is offered in the incident and not all taken up, the oldest first. @param now by the incident's clock */
    List<Unasked> offered(UUID incident, Viewer viewer, Instant now) {
        return journal.view(Need.All.VIEW, incident, viewer).offers().values().stream()
                .filter(offer -> offer.stands(now))
                .sorted(Comparator.comparing(Unasked::at).thenComparing(Unasked::id))
                .toList();
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Need get(UUID id, Viewer viewer) {
        return journal.view(Need.All.VIEW, needs.streamOf(id, viewer), viewer)
                .find(id)
                .orElseThrow(NotThere::new);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Unasked offer(UUID id, Viewer viewer) {
        return journal.view(Need.All.VIEW, offers.streamOf(id, viewer), viewer)
                .offer(id)
                .orElseThrow(NotThere::new);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Incident incident(UUID id, Viewer viewer) {
        return incidents.get(id, viewer);
    }

    /** @throws NotThere where it is an incident's that the viewer may not see */
    Where where(Need need, Viewer viewer) {
        return need.isEveryday() ? Where.ORDINARY : new Where(incidents.get(need.stream(), viewer));
    }

    /** Of all incidents and of ordinary mode, those that are not closed and that the viewer may see. */
    List<Need> open(Viewer viewer) {
        return journal.across(AllNeeds.ACROSS).open(viewer).toList();
    }

    /** As {@link #open}, and the latest of those that are over. */
    public Stream<Need> everywhere(Viewer viewer) {
        return journal.across(AllNeeds.ACROSS).seenBy(viewer);
    }

    /** The entry in which the need was first noted, where the viewer may see it. */
    Optional<UUID> noted(Need need, Viewer viewer) {
        var noted = need.raised().noted();
        return noted == null ? Optional.empty() : journal.find(noted, viewer).map(entry -> noted);
    }

    /**
     * @param incident null: in ordinary mode, where all members see it
     * @throws NotThere where it is said to be noted in an entry that there is not; Refused incident.ended, resource.most, and
     *     as {@link Lending#raise}
     */
    Recorded raise(@Nullable UUID incident, Lending.Wanted wanted, Acting by, Once once) {
        if (wanted.noted() != null && journal.find(wanted.noted(), by.viewer()).isEmpty()) throw new NotThere();
        var id = Draft.newId();
        return by.record(journal, once, facing -> List.of(raised(facing, incident, id, wanted, by)));
    }

    /** The entry of a new need; see {@link #raise}. @param id which nothing has yet */
    Draft raised(Verb.Facing facing, @Nullable UUID incident, UUID id, Lending.Wanted wanted, Acting by) {
        facing.guardNew(id);
        if (incident == null) {
            if (!by.viewer().isMember())
                throw new NotMandated("resource.members"); // it would not see what it asked for
            return Draft.ofNewStream(id, Lending.raise(wanted, facing.now(), by), Labels.of("members"));
        }
        var in = incidents.guarded(facing, incident, by);
        in.mustGoOn();
        var raised = Lending.raise(wanted, in.clock(facing.now()), by);
        var there = facing.state(Need.All.VIEW, incident, by.viewer());
        if (there.byId().size() >= NEEDS) throw new Refused("resource.most", NEEDS);
        var labels = incidents.labels(facing, incident, null, by);
        return new Draft(id, incident, id, raised, labels, incidents.happens(in, facing.now()), null);
    }

    /** What begins or goes on only while the incident does. @throws Refused incident.ended */
    Recorded step(UUID id, Rule rule, Acting by, Once once) {
        return needs.act(id, by, once, scene -> {
            scene.ground().mustGoOn();
            return ruled(rule, scene);
        });
    }

    /** What brings a loan to its end or settles it, also after the incident is stood down. */
    Recorded homeward(UUID id, Rule rule, Acting by, Once once) {
        return needs.act(id, by, once, scene -> ruled(rule, scene));
    }

    /**
     * By the lender.
     *
     * @param item the line of its own catalogue that it lends of; null: of none
     * @throws Refused resource.item where that is no line of its own, and as {@link Lending#promise}
     */
    Recorded promise(
            UUID id, @Nullable Integer quantity, @Nullable String terms, @Nullable UUID item, Acting by, Once once) {
        if (item != null && !catalogues.of(by.actor(), by.viewer()).containsKey(item))
            throw new Refused("resource.item").at("item");
        return step(id, (need, now) -> Lending.promise(need, quantity, terms, item, by), by, once);
    }

    /**
     * The lines of the actor's catalogue that it has promised more of than it has, over all that the viewer sees and that is
     * wanted in the same time: how many too many, by the line's id.
     */
    public Map<UUID, Integer> overPromised(String actor, Viewer viewer) {
        var numbers = new HashMap<UUID, Integer>();
        catalogues
                .of(actor, viewer)
                .forEach((id, item) -> numbers.put(id, item.line().number()));
        return AllNeeds.overPromised(actor, numbers, open(viewer));
    }

    private static ResourceFact ruled(Rule rule, Things.Scene<Where, Need.All, Need> scene) {
        return rule.of(scene.thing(), scene.ground().clock(scene.facing().now()));
    }

    /** Offers in the incident what nobody has asked for. @throws Refused incident.ended, and as {@link Unasked#offer} */
    Recorded offer(UUID incident, Unasked.Offering said, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var in = incidents.guarded(facing, incident, by);
            in.mustGoOn();
            var offered = Unasked.offer(said, in.clock(facing.now()), by);
            if (facing.state(Need.All.VIEW, incident, by.viewer()).offers().size() >= NEEDS)
                throw new Refused("resource.most", NEEDS);
            var labels = incidents.labels(facing, incident, null, by);
            return List.of(Draft.ofNewSubject(incident, offered, labels).happened(incidents.happens(in, facing.now())));
        });
    }

    /** @throws NotThere, and as {@link Unasked#withdraw} */
    Recorded withdraw(UUID offer, @Nullable String reason, Acting by, Once once) {
        return offers.act(offer, by, once, scene -> scene.thing().withdraw(reason, by));
    }

    /** @throws NotThere where the offer is in another incident than the need; and as {@link Unasked#takeUp} */
    Recorded takeUp(UUID need, @Nullable UUID offer, @Nullable Integer quantity, Acting by, Once once) {
        if (offer == null) throw new Refused("resource.which-offer").at("offer");
        return needs.act(need, by, once, scene -> {
            scene.ground().mustGoOn();
            scene.facing().guard(offer);
            var found = scene.all().offer(offer).orElseThrow(NotThere::new);
            var now = scene.ground().clock(scene.facing().now());
            return found.takeUp(scene.thing(), quantity, now, by);
        });
    }

    /** By those who lead the directing forum. @throws Refused resource.no-directing; NotMandated as {@link Forums#forLeading} */
    Recorded rank(UUID id, @Nullable Integer rank, @Nullable String reason, Acting by, Once once) {
        return needs.act(id, by, once, scene -> {
            var directing = scene.facing()
                    .state(ForumsView.VIEW, scene.stream(), by.viewer())
                    .open(Level.DIRECTING)
                    .orElseThrow(() -> new Refused("resource.no-directing"));
            forums.forLeading(scene.facing(), scene.stream(), directing.id(), by);
            return Lending.rank(scene.thing(), rank, reason);
        });
    }

    /** Whether the viewer may order the needs of the incident. */
    boolean ranks(UUID incident, Viewer viewer) {
        var by = viewer.acting().orElse(null);
        return by != null
                && forums.in(incident, viewer)
                        .open(Level.DIRECTING)
                        .filter(forum -> forums.leads(forum, by))
                        .isPresent();
    }
}
