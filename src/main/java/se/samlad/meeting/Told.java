package se.samlad.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.meeting.MeetingFact.How;
import se.samlad.web.Due;

/**
 * A meeting as the API answers it.
 *
 * @param due what will stand on the agenda once it has begun
 * @param slot the day of the forum's rhythm that it is held for; null: it is one besides
 */
record Told(
        UUID id,
        String forum,
        String nameSv,
        String nameEn,
        Meeting.State state,
        Instant at,
        int minutes,
        @Nullable LocalDate slot,
        @Nullable String room,
        @Nullable String online,
        @Nullable String chair,
        @Nullable String moved,
        List<String> expected,
        List<Due.Point> due,
        List<Words> points,
        List<Words> notes,
        List<Words> decisions,
        List<Words> dissent,
        List<Words> undertakings,
        List<Present> attendance,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String summary,
        List<String> adjusters,
        List<Marked> approvals,
        List<Marked> home) {

    /**
     * A line of the protocol.
     *
     * @param point the point, or for a dissent the decision, that it belongs to; null: the meeting as a whole
     * @param waits whether it was noted for the actor by another, and waits for its own word
     * @param stands the actor's own word on that; null: none
     */
    record Words(
            UUID id,
            @Nullable UUID point,
            String actor,
            String by,
            Instant at,
            String text,
            @Nullable String reason,
            @Nullable String page,
            @Nullable LocalDate due,
            boolean waits,
            @Nullable Boolean stands,
            @Nullable Instant done,
            boolean withdrawn,
            @Nullable String corrected) {

        static Words of(Line line) {
            var own = line.own();
            var changed = line.changed();
            return new Words(
                    line.id(),
                    line.under(),
                    line.actor(),
                    line.by().actor(),
                    line.at(),
                    line.text(),
                    line.reason(),
                    line.page(),
                    line.due(),
                    line.waits(),
                    own == null ? null : own.stands(),
                    line.done(),
                    line.isWithdrawn(),
                    changed == null ? null : changed.reason());
        }
    }

    record Present(String actor, @Nullable String function, How how, boolean fits, String statedBy, Instant at) {}

    record Marked(
            String actor,
            String function,
            Instant at,
            @Nullable String remark) {}

    static Told of(Meeting m, List<Due.Point> due) {
        return new Told(
                m.id(),
                m.called().forum(),
                m.called().sv(),
                m.called().en(),
                m.state(),
                m.plan().at(),
                m.plan().minutes(),
                m.called().slot(),
                m.plan().room(),
                m.plan().online(),
                m.called().chair(),
                m.plan().moved(),
                m.called().expected(),
                due,
                words(m, Line.Kind.POINT),
                words(m, Line.Kind.NOTE),
                words(m, Line.Kind.DECISION),
                words(m, Line.Kind.DISSENT),
                words(m, Line.Kind.UNDERTAKING),
                attendance(m),
                m.course().opened(),
                m.course().closed(),
                m.course().summary(),
                m.course().adjusters(),
                marks(m.approved()),
                marks(m.home()));
    }

    private static List<Words> words(Meeting m, Line.Kind kind) {
        return m.all(kind).stream().map(Words::of).toList();
    }

    private static List<Present> attendance(Meeting m) {
        return m.seats().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Present(
                        e.getKey(),
                        e.getValue().function(),
                        e.getValue().how(),
                        e.getValue().fits(),
                        e.getValue().by().actor(),
                        e.getValue().at()))
                .toList();
    }

    private static List<Marked> marks(Map<String, Meeting.Mark> all) {
        return all.values().stream()
                .sorted(java.util.Comparator.comparing(Meeting.Mark::at).thenComparing(Meeting.Mark::entry))
                .map(mark -> new Marked(mark.by().actor(), mark.by().function(), mark.at(), mark.remark()))
                .toList();
    }
}
