package se.samlad.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Grant;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.given.Given;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.web.Occasions.Occasion;

/** Whoever a lesson is marked for: nobody learns by it of an incident that he may not see (S1, DESIGN §2). */
class SharingTest {

    private static final List<String> ACTORS = List.of("taby", "nacka", "solna", "lst");
    private static final List<String> WORDS = List.of(
            "incident",
            "members",
            "public",
            "forum:00000000-0000-0001-0000-000000000001",
            "actor:taby",
            "actor:nacka",
            "actor:solna",
            "actor:nobody");

    private static Acting acting(String actor) {
        var function = new Function(actor, "tib", "tib", "tib", Level.COORDINATING, Set.of(), null, null);
        var grants = Grants.NONE.with(new Grant("members", "actor:" + actor, true));
        return new Acting(actor + ".tib", function, Viewer.of(actor + ".tib", function, () -> grants));
    }

    private static Incident incident(int open) {
        var openedTo = open == 0
                ? List.of("members")
                : ACTORS.stream()
                        .filter(actor -> (open & 1 << ACTORS.indexOf(actor)) != 0)
                        .map(actor -> "actor:" + actor)
                        .toList();
        var said = new IncidentFact.Signalled("Smalt", null, null, null, openedTo, null);
        var labels = Labels.of("incident:" + new UUID(3, 3));
        return Incident.of(new Incident.Signal(new UUID(3, 3), labels, new By("a", "lst", "tib"), Instant.EPOCH, said));
    }

    private static @Nullable Labels labels(@Nullable Marking marking, @Nullable Incident in, Acting by) {
        try {
            return Sharing.labels(marking, in, by, ACTORS::contains);
        } catch (Refused no) {
            return null;
        }
    }

    private static boolean sees(Viewer viewer, List<String> openedTo) {
        return openedTo.stream().anyMatch(viewer::holds);
    }

    @Property(tries = 500)
    void nobodySeesALessonFromAnIncidentThatHeMayNotSee(
            @ForAll @IntRange(max = 15) int open,
            @ForAll @IntRange(max = 3) int author,
            @ForAll @Size(max = 3) List<@IntRange(max = 7) Integer> words) {
        var by = acting(ACTORS.get(author));
        var in = incident(open);
        var labels = labels(new Marking(words.stream().map(WORDS::get).toList(), null, null), in, by);
        if (labels == null) return;
        assertThat(labels.all()).allMatch(label -> label.equals("members") || label.startsWith("actor:"));
        for (var actor : ACTORS) {
            var reader = acting(actor).viewer();
            if (reader.sees(labels) && !actor.equals(by.actor()))
                assertThat(sees(reader, in.openedTo()))
                        .as(actor + " sees " + labels)
                        .isTrue();
        }
    }

    @Property(tries = 500)
    void whatItIsTestedInIsOpenToAllItsReaders(
            @ForAll @IntRange(max = 15) int open,
            @ForAll @IntRange(max = 15) int other,
            @ForAll @IntRange(max = 3) int author) {
        var labels = Sharing.labels(null, incident(open), acting(ACTORS.get(author)), ACTORS::contains);
        var openTo = incident(other).openedTo();
        var occasion = new Occasion(new UUID(4, 4), say -> "", "/", Instant.EPOCH, openTo);
        if (!occasion.isSharedWith(labels)) return;
        for (var actor : ACTORS) {
            var reader = acting(actor).viewer();
            if (reader.sees(labels)) assertThat(sees(reader, openTo)).as(actor).isTrue();
        }
    }

    /** The default is as wide as the incident, and without one it is for all members. */
    @Property(tries = 50)
    void byDefaultAllWhoSeeTheIncidentSeeTheLesson(@ForAll @IntRange(max = 15) int open) {
        var by = acting("lst");
        for (var actor : ACTORS) {
            var reader = acting(actor).viewer();
            assertThat(reader.sees(Sharing.labels(null, null, by, ACTORS::contains)))
                    .isTrue();
            var in = incident(open);
            if (sees(reader, in.openedTo()))
                assertThat(reader.sees(Sharing.labels(null, in, by, ACTORS::contains)))
                        .isTrue();
        }
        Given.refused(
                "lesson.audience",
                () -> Sharing.labels(new Marking(List.of("public"), null, null), null, by, ACTORS::contains));
    }
}
