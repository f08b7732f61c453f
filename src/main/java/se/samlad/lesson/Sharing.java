package se.samlad.lesson;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;

/** Who sees a lesson: all members, or those whom its marking names, and never more than saw where it was observed (S1). Pure. */
final class Sharing {

    private static final String ACTOR = "actor:";
    /** No label of a lesson names an incident. */
    private static final UUID NOWHERE = new UUID(0, 0);

    private Sharing() {}

    /**
     * The labels of all entries of a lesson.
     *
     * @param marking null, or {@code incident}: those that the incident was opened to, all members where there is none
     * @param in the incident in which it was observed; null: in none
     * @throws Refused lesson.audience; lesson.wider, where others would see it than those that the incident was opened to;
     *     marking.audience, marking.ground, marking.tlp
     */
    static Labels labels(@Nullable Marking marking, @Nullable Incident in, Acting by, Predicate<String> knownActor) {
        var chosen = marking == null ? new Marking(null, null, null) : marking;
        var open = in == null ? List.of("members") : in.openedTo();
        var wanted = chosen.who().equals(List.of("incident")) ? open : chosen.who();
        for (var who : wanted)
            if (!who.equals("members") && !who.startsWith(ACTOR))
                throw new Refused("lesson.audience").at("audience").within("marking");
        var named = new Marking(wanted, chosen.ground(), chosen.tlp());
        var labels = Marking.labels(named, NOWHERE, by, knownActor);
        if (!open.contains("members"))
            for (var who : wanted)
                if (!open.contains(who) && !who.equals(ACTOR + by.actor()))
                    throw new Refused("lesson.wider").at("audience").within("marking");
        return labels;
    }
}
