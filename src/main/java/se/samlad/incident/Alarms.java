package se.samlad.incident;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.journal.Fact;
import se.samlad.web.Say;

/** What was agreed beforehand of whom an incident concerns. The room that keeps alarm plans says so. */
public interface Alarms {

    /** A fact that may change what is proposed. */
    interface Changed extends Fact {}

    /**
     * What a plan proposes for one incident.
     *
     * @param plan the entry with the plan as it stood
     * @param en the title in English; null: as in Swedish
     * @param levels the levels on which it convenes, as it states them
     * @param directly codes, sorted; none of them is in the other list
     * @param atOnce whether one press calls all, on all its levels and in every way
     */
    record Proposal(
            UUID plan,
            String title,
            @Nullable String en,
            List<Level> levels,
            List<String> directly,
            List<String> indirectly,
            boolean atOnce) {

        public String title(Say say) {
            return say.either(title, en == null ? "" : en);
        }

        /** Codes, sorted. */
        public List<String> actors() {
            var all = new TreeSet<>(directly);
            all.addAll(indirectly);
            return List.copyOf(all);
        }
    }

    /** By the plan that was chosen for the incident, else by the one that fits; empty: none does, or none was wanted. */
    Optional<Proposal> proposed(Incident incident, Viewer viewer);

    /** By the plan as it stood in the entry; empty where that is none, or the viewer may not see it. */
    Optional<Proposal> by(UUID plan, Incident incident, Viewer viewer);

    /** The plans that one press carries out, by title. */
    List<Proposal> atOnce(Incident incident, Viewer viewer);
}
