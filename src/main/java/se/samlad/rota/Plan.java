package se.samlad.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Entry;

/**
 * What is planned for one function.
 *
 * @param layers in the order in which they were recorded; what ended more than {@link Rota#KEPT} before the last entry
 *     is forgotten
 * @param need null: nobody has said
 */
public record Plan(PVector<Layer> layers, PMap<UUID, Swap> swaps, RotaFact.@Nullable NeedSaid need) {

    static final Plan NONE = new Plan(TreePVector.empty(), HashTreePMap.empty(), null);

    /**
     * A colleague is asked to take a shift.
     *
     * @param asker the account that has the shift
     * @param accepted null: not answered
     * @param reason why it was declined
     */
    public record Swap(
            UUID id,
            RotaFact.SwapAsked said,
            String asker,
            Instant at,
            @Nullable Boolean accepted,
            @Nullable String reason) {

        /** Whether it waits for an answer; when the shift has begun it waits no more. */
        public boolean isOpen(Instant now) {
            return accepted == null && now.isBefore(starts());
        }

        private Instant starts() {
            var back = said.backFrom();
            return back != null && back.isBefore(said.from()) ? back : said.from();
        }
    }

    Plan apply(Entry by, RotaFact.OfFunction fact) {
        var kept = without(by.recordedAt().minus(Rota.KEPT));
        return switch (fact) {
            case RotaFact.Occupies p ->
                kept.with(kept.layers.plus(
                        new Layer.Shift(by.id(), p, TreePVector.empty(), by.by().account())));
            case RotaFact.TakenAway t -> kept.takenAway(t);
            case RotaFact.NeedSaid n -> new Plan(kept.layers, kept.swaps, n);
            case RotaFact.SwapAsked a ->
                kept.with(new Swap(by.id(), a, by.by().account(), by.recordedAt(), null, null));
            case RotaFact.SwapAccepted a ->
                kept.swap(a.swap()).map(kept::swapped).orElse(kept);
            case RotaFact.SwapDeclined d ->
                kept.swap(d.swap())
                        .map(s -> kept.with(new Swap(s.id(), s.said(), s.asker(), s.at(), false, d.reason())))
                        .orElse(kept);
            case RotaFact.SwapWithdrawn w -> new Plan(kept.layers, kept.swaps.minus(w.swap()), kept.need);
        };
    }

    private Plan without(Instant endedBy) {
        var old = layers.stream().filter(l -> l.ends().isBefore(endedBy)).toList();
        var answered = swaps.values().stream()
                .filter(s -> s.said().until().isBefore(endedBy))
                .map(Swap::id)
                .toList();
        return new Plan(layers.minusAll(old), swaps.minusAll(answered), need);
    }

    private Plan with(PVector<Layer> others) {
        return new Plan(others, swaps, need);
    }

    private Plan with(Swap swap) {
        return new Plan(layers, swaps.plus(swap.id(), swap), need);
    }

    private Plan takenAway(RotaFact.TakenAway t) {
        for (int i = 0; i < layers.size(); i++) {
            if (!(layers.get(i) instanceof Layer.Shift s) || !s.id().equals(t.plan())) continue;
            var gone = new Layer.Shift.Gone(t.from(), t.until() == null ? Slice.OPEN : t.until(), t.reason());
            return with(
                    layers.with(i, new Layer.Shift(s.id(), s.said(), s.gone().plus(gone), s.by())));
        }
        return this;
    }

    private Plan swapped(Swap s) {
        var said = s.said();
        PVector<Layer> more = layers.plus(new Layer.Exchange(s.asker(), said.to(), said.from(), said.until()));
        if (said.backFrom() != null && said.backUntil() != null)
            more = more.plus(new Layer.Exchange(said.to(), s.asker(), said.backFrom(), said.backUntil()));
        return with(more).with(new Swap(s.id(), said, s.asker(), s.at(), true, null));
    }

    Optional<Swap> swap(UUID id) {
        return Optional.ofNullable(swaps.get(id));
    }

    Optional<Layer.Shift> shift(UUID id) {
        return shifts().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public List<Layer.Shift> shifts() {
        return layers.stream()
                .filter(Layer.Shift.class::isInstance)
                .map(Layer.Shift.class::cast)
                .toList();
    }

    /** Whose advice on rest and hours applies. */
    public RotaFact.Kind kind() {
        return need == null ? RotaFact.Kind.STANDBY : need.kind();
    }

    /** Who is on duty between two times, each piece cut to them; sorted by start. */
    public List<Slice> between(Instant begin, Instant end) {
        List<Slice> pieces = new ArrayList<>();
        for (var layer : layers) pieces = layer.laidOver(pieces, begin, end);
        return pieces.stream()
                .flatMap(piece -> piece.within(begin, end).stream())
                .sorted(Slice.IN_ORDER)
                .toList();
    }
}
