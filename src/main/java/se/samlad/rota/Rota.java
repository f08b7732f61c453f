package se.samlad.rota;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 */
public record Rota(PMap<String, Plan> plans) {

    /** How long what was planned is remembered after it has ended. */
    static final Duration KEPT = Duration.ofDays(400);
    /** How far ahead patterns are expanded. */
    public static final Duration AHEAD = Duration.ofDays(92);
    /** How long one shift may be. */
    static final Duration LONGEST = Duration.ofDays(31);

    static final Across<Rota> ACROSS =
            new Across<>(View.of("rota.rota", new Rota(HashTreePMap.empty()), RotaFact.class, Rota::apply));

    private Rota apply(Entry by, RotaFact fact) {
        return switch (fact) {
            case RotaFact.OfFunction of -> {
                var function = by.by().actor() + "/" + of.function();
                yield new Rota(plans.plus(function, of(function).apply(by, of)));
            }
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
