package se.samlad.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * All lessons, folded over one stream or over all of them: a region has some hundred in ten years. Who reads it asks for each
 * whether its reader may see it.
 *
 * @param open those that somebody still has to do something about
 * @param ofIncident by the incident in which they were observed
 */
public record AllLessons(PMap<UUID, Lesson> byId, PSet<UUID> open, PMap<UUID, PVector<UUID>> ofIncident) {

    static final AllLessons NONE = new AllLessons(HashTreePMap.empty(), HashTreePSet.empty(), HashTreePMap.empty());
    static final View<AllLessons> VIEW = View.of("lesson.one", NONE, LessonFact.class, AllLessons::apply);
    static final Across<AllLessons> ACROSS =
            new Across<>(View.of("lesson.all", NONE, LessonFact.class, AllLessons::apply));

    Optional<Lesson> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    private AllLessons apply(Entry by, LessonFact fact) {
        var before = byId.get(by.stream());
        var after = before == null ? Lesson.begun(by).orElse(null) : before.after(by, fact);
        if (after == null) return this;
        var incidents = ofIncident;
        var incident = after.first().incident();
        if (before == null && incident != null)
            incidents = incidents.plus(
                    incident,
                    incidents.getOrDefault(incident, TreePVector.empty()).plus(after.id()));
        var unfinished = after.state().isOver() ? open.minus(after.id()) : open.plus(after.id());
        return new AllLessons(byId.plus(after.id(), after), unfinished, incidents);
    }

    /** The latest first. */
    List<Lesson> seenBy(Viewer viewer) {
        return byId.values().stream()
                .filter(lesson -> viewer.sees(lesson.labels()))
                .sorted(Comparator.comparing(Lesson::at).reversed().thenComparing(Lesson::id))
                .toList();
    }

    List<Lesson> open(Viewer viewer) {
        return open.stream()
                .map(byId::get)
                .filter(lesson -> viewer.sees(lesson.labels()))
                .sorted(Comparator.comparing(Lesson::at).thenComparing(Lesson::id))
                .toList();
    }

    /** In the order in which they were noted. */
    List<Lesson> of(UUID incident, Viewer viewer) {
        return ofIncident.getOrDefault(incident, TreePVector.empty()).stream()
                .map(byId::get)
                .filter(lesson -> viewer.sees(lesson.labels()))
                .toList();
    }
}
