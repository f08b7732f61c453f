package se.samlad.alarm;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.incident.Alarms;
import se.samlad.journal.Stored;

/** The facts of this room: plans in streams of their own, and which of them was chosen in the incident's. */
public sealed interface AlarmFact extends Alarms.Changed {

    /**
     * A plan as it stands from now on: its first version, or a later one.
     *
     * @param en the title in English; null: as in Swedish
     * @param when to use it
     * @param words beginnings of words, in lower case, by which a signal is recognised
     * @param areas codes of the municipalities that it is for; empty: the whole county
     * @param levels on which it convenes
     * @param directly codes of those who are directly concerned
     * @param indirectly codes of the others that it calls
     * @param byPlace whether a municipality is directly concerned only where it happens
     * @param atOnce whether one press calls all members, on all levels and in every way
     */
    @Stored("alarm.written.1")
    record Written(
            String title,
            @Nullable String en,
            @Nullable String when,
            @Nullable String whenEn,
            List<String> words,
            List<String> areas,
            List<Level> levels,
            List<String> directly,
            List<String> indirectly,
            boolean byPlace,
            boolean atOnce)
            implements AlarmFact {}

    /** The plan is used no more; what was convened by it stays. */
    @Stored("alarm.withdrawn.1")
    record Withdrawn(String reason) implements AlarmFact {}

    /** Whoever convenes says which plan the incident is for, and where it happens. @param plan null: none @param places codes */
    @Stored("alarm.chosen.1")
    record Chosen(@Nullable UUID plan, List<String> places) implements AlarmFact {}
}
