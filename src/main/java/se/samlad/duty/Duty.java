package se.samlad.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;
import se.samlad.rota.TakenOver.Taken;

/**
 * What was taken over in each function, the hand-overs that wait to be taken over, and those whom colleagues vouched for and
 * nobody has looked at yet.
 *
 * @param taken what was taken over, by function, {@code actor/name}, the first one first; what is older than
 *     {@link #KEPT} when another is taken over is forgotten, but for the last
 */
record Duty(PMap<String, PVector<Taken>> taken, PMap<UUID, HandOver> handOvers, PMap<UUID, Vouching> vouchings) {

    static final Across<Duty> ACROSS = new Across<>(View.of(
            "duty.duty",
            new Duty(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty()),
            DutyFact.class,
            (duty, e, f) -> duty.apply(e, f)));

    static final Duration KEPT = Duration.ofDays(100);

    /** @param from the account that hands over */
    record HandOver(UUID id, String actor, DutyFact.HandedOver said, String from, Instant at) {
        String functionId() {
            return actor + "/" + said.function();
        }
    }

    /**
     * @param by the account of the colleague
     * @param cameIn when the code was used; null: not yet
     */
    record Vouching(
            UUID id,
            DutyFact.VouchedFor said,
            String by,
            String byFunction,
            Instant at,
            @Nullable Instant cameIn,
            boolean ended) {

        boolean hasCode(Instant now) {
            return !ended && cameIn == null && now.isBefore(said.codeUntil());
        }

        boolean isOver(Instant now) {
            return ended || !now.isBefore(said.until()) || cameIn == null && !now.isBefore(said.codeUntil());
        }
    }

    private Duty apply(Entry by, DutyFact fact) {
        return switch (fact) {
            case DutyFact.HandedOver h ->
                with(handOvers.plus(
                        by.subject(),
                        new HandOver(by.subject(), h.actor(), h, by.by().account(), by.recordedAt())));
            case DutyFact.TakenOver t ->
                handOver(by.subject())
                        .map(h -> new Duty(
                                taken.plus(h.functionId(), takenOver(by, h)), handOvers.minus(h.id()), vouchings))
                        .orElse(this);
            case DutyFact.Kept k -> with(handOvers.minus(by.subject()));
            case DutyFact.VouchedFor v ->
                vouched(new Vouching(
                        by.subject(), v, by.by().account(), by.by().function(), by.recordedAt(), null, false));
            case DutyFact.VouchedIn v ->
                vouching(by.subject())
                        .map(v0 -> vouched(new Vouching(
                                v0.id(), v0.said(), v0.by(), v0.byFunction(), v0.at(), by.recordedAt(), v0.ended())))
                        .orElse(this);
            case DutyFact.VouchingEnded v ->
                vouching(by.subject())
                        .map(v0 -> vouched(
                                new Vouching(v0.id(), v0.said(), v0.by(), v0.byFunction(), v0.at(), v0.cameIn(), true)))
                        .orElse(this);
            case DutyFact.VouchingReviewed v -> new Duty(taken, handOvers, vouchings.minus(by.subject()));
            case DutyFact.ShiftChanged s -> this;
            case DutyFact.LetIn l -> this;
        };
    }

    private PVector<Taken> takenOver(Entry by, HandOver handOver) {
        var before = taken(handOver.functionId());
        var old = before.stream()
                .filter(t -> t.at().isBefore(by.recordedAt().minus(KEPT)))
                .toList();
        return before.minusAll(old)
                .plus(new Taken(by.id(), handOver.from(), by.by().account(), by.recordedAt()));
    }

    PVector<Taken> taken(String function) {
        return taken.getOrDefault(function, TreePVector.empty());
    }

    private Duty with(PMap<UUID, HandOver> others) {
        return new Duty(taken, others, vouchings);
    }

    private Duty vouched(Vouching vouching) {
        return new Duty(taken, handOvers, vouchings.plus(vouching.id(), vouching));
    }

    Optional<HandOver> handOver(UUID id) {
        return Optional.ofNullable(handOvers.get(id));
    }

    Optional<Vouching> vouching(UUID id) {
        return Optional.ofNullable(vouchings.get(id));
    }

    /** The actor's, the oldest first. */
    List<HandOver> handOvers(String actor) {
        return handOvers.values().stream()
                .filter(h -> h.actor().equals(actor))
                .sorted(Comparator.comparing(HandOver::at))
                .toList();
    }

    /** The actor's that nobody has looked at, the oldest first. */
    List<Vouching> vouchings(String actor) {
        return vouchings.values().stream()
                .filter(v -> v.said().actor().equals(actor))
                .sorted(Comparator.comparing(Vouching::at))
                .toList();
    }
}
