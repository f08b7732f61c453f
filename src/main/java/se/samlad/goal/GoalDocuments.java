package se.samlad.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.goal.Goals.Document;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.region.Furnishing;
import se.samlad.region.Region;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Due;

/** The goals documents, for those who work on them and for the annual plan. All members may read them. */
@Service
public class GoalDocuments implements Furnishing {

    private static final Labels LABELS = Labels.of("members");

    /** Documents are adopted one at a time, so that no year has two. */
    private static final UUID ADOPTING =
            UUID.nameUUIDFromBytes("goal.adopting".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final Journal journal;
    private final OrdinaryForums forums;
    private final Things<UUID, Goals, Document> documents;

    GoalDocuments(Journal journal, OrdinaryForums forums) {
        this.journal = journal;
        this.forums = forums;
        this.documents =
                new Things<>(journal, Ground.none(), GoalFact.Begun.class, Goals.VIEW, (all, id) -> all.find(id));
    }

    /** Those that come with Samlad for the region, where there are none. */
    @Override
    public List<Draft> furnish(Region what) {
        if (!all().byId().isEmpty()) return List.of();
        return Shipped.of(what.name().code()).stream()
                .flatMap(each -> {
                    var id = Draft.newId();
                    return Stream.of(
                            Draft.ofNewStream(id, each.begun(), LABELS), Draft.on(id, id, each.adopted(), LABELS));
                })
                .toList();
    }

    private Goals all() {
        return journal.across(Goals.ACROSS);
    }

    /** The latest years first. @throws NotThere for who is no member */
    List<Document> seenBy(Viewer viewer) {
        return goals(viewer).all();
    }

    /** @throws NotThere for who is no member */
    public Goals goals(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        return all();
    }

    /** @throws NotThere where there is none, or the viewer is no member */
    Document get(UUID id, Viewer viewer) {
        return goals(viewer).find(id).orElseThrow(NotThere::new);
    }

    /** The one that it began with. */
    Optional<Document> before(Document of, Viewer viewer) {
        return Optional.ofNullable(of.of()).flatMap(goals(viewer)::find);
    }

    /** Whether the acting one chairs the council. */
    boolean chairs(Acting by) {
        return forums.chairs(Due.Forum.COUNCIL, by);
    }

    Recorded begin(@Nullable Integer from, LocalDate today, Acting by, Once once) {
        var id = Draft.newId();
        return by.record(journal, once, facing -> {
            var last = from == null ? null : all().holding(from - 1).orElse(null);
            var begun = Aiming.begin(from, last, today, by);
            return List.of(Draft.ofNewStream(id, begun, LABELS));
        });
    }

    /** What changes the document as a whole. */
    Recorded act(UUID id, Function<Document, GoalFact> rule, Acting by, Once once) {
        return documents.act(id, by, once, scene -> rule.apply(scene.thing()));
    }

    /** @param rule is told whether another one is adopted for any of the years too */
    Recorded adopt(UUID id, DrawnFrom from, BiFunction<Document, Boolean, GoalFact> rule, Acting by, Once once) {
        return documents.act(id, by, once, scene -> {
            scene.facing().guard(ADOPTING);
            from.mustBe(scene.thing().drawn());
            return rule.apply(scene.thing(), all().isTaken(scene.thing()));
        });
    }

    /** An edit of one passage; of two who write the same, the second is told. */
    Recorded write(
            UUID id, @Nullable String area, DrawnFrom from, Function<Document, GoalFact> rule, Acting by, Once once) {
        return documents.act(id, by, once, scene -> {
            scene.thing().passage(area == null ? "" : area).ifPresent(passage -> from.mustBe(passage.drawn()));
            return rule.apply(scene.thing());
        });
    }

    /** What an actor says, or what is noted: many may at once. */
    Recorded add(UUID id, Function<Document, Fact> rule, Acting by, Once once) {
        return documents.decide(
                id,
                by,
                once,
                scene -> List.of(Draft.ofNewSubject(
                        id, rule.apply(scene.thing()), scene.thing().labels())));
    }

    /** What is said of a remark. */
    Recorded answer(UUID id, @Nullable UUID remark, Function<Document, Fact> rule, Acting by, Once once) {
        return documents.decide(id, by, once, scene -> {
            if (remark != null) scene.facing().guard(remark);
            var fact = rule.apply(scene.thing());
            return List.of(Draft.on(
                    id, remark == null ? id : remark, fact, scene.thing().labels()));
        });
    }
}
