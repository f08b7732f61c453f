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
import se.samlad.standing.StandingFact.Seated;

/**
 * What has been said of all forums of ordinary mode. Every member may read it, so it needs no gate of its own.
 *
 * @param described the versions of each forum by its code, the latest last
 * @param seated by the forum's code, and then by the actor's
 */
record Register(PMap<String, PVector<Version>> described, PMap<String, PMap<String, Seat>> seated) {

    static final Across<Register> ACROSS = new Across<>(View.of(
            "standing.register",
            new Register(HashTreePMap.empty(), HashTreePMap.empty()),
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

    private Register apply(Entry entry, StandingFact fact) {
        return switch (fact) {
            case Described d ->
                new Register(
                        described.plus(
                                d.code(),
                                versions(d.code())
                                        .plus(new Version(entry.id(), entry.by(), entry.recordedAt(), d.as()))),
                        seated);
            case Seated s -> {
                var seat = new Seat(
                        entry.id(), s.actor(), s.function(), s.deputies(), s.until(), entry.by(), entry.recordedAt());
                yield new Register(
                        described, seated.plus(s.code(), seats(s.code()).plus(s.actor(), seat)));
            }
        };
    }

    PVector<Version> versions(String code) {
        return described.getOrDefault(code, TreePVector.empty());
    }

    PMap<String, Seat> seats(String code) {
        return seated.getOrDefault(code, HashTreePMap.empty());
    }
}
