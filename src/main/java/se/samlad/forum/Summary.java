package se.samlad.forum;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.incident.Incident;

/**
 * A forum as the API answers it, also inside an incident's JSON.
 *
 * @param mode ACTIVATED while it is open, then ORDINARY (F1)
 * @param chair the function that chairs, as {@code actor/name}
 * @param called how many were called and still sit, including those that acknowledged
 */
public record Summary(
        UUID id,
        Level level,
        String mode,
        String name,
        @Nullable String purpose,
        String chair,
        boolean open,
        Instant convenedAt,
        String convenedBy,
        @Nullable String inSteadOf,
        List<Place> composition,
        List<Gone> released,
        int called,
        int acknowledged,
        @Nullable Instant gatheredAt,
        @Nullable Instant nextAt,
        @Nullable String reach,
        @Nullable String frame,
        @Nullable String weighed,
        @Nullable String closedBecause) {

    /** @param affected null: not weighed; @param acknowledgedAt null: not yet */
    public record Place(
            String actor,
            @Nullable Affected affected,
            Instant since,
            @Nullable Instant acknowledgedAt) {}

    public record Gone(String actor, Instant at, String reason) {}

    /**
     * The clock of activation (I3): the signal, how many were notified and have acknowledged, and the first conference.
     *
     * @param notifiedAt when the first forum was called; null: not yet
     * @param called how many actors were called to that forum
     */
    public record Clock(
            Instant signalledAt,
            @Nullable Instant notifiedAt,
            int called,
            int acknowledged,
            @Nullable Instant gatheredAt) {

        public static Clock of(Incident incident, ForumsView there) {
            return there.all().stream()
                    .min(Comparator.comparing(Forum::isRegional).reversed().thenComparing(f -> f.opening()
                            .at()))
                    .map(f -> new Clock(
                            incident.signalled(),
                            f.opening().at(),
                            f.seats().in().size(),
                            f.seats().acknowledged(),
                            f.course().gathered()))
                    .orElseGet(() -> new Clock(incident.signalled(), null, 0, 0, null));
        }
    }

    /** A request for a forum that waits. @param forum the forum that asks; null: the actor on its own behalf */
    public record Initiation(
            UUID id,
            Level level,
            String actor,
            String function,
            Instant at,
            String reason,
            @Nullable UUID forum,
            boolean byForum) {

        static List<Initiation> of(ForumsView there) {
            return there.asked().values().stream()
                    .sorted(Comparator.comparing(ForumsView.Asked::level))
                    .map(a -> new Initiation(
                            a.id(),
                            a.level(),
                            a.by().actor(),
                            a.by().function(),
                            a.at(),
                            a.reason(),
                            a.forum(),
                            a.byForum()))
                    .toList();
        }
    }

    /** All forums that the view shows, highest level first, including closed ones. */
    public static List<Summary> of(Incident incident, ForumsView there) {
        return there.all().stream().map(f -> of(incident, f)).toList();
    }

    private static Summary of(Incident incident, Forum f) {
        return new Summary(
                f.id(),
                f.level(),
                f.isOpen() ? "ACTIVATED" : "ORDINARY",
                f.name(),
                f.opening().purpose(),
                f.chair(),
                f.isOpen(),
                f.opening().at(),
                f.opening().by().actor(),
                f.opening().inSteadOf(),
                f.seats().actors().stream().map(a -> place(incident, f, a)).toList(),
                f.seats().left().entrySet().stream()
                        .map(e -> new Gone(
                                e.getKey(), e.getValue().at(), e.getValue().reason()))
                        .sorted(Comparator.comparing(Gone::actor))
                        .toList(),
                f.seats().in().size(),
                f.seats().acknowledged(),
                f.course().gathered(),
                f.next().at(),
                f.next().reach(),
                text(f.course().frame()),
                text(f.course().weighed()),
                text(f.course().closed()));
    }

    /** How the actor is affected: as stated when it was called in, else as the incident's weighing states. */
    static Place place(Incident incident, Forum forum, String actor) {
        var seat = forum.seats().in().get(actor);
        if (seat == null) throw new IllegalArgumentException(actor + " does not sit in the forum");
        var affected = seat.affected() == null
                ? Convening.affected(incident, null, actor).orElse(null)
                : seat.affected();
        return new Place(actor, affected, seat.since(), seat.acknowledged());
    }

    private static @Nullable String text(Forum.@Nullable Said said) {
        return said == null ? null : said.text();
    }
}
