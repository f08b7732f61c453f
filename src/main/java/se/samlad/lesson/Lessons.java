package se.samlad.lesson;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.web.Activities;
import se.samlad.web.Activities.Activity;
import se.samlad.web.Occasions;
import se.samlad.web.Occasions.Occasion;
import se.samlad.web.Say;

/** All lessons, for those who note them, act on them and read them. */
@Service
public class Lessons {

    /** So many occasions of each kind are offered where a test is noted; any other is named by its link. */
    private static final int OFFERED = 12;

    private final Journal journal;
    private final Actors actors;
    private final Incidents incidents;
    private final ObjectProvider<Occasions> occasions;
    private final Activities activities;
    private final Things<UUID, AllLessons, Lesson> lessons;

    Lessons(
            Journal journal,
            Actors actors,
            Incidents incidents,
            ObjectProvider<Occasions> occasions,
            Activities activities) {
        this.activities = activities;
        this.journal = journal;
        this.actors = actors;
        this.incidents = incidents;
        this.occasions = occasions;
        this.lessons =
                new Things<>(journal, Ground.none(), LessonFact.Observed.class, AllLessons.VIEW, AllLessons::find);
    }

    /** What is observed. @param incident null: in none @param review the review that found it; null: none */
    public record Observing(
            @Nullable String observation,
            @Nullable String cause,
            @Nullable UUID incident,
            @Nullable UUID review,
            @Nullable Boolean good,
            @Nullable Marking marking) {}

    /** The latest first. */
    List<Lesson> seenBy(Viewer viewer) {
        return journal.across(AllLessons.ACROSS).seenBy(viewer);
    }

    /** Those that somebody still has to do something about, the earliest first. */
    List<Lesson> open(Viewer viewer) {
        return journal.across(AllLessons.ACROSS).open(viewer);
    }

    List<Lesson> of(UUID incident, Viewer viewer) {
        return journal.across(AllLessons.ACROSS).of(incident, viewer);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Lesson get(UUID id, Viewer viewer) {
        return find(id, viewer).orElseThrow(NotThere::new);
    }

    /** From memory: hidden and missing lessons take the same look-up. */
    public Optional<Lesson> find(UUID id, Viewer viewer) {
        return journal.across(AllLessons.ACROSS).find(id).filter(lesson -> viewer.sees(lesson.labels()));
    }

    /** The occasion of a test or of an observation, if the viewer may open it. */
    Optional<Occasion> occasion(@Nullable UUID id, Viewer viewer) {
        return id == null
                ? Optional.empty()
                : occasions
                        .orderedStream()
                        .flatMap(room -> room.find(id, viewer).stream())
                        .findFirst();
    }

    /** Those in which the lesson may be tested, the latest of each kind first. */
    List<Occasion> occasions(Lesson of, Viewer viewer) {
        return occasions
                .orderedStream()
                .flatMap(room ->
                        room.latest(viewer).filter(each -> mayBeNamed(of, each)).limit(OFFERED))
                .toList();
    }

    private static boolean mayBeNamed(Lesson of, Occasion occasion) {
        return occasion.isSharedWith(of.labels())
                || occasion.id().equals(of.first().incident());
    }

    /** @throws NotThere where the acting one may not see the incident; see {@link Learning#observe}, {@link Sharing#labels} */
    Recorded observe(Observing said, Acting by, Once once) {
        var id = Draft.newId();
        return by.record(journal, once, facing -> List.of(observed(facing, id, said, by)));
    }

    /** The first entry of a new lesson, which a room that found it records in the same step as its own. */
    public Draft observed(Verb.Facing facing, UUID id, Observing said, Acting by) {
        var fact = Learning.observe(said.observation(), said.cause(), said.incident(), said.review(), said.good(), by);
        facing.guardNew(id);
        var in = said.incident() == null ? null : incidents.forDeciding(facing, said.incident(), by);
        var labels = Sharing.labels(said.marking(), in, by, actors::exists);
        return Draft.ofNewStream(id, fact, labels).marked(Marking.stored(said.marking()));
    }

    /** A step, decided on the lesson as it stands. */
    Recorded step(UUID id, Function<Lesson, LessonFact> rule, Acting by, Once once) {
        return lessons.act(id, by, once, scene -> rule.apply(scene.thing()));
    }

    /** A step that rests on words that may have changed meanwhile. @param words the entry that last changed them; null: there are none */
    Recorded step(
            UUID id,
            DrawnFrom from,
            Function<Lesson, @Nullable UUID> words,
            Function<Lesson, LessonFact> rule,
            Acting by,
            Once once) {
        return lessons.act(id, by, once, scene -> {
            from.mustBe(words.apply(scene.thing()));
            return rule.apply(scene.thing());
        });
    }

    /** The activity by which a measure is carried, if the viewer may see it. */
    Optional<Activity> activity(@Nullable UUID id, Viewer viewer) {
        return id == null ? Optional.empty() : activities.find(id, viewer);
    }

    /** Those that a measure may be carried by. */
    List<Activity> activities(Viewer viewer) {
        return activities.coming(viewer);
    }

    private Learning.Known known(Viewer viewer) {
        return new Learning.Known(actors::exists, id -> activity(id, viewer).isPresent());
    }

    Recorded measure(UUID id, Learning.Planned said, DrawnFrom from, Acting by, Once once) {
        return step(
                id,
                from,
                of -> of.measure(said.measure()).map(Measure::drawn).orElse(null),
                of -> Learning.measure(of, said, known(by.viewer()), today(), by),
                by,
                once);
    }

    /** @throws Refused lesson.in at the field, where there is no such occasion that all readers of the lesson may open */
    Recorded test(UUID id, LessonApi.Testing said, Acting by, Once once) {
        return step(
                id,
                of -> {
                    var in = occasion(said.in(), by.viewer())
                            .filter(each -> mayBeNamed(of, each))
                            .map(Occasion::id)
                            .orElse(null);
                    return Learning.test(of, in, said.on(), said.worked(), said.text(), today(), by);
                },
                by,
                once);
    }

    /** Many may say so at once, and no step waits for it. @throws Refused lesson.in at the field, as {@link #test} */
    Recorded again(UUID id, @Nullable String text, @Nullable UUID incident, Acting by, Once once) {
        return lessons.decide(id, by, once, scene -> {
            var of = scene.thing();
            if (incident != null
                    && occasion(incident, by.viewer())
                            .filter(each -> mayBeNamed(of, each))
                            .isEmpty()) throw new Refused("lesson.in").at("incident");
            var fact = Learning.again(text, incident, by);
            return List.of(Draft.ofNewSubject(id, fact, of.labels()).marked(of.marking()));
        });
    }

    Recorded end(UUID id, @Nullable String reason, @Nullable UUID into, Acting by, Once once) {
        return step(
                id, of -> Learning.end(of, reason, into, into != null && leadsTo(of, into, by.viewer()), by), by, once);
    }

    /** A lesson goes on only where its readers can follow. */
    private boolean leadsTo(Lesson of, UUID into, Viewer viewer) {
        return find(into, viewer)
                .filter(other -> reaches(other.labels(), of.labels()))
                .isPresent();
    }

    private static boolean reaches(Labels wide, Labels narrow) {
        return wide.all().contains("members") || wide.all().containsAll(narrow.all());
    }

    /** The day in Stockholm. */
    LocalDate today() {
        return LocalDate.ofInstant(journal.now(), Say.STOCKHOLM);
    }
}
