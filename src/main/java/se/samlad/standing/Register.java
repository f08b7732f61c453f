package se.samlad.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.View;
import se.samlad.standing.StandingFact.Described;
import se.samlad.standing.StandingFact.Resumed;
import se.samlad.standing.StandingFact.Seated;
import se.samlad.standing.StandingFact.Withdrawn;

/**
 * What has been said of all forums of ordinary mode. Every member may read it, so it needs no gate of its own.
 *
 * @param described the versions of each forum by its code, the latest last
 * @param seated by the forum's code, and then by the actor's
 * @param turns when each forum was withdrawn and taken up again, the latest last
 */
record Register(
        PMap<String, PVector<Version>> described,
        PMap<String, PMap<String, Seat>> seated,
        PMap<String, PVector<Turn>> turns) {

    static final Across<Register> ACROSS = new Across<>(View.of(
            "standing.register",
            new Register(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty()),
            StandingFact.class,
            Register::apply));

    /** @param entry that wrote it */
    public record Version(UUID entry, By by, Instant at, Description as) {}

    /** By which functions an actor takes part, and when it said so. @param deputies names at the actor */
    public record Seat(
            UUID entry,
            String actor,
            String function,
            List<String> deputies,
            @Nullable LocalDate until,
            By by,
            Instant at) {

        /** Whether the function, {@code actor/name}, takes part. */
        public boolean has(String id) {
            return id.equals(actor + "/" + function)
                    || deputies.stream().anyMatch(each -> id.equals(actor + "/" + each));
        }
    }

    /** @param from the first day without the forum; null: it was taken up again @param reason null: none was said */
    public record Turn(
            UUID entry,
            By by,
            Instant at,
            @Nullable LocalDate from,
            @Nullable String reason) {}

    private Register apply(Entry entry, StandingFact fact) {
        return switch (fact) {
            case Described d ->
                new Register(
                        described.plus(
                                d.code(),
                                versions(d.code())
                                        .plus(new Version(entry.id(), entry.by(), entry.recordedAt(), d.as()))),
                        seated,
                        turns);
            case Seated s -> {
                var seat = new Seat(
                        entry.id(), s.actor(), s.function(), s.deputies(), s.until(), entry.by(), entry.recordedAt());
                yield new Register(
                        described, seated.plus(s.code(), seats(s.code()).plus(s.actor(), seat)), turns);
            }
            case Withdrawn w -> turned(w.code(), entry, w.from(), w.reason());
            case Resumed r -> turned(r.code(), entry, null, r.reason());
        };
    }

    private Register turned(String code, Entry entry, @Nullable LocalDate from, @Nullable String reason) {
        var turn = new Turn(entry.id(), entry.by(), entry.recordedAt(), from, reason);
        return new Register(described, seated, turns.plus(code, turns(code).plus(turn)));
    }

    PVector<Turn> turns(String code) {
        return turns.getOrDefault(code, TreePVector.empty());
    }

    PVector<Version> versions(String code) {
        return described.getOrDefault(code, TreePVector.empty());
    }

    PMap<String, Seat> seats(String code) {
        return seated.getOrDefault(code, HashTreePMap.empty());
    }
}
