package se.samlad.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;

/** The courses, for those who write, call and attend them. All members may read them, but of what is said only their own. */
@Service
public class CourseBook {

    private static final Labels MEMBERS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;
    private final Things<UUID, Courses, Course> courses;
    private final Things<UUID, Courses, Occasion> occasions;

    CourseBook(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
        this.courses =
                new Things<>(journal, Ground.none(), CourseFact.Written.class, Courses.VIEW, (all, id) -> all.find(id));
        this.occasions = new Things<>(
                journal, Ground.none(), CourseFact.Called.class, Courses.VIEW, (all, id) -> all.occasion(id));
    }

    /** Of how many actors a course is in force. @param concerned those that it is for @param whole in all their functions @param some in some of them */
    public record Counted(int concerned, int whole, int some) {}

    /** @throws NotThere for who is no member */
    Courses seenBy(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        return journal.across(Courses.ACROSS);
    }

    /** By name, those that hold first. */
    List<Course> all(Viewer viewer) {
        return seenBy(viewer).byId().values().stream()
                .sorted(Comparator.comparing(Course::isWithdrawn)
                        .thenComparing((Course each) -> each.as().nameSv())
                        .thenComparing(Course::id))
                .toList();
    }

    /** @throws NotThere where there is none, or the viewer is no member */
    Course get(UUID id, Viewer viewer) {
        return seenBy(viewer).find(id).orElseThrow(NotThere::new);
    }

    /** Those that speak for the actor. */
    List<Function> functions(String actor) {
        return journal.across(Functions.ACROSS).ofActor(actor).stream()
                .filter(f -> !f.onlyAdministers())
                .toList();
    }

    /** The names that functions have, each with the title it has at the first actor. */
    TreeMap<String, Function> names() {
        var names = new TreeMap<String, Function>();
        for (var actor : actors.parts()) for (var f : functions(actor.code())) names.putIfAbsent(f.name(), f);
        return names;
    }

    /** Whose table the viewer reads: its own actor's, and the secretariat any. @throws NotThere for another's, as for one that is not there */
    String whose(@Nullable String asked, Viewer viewer) {
        var own = viewer.function().map(Function::actor).orElse("");
        if (asked == null || asked.isBlank() || asked.equals(own)) return own;
        if (!Training.keeps(viewer) || !actors.takesPart(asked)) throw new NotThere();
        return asked;
    }

    /**
     * Over all actors, for the joint functions, which read what each of them has said; null for others: from two numbers over what
     * one may not see, a part of it could be told.
     */
    @Nullable
    Counted count(Course of, LocalDate today, Viewer viewer) {
        if (!Training.keeps(viewer)) return null;
        int concerned = 0;
        int whole = 0;
        int some = 0;
        for (var actor : actors.parts()) {
            var functions = of.concerned(functions(actor.code()));
            if (functions.isEmpty()) continue;
            concerned++;
            long has = functions.stream()
                    .filter(f -> of.isInForce(actor.code(), f, today))
                    .count();
            if (has == functions.size()) whole++;
            else if (has > 0) some++;
        }
        return new Counted(concerned, whole, some);
    }

    Recorded write(Training.Said said, Acting by, Once once) {
        var there = seenBy(by.viewer()).byId().size();
        return by.record(journal, once, facing -> {
            var fact = Training.write(there, said, names()::containsKey, by);
            return List.of(Draft.ofNewStream(Draft.newId(), fact, MEMBERS));
        });
    }

    Recorded change(UUID id, Training.Said said, DrawnFrom from, Acting by, Once once) {
        return courses.act(id, by, once, scene -> {
            from.mustBe(scene.thing().drawn());
            return Training.change(scene.thing(), said, names()::containsKey, by);
        });
    }

    Recorded withdraw(UUID id, @Nullable String reason, Acting by, Once once) {
        return courses.act(id, by, once, scene -> Training.withdraw(scene.thing(), reason, by));
    }

    Recorded call(UUID id, Training.Calling said, LocalDate today, Acting by, Once once) {
        return courses.decide(id, by, once, scene -> {
            scene.guard();
            var fact = Training.call(scene.thing(), said, today, by);
            return List.of(Draft.ofNewSubject(scene.stream(), fact, MEMBERS));
        });
    }

    Recorded callOff(UUID id, @Nullable String reason, LocalDate today, Acting by, Once once) {
        return occasions.act(id, by, once, scene -> Training.callOff(scene.thing(), reason, today, by));
    }

    /** Many may answer at once. */
    Recorded come(UUID id, @Nullable List<Training.@Nullable Row> said, LocalDate today, Acting by, Once once) {
        return occasions.decide(id, by, once, scene -> {
            var of = scene.thing();
            var own = functions(by.actor());
            var fact = Training.come(scene.all().of(of), of, said, own, today, by);
            return List.of(scene.draft(fact).seenBy(readers(by.actor(), of)));
        });
    }

    /** @param actor null: the acting one's own */
    Recorded attend(
            UUID id,
            @Nullable String actor,
            @Nullable List<Training.@Nullable Row> said,
            LocalDate today,
            Acting by,
            Once once) {
        return occasions.decide(id, by, once, scene -> {
            var of = scene.thing();
            scene.guard();
            var code = Optional.ofNullable(actor)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .orElse(by.actor());
            var functions = actors.takesPart(code) ? functions(code) : new ArrayList<Function>();
            var fact = Training.attend(scene.all().of(of), of, code, said, functions, today, by);
            return List.of(scene.draft(fact).seenBy(readers(code, of)));
        });
    }

    /** Who reads what is said of an actor: itself, the joint functions, and who holds the occasion. */
    private Labels readers(String actor, Occasion of) {
        return new Labels(List.of(
                "actor:" + actor,
                "actor:" + actors.common().joint(),
                "actor:" + of.by().actor()));
    }

    /** What is said of actors that the viewer may read, by their codes in the order of their names. */
    TreeMap<String, Occasion.Said> readable(java.util.Map<String, Occasion.Said> said, Viewer viewer) {
        var all = new TreeMap<String, Occasion.Said>(actors.codesByName().thenComparing(Comparator.naturalOrder()));
        said.forEach((code, each) -> {
            if (each.isSeenBy(viewer)) all.put(code, each);
        });
        return all;
    }
}
