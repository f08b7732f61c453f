package se.samlad.rota;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * What is planned for all functions.
 *
 * @param plans by function, {@code actor/name}
 * @param calendars those that are not revoked
 */
public record Rota(PMap<String, Plan> plans, PMap<UUID, Calendar> calendars) {

    /**
     * An address at which the rota is read as a calendar, until it is revoked.
     *
     * @param whole the actor's rota, with names; else the account's own shifts
     */
    public record Calendar(UUID id, String actor, String account, boolean whole, String language, Instant at) {}

    /** How long what was planned is remembered after it has ended. */
    public static final Duration KEPT = Duration.ofDays(400);
    /** How far ahead patterns are expanded. */
    public static final Duration AHEAD = Duration.ofDays(92);
    /** How long one shift may be. */
    public static final Duration LONGEST = Duration.ofDays(31);

    static final Across<Rota> ACROSS = new Across<>(
            View.of("rota.rota", new Rota(HashTreePMap.empty(), HashTreePMap.empty()), RotaFact.class, Rota::apply));

    private Rota apply(Entry by, RotaFact fact) {
        return switch (fact) {
            case RotaFact.OfFunction of -> {
                var function = by.by().actor() + "/" + of.function();
                yield new Rota(plans.plus(function, of(function).apply(by, of)), calendars);
            }
            case RotaFact.CalendarGiven c -> {
                var calendar = new Calendar(
                        by.id(), by.by().actor(), by.by().account(), c.whole(), c.language(), by.recordedAt());
                yield new Rota(plans, calendars.plus(by.id(), calendar));
            }
            case RotaFact.CalendarRevoked r -> new Rota(plans, calendars.minus(by.subject()));
        };
    }

    public Plan of(String function) {
        return plans.getOrDefault(function, Plan.NONE);
    }

    /** The subject of all that is recorded about the plan of a function, so that it is decided one by one. */
    static UUID subject(String function) {
        return UUID.nameUUIDFromBytes(("rota:" + function).getBytes(StandardCharsets.UTF_8));
    }
}
