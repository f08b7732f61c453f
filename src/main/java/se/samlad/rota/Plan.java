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
 *     is forgotten; what calendars say lies below all that was planned by hand
 * @param need null: nobody has said
 * @param subscriptions to calendars elsewhere, those that have not ended
 */
public record Plan(
        PVector<Layer> layers,
        PMap<UUID, Swap> swaps,
        RotaFact.@Nullable NeedSaid need,
        PMap<UUID, Subscription> subscriptions) {

    static final Plan NONE = new Plan(TreePVector.empty(), HashTreePMap.empty(), null, HashTreePMap.empty());

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
            case RotaFact.NeedSaid n -> new Plan(kept.layers, kept.swaps, n, kept.subscriptions);
            case RotaFact.SwapAsked a ->
                kept.with(new Swap(by.id(), a, by.by().account(), by.recordedAt(), null, null));
            case RotaFact.SwapAccepted a ->
                kept.swap(a.swap()).map(kept::swapped).orElse(kept);
            case RotaFact.SwapDeclined d ->
                kept.swap(d.swap())
                        .map(s -> kept.with(new Swap(s.id(), s.said(), s.asker(), s.at(), false, d.reason())))
                        .orElse(kept);
            case RotaFact.SwapWithdrawn w ->
                new Plan(kept.layers, kept.swaps.minus(w.swap()), kept.need, kept.subscriptions);
            case RotaFact.Subscribed u -> kept.with(Subscription.begun(by, u));
            case RotaFact.CalendarRead r ->
                kept.subscription(r.subscription())
                        .map(each -> kept.read(each, r, by.recordedAt()))
                        .orElse(kept);
            case RotaFact.SubscriptionEnded e -> kept.ended(e.subscription(), by.recordedAt());
        };
    }

    private Plan without(Instant endedBy) {
        var old = layers.stream().filter(l -> l.ends().isBefore(endedBy)).toList();
        var answered = swaps.values().stream()
                .filter(s -> s.said().until().isBefore(endedBy))
                .map(Swap::id)
                .toList();
        return new Plan(layers.minusAll(old), swaps.minusAll(answered), need, subscriptions);
    }

    private Plan with(PVector<Layer> others) {
        return new Plan(others, swaps, need, subscriptions);
    }

    private Plan with(Swap swap) {
        return new Plan(layers, swaps.plus(swap.id(), swap), need, subscriptions);
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

    private Plan with(Subscription now) {
        return new Plan(layers, swaps, need, subscriptions.plus(now.id(), now));
    }

    private Plan read(Subscription by, RotaFact.CalendarRead r, Instant at) {
        var turns = by.joined(turns(by.id()), r.turns(), at);
        return below(by, turns).with(by.read(r));
    }

    /** Whoever is on duty stays so until the shift ends. */
    private Plan ended(UUID id, Instant at) {
        var ended = subscriptions.get(id);
        if (ended == null) return this;
        var begun = turns(id).stream().filter(t -> t.from().isBefore(at)).toList();
        var left = below(ended, begun);
        return new Plan(left.layers, swaps, need, subscriptions.minus(id));
    }

    private List<RotaFact.Turn> turns(UUID subscription) {
        return shift(subscription)
                .filter(s -> s.said() instanceof RotaFact.Imported)
                .map(s -> ((RotaFact.Imported) s.said()).turns())
                .orElse(List.of());
    }

    /** What the calendar says, in its place: below all that was planned by hand, and what was taken away from it stays so. */
    private Plan below(Subscription by, List<RotaFact.Turn> turns) {
        var said = new RotaFact.Imported(by.function(), turns, RotaFact.Over.BESIDE);
        for (int i = 0; i < layers.size(); i++)
            if (layers.get(i) instanceof Layer.Shift s && s.id().equals(by.id()))
                return with(layers.with(i, new Layer.Shift(s.id(), said, s.gone(), s.by())));
        return with(layers.plus(
                0, new Layer.Shift(by.id(), said, TreePVector.empty(), by.by().account())));
    }

    public Optional<Subscription> subscription(UUID id) {
        return Optional.ofNullable(subscriptions.get(id));
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
