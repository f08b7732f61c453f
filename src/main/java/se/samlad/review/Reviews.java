package se.samlad.review;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.lesson.Lessons;
import se.samlad.review.AllReviews.Note;
import se.samlad.review.AllReviews.Notes;
import se.samlad.review.AllReviews.Rows;
import se.samlad.web.Say;

/** All reviews, and what observers noted for them. */
@Service
class Reviews {

    private final Journal journal;
    private final Actors actors;
    private final Incidents incidents;
    private final Lessons lessons;
    private final Drafting drafting;

    Reviews(Journal journal, Actors actors, Incidents incidents, Lessons lessons, Drafting drafting) {
        this.journal = journal;
        this.actors = actors;
        this.incidents = incidents;
        this.lessons = lessons;
        this.drafting = drafting;
    }

    /** Those that the viewer may see, without their texts, the latest first. */
    List<Review> seenBy(Viewer viewer) {
        return journal.across(Rows.ACROSS).seenBy(viewer);
    }

    /** Those that were ordered and are not closed, the earliest first. */
    List<Review> waiting(Viewer viewer) {
        return journal.across(Rows.ACROSS).waiting(viewer);
    }

    List<Review> of(UUID incident, Viewer viewer) {
        return journal.across(Rows.ACROSS).of(incident, viewer);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Review get(UUID id, Viewer viewer) {
        var row = journal.across(Rows.ACROSS).byId().get(id);
        if (row == null || !viewer.sees(row.labels())) throw new NotThere();
        return journal.view(AllReviews.VIEW, id, viewer).find(id).orElseThrow(NotThere::new);
    }

    Incident incident(UUID id, Viewer viewer) {
        return incidents.get(id, viewer);
    }

    /** The notes that the viewer may see, the earliest first. */
    List<Note> notes(UUID incident, Viewer viewer) {
        return journal.view(Notes.VIEW, stream(incident), viewer).notes();
    }

    /** Observers' notes lie beside the incident, so that those who are observed meet them neither in its log nor in its live stream. */
    private static UUID stream(UUID incident) {
        return UUID.nameUUIDFromBytes(("review.notes:" + incident).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOwn(@Nullable Marking marking, Acting by) {
        var who = marking == null ? List.of("incident") : marking.who();
        if (who.equals(List.of("incident"))) return false;
        if (who.equals(List.of("actor:" + by.actor()))) return true;
        throw new Refused("review.audience").at("audience").within("marking");
    }

    private static Labels labels(UUID incident, @Nullable Marking marking, Acting by) {
        return isOwn(marking, by)
                ? Labels.of("actor:" + by.actor())
                : Labels.of("incident:" + incident, "actor:" + by.actor());
    }

    /**
     * All who read it, as one reader: what each of them sees. For an actor's own people that is what the actor sees as a whole;
     * for who takes part in the incident, what is shared with all of them.
     */
    private static Viewer reader(UUID incident, Labels labels) {
        var shared = "incident:" + incident;
        return labels.all().contains(shared)
                ? Viewer.audience(Set.of(Labels.PUBLIC, shared))
                : Viewer.audience(
                        Set.of(Labels.PUBLIC, "members", shared, labels.all().getFirst()));
    }

    /** @throws NotThere where the acting one may not see the incident; Refused review.entry, review.forum, where not all readers see it */
    Recorded note(UUID id, ReviewApi.Noting said, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var in = incidents.forDeciding(facing, id, by);
            var stream = stream(id);
            var labels = labels(id, said.marking(), by);
            var before = said.replaces() == null
                    ? null
                    : facing.state(Notes.VIEW, stream, by.viewer())
                            .find(said.replaces())
                            .orElseThrow(NotThere::new);
            mustBeIn(id, said.entry(), labels, "entry");
            mustBeIn(id, said.forum(), labels, "forum");
            var at = said.at() == null ? null : said.at().toInstant();
            var fact = Reviewing.note(
                    in, at, said.forum(), said.seen(), said.judged(), said.entry(), before, in.clock(facing.now()), by);
            var same = before == null ? labels : before.labels();
            if (before == null)
                return List.of(Draft.ofNewSubject(stream, fact, same).happened(at));
            facing.guard(before.entry().subject());
            return List.of(
                    Draft.on(stream, before.entry().subject(), fact, same).happened(at));
        });
    }

    /** What a note names must be open to all its readers; what is hidden and what is missing look alike. */
    private void mustBeIn(UUID incident, @Nullable UUID entry, Labels labels, String field) {
        if (entry != null
                && journal.find(entry, reader(incident, labels))
                        .filter(found -> found.stream().equals(incident))
                        .isEmpty()) throw new Refused("review." + field).at(field);
    }

    Recorded order(UUID id, ReviewApi.Ordering said, Acting by, Once once) {
        var fresh = Draft.newId();
        return by.record(journal, once, facing -> {
            facing.guardNew(fresh);
            var in = incidents.guarded(facing, id, by);
            var fact = Reviewing.order(in, said.owner(), said.by(), said.what(), actors::exists, today(), by);
            if (!in.isOpenToMembers() && !in.openedTo().contains("actor:" + fact.owner()))
                throw new Refused("review.owner-sees-not").at("owner");
            return List.of(Draft.ofNewStream(fresh, fact, labels(id, null, by)));
        });
    }

    /** Drafts a review that nobody ordered, from what those who will read it see. */
    Recorded draft(UUID id, @Nullable Marking marking, Say say, Acting by, Once once) {
        Reviewing.mayAct(by);
        var fresh = Draft.newId();
        return by.record(journal, once, facing -> {
            facing.guardNew(fresh);
            var in = incidents.guarded(facing, id, by);
            Reviewing.mustHaveEnded(in);
            var labels = labels(id, marking, by);
            return List.of(
                    Draft.ofNewStream(fresh, drafted(in, labels, say), labels).marked(Marking.stored(marking)));
        });
    }

    /** Drafts one that was ordered. */
    Recorded draft(UUID id, Say say, Acting by, Once once) {
        return act(id, by, once, scene -> {
            Reviewing.mayDraft(scene.thing(), by);
            var in = incidents.forDeciding(scene.facing(), scene.thing().incident(), by);
            return drafted(in, scene.thing().labels(), say);
        });
    }

    private ReviewFact.Drafted drafted(Incident in, Labels labels, Say say) {
        var reader = reader(in.id(), labels);
        return new ReviewFact.Drafted(in.id(), drafting.draft(in, notes(in.id(), reader), reader, say));
    }

    private Recorded act(
            UUID id, Acting by, Once once, Function<Things.Scene<UUID, AllReviews, Review>, ? extends Fact> rule) {
        return things(get(id, by.viewer())).act(id, by, once, rule);
    }

    /** A review begins with being ordered, or with its draft. */
    private Things<UUID, AllReviews, Review> things(Review of) {
        var first = of.order() == null ? ReviewFact.Drafted.class : ReviewFact.Ordered.class;
        return new Things<>(journal, Ground.none(), first, AllReviews.VIEW, AllReviews::find);
    }

    /** Two sections are written at once; of two that write the same, the second is told. */
    Recorded write(UUID id, ReviewApi.Writing said, DrawnFrom from, Acting by, Once once) {
        var fresh = Draft.newId();
        return apart(
                id,
                said.section(),
                fresh,
                by,
                once,
                of -> Reviewing.write(of, said.section(), said.heading(), said.text(), fresh, from, by));
    }

    Recorded find(UUID id, ReviewApi.Finding said, DrawnFrom from, Acting by, Once once) {
        var fresh = Draft.newId();
        return apart(
                id,
                said.finding(),
                fresh,
                by,
                once,
                of -> Reviewing.find(of, said.finding(), said.text(), said.good(), fresh, from, by));
    }

    /** The review itself is guarded, so that nothing is written in one that has just been closed; its parts are subjects of their own. */
    private Recorded apart(
            UUID id, @Nullable UUID part, UUID fresh, Acting by, Once once, Function<Review, ReviewFact> rule) {
        return things(get(id, by.viewer())).decide(id, by, once, scene -> {
            scene.guard();
            var subject = part == null ? fresh : part;
            scene.facing().guard(subject);
            var of = scene.thing();
            var entry = part == null ? fresh : Draft.newId();
            return List.of(new Draft(entry, id, subject, rule.apply(of), of.labels(), null, of.marking()));
        });
    }

    /** A finding becomes a lesson, in one step; of two who press at once, one is told. */
    Recorded raise(UUID id, @Nullable UUID finding, Acting by, Once once) {
        var lesson = Draft.newId();
        return things(get(id, by.viewer())).decide(id, by, once, scene -> {
            scene.guard();
            var of = scene.thing();
            var found = Reviewing.raise(of, finding, by);
            scene.facing().guard(found.id());
            var observing = new Lessons.Observing(
                    found.text(), null, of.incident(), id, found.good(), Marking.of(of.marking()));
            return List.of(
                    lessons.observed(scene.facing(), lesson, observing, by),
                    Draft.on(id, found.id(), new ReviewFact.Raised(found.id(), lesson), of.labels()));
        });
    }

    Recorded close(UUID id, @Nullable String summary, DrawnFrom from, Acting by, Once once) {
        return act(id, by, once, scene -> {
            from.mustBe(scene.thing().drawn());
            for (var section : scene.thing().sections()) scene.facing().guard(section.id());
            for (var finding : scene.thing().findings()) scene.facing().guard(finding.id());
            return Reviewing.close(scene.thing(), summary, by);
        });
    }

    Recorded reopen(UUID id, @Nullable String reason, Acting by, Once once) {
        return act(id, by, once, scene -> Reviewing.reopen(scene.thing(), reason, by));
    }

    LocalDate today() {
        return LocalDate.ofInstant(journal.now(), Say.STOCKHOLM);
    }
}
