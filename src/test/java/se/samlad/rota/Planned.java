package se.samlad.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;
import se.samlad.rota.RotaFact.Over;
import se.samlad.rota.RotaFact.Repeat;
import se.samlad.web.Say;

/** Plans as they are after what was recorded, without a journal. */
final class Planned {

    private Planned() {}

    /** Local time, such as {@code 2026-03-28T08:30}; the first one where it occurs twice. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Say.STOCKHOLM).toInstant();
    }

    static Layer.Shift once(String account, Instant from, Duration length, Over over) {
        return shift(List.of(account), from, from.plus(length), null, over);
    }

    static Layer.Shift shift(List<String> accounts, Instant from, Instant until, @Nullable Repeat repeat, Over over) {
        var said = new RotaFact.Planned("tib", accounts, from, until, repeat, over);
        return new Layer.Shift(UUID.randomUUID(), said, TreePVector.empty(), "admin");
    }

    /** Each takes so many days, without a break. */
    static Layer.Shift turns(List<String> accounts, LocalDateTime first, int days, Over over) {
        return shift(
                accounts,
                first.atZone(Say.STOCKHOLM).toInstant(),
                first.plusDays(days).atZone(Say.STOCKHOLM).toInstant(),
                new Repeat(days, null, List.of()),
                over);
    }

    static Plan of(List<? extends Layer> layers) {
        return new Plan(TreePVector.from(layers), HashTreePMap.empty(), null, HashTreePMap.empty());
    }

    static Plan of(Layer... layers) {
        return of(List.of(layers));
    }
}
