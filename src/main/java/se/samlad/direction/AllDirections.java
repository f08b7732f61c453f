package se.samlad.direction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Function;
import se.samlad.direction.Direction.State;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * All directions of an incident, as its reader may see them.
 *
 * @param inForce the direction in force, by forum and audience: a narrower direction never replaces one that others see
 */
public record AllDirections(PMap<UUID, Direction> byId, PMap<Place, UUID> inForce) {

    /**
     * A forum and an audience; at most one direction is in force in each.
     *
     * @param audience as {@link #audience} gives it
     */
    public record Place(UUID forum, List<String> audience) {

        static Place of(Direction direction) {
            return new Place(direction.said().forum(), AllDirections.audience(direction.labels()));
        }
    }

    static final AllDirections NONE = new AllDirections(HashTreePMap.empty(), HashTreePMap.empty());

    public static final View<AllDirections> VIEW =
            View.of("direction.all", NONE, DirectionFact.class, (state, entry, fact) -> state.apply(entry, fact));

    private static final Comparator<Direction> BY_NUMBER = Comparator.<Direction>comparingInt(
                    d -> d.said().number())
            .thenComparing(Direction::at)
            .thenComparing(Direction::id);

    /**
     * A measure that at least one actor stands behind and has not carried out.
     *
     * @param actors codes of those that stand behind it and have not reported it as done
     * @param begun whether one of them has reported that it is under way, or that it can't be done
     */
    public record Open(UUID measure, UUID direction, String what, List<String> actors, boolean begun) {}

    /**
     * A proposal that is not agreed yet.
     *
     * @param mayReword whether the viewer may put directions before its forum
     * @param mayAgree whether the viewer chairs its forum, on its level
     * @param turn whose turn it is; null: the viewer does not see the forum, or it is closed
     */
    public record Proposal(
            Direction direction,
            boolean mayReword,
            boolean mayAgree,
            boolean mayWithdraw,
            @Nullable Turn turn) {}

    /** @param chair the function that chairs the forum @param fits whether it may say that the forum agrees (A6) */
    public record Turn(Function chair, boolean fits) {}

    AllDirections apply(Entry by, DirectionFact fact) {
        var about = byId.get(by.subject());
        return switch (fact) {
            case DirectionFact.Prepared p -> this;
            case DirectionFact.PreparedAdopted a -> this;
            case DirectionFact.Proposed p -> about == null ? with(Direction.proposed(by, p)) : this;
            case DirectionFact.Reworded r ->
                about == null || about.state() != State.PROPOSED ? this : with(about.reworded(by, r));
            case DirectionFact.Agreed a ->
                about == null || about.state() != State.PROPOSED ? this : agreed(by, a, about);
            case DirectionFact.StanceTaken s -> about == null ? this : with(about.with(answer(by, s)));
            case DirectionFact.CarriedOut c -> about == null ? this : with(about.with(told(by, c)));
            case DirectionFact.Withdrawn w -> about == null ? this : withdrawn(about);
        };
    }

    private static Direction.Answer answer(Entry by, DirectionFact.StanceTaken s) {
        var part = new Direction.Part(s.actor(), s.unit(), s.measure());
        return new Direction.Answer(by.id(), part, by.by(), by.occurredAt(), s.stance(), s.reason(), by.position());
    }

    private static Direction.Told told(Entry by, DirectionFact.CarriedOut c) {
        var part = new Direction.Part(c.actor(), c.unit(), c.measure());
        return new Direction.Told(by.id(), part, by.by(), by.occurredAt(), c.state(), c.text(), by.position());
    }

    private AllDirections agreed(Entry by, DirectionFact.Agreed fact, Direction direction) {
        var place = Place.of(direction);
        var before = inForce.get(place);
        var agreement = new Direction.Agreement(by.by(), by.occurredAt(), fact.reason(), by.position());
        var after = with(direction.agreed(agreement, before));
        var old = before == null ? null : byId.get(before);
        if (old != null) after = after.with(old.now(State.REPLACED));
        return new AllDirections(after.byId, inForce.plus(place, direction.id()));
    }

    private AllDirections withdrawn(Direction direction) {
        var place = Place.of(direction);
        var after = with(direction.now(State.WITHDRAWN));
        return direction.id().equals(inForce.get(place)) ? new AllDirections(after.byId, inForce.minus(place)) : after;
    }

    private AllDirections with(Direction direction) {
        return new AllDirections(byId.plus(direction.id(), direction), inForce);
    }

    public Optional<Direction> find(@Nullable UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    /** Latest first. */
    public List<Direction> list() {
        return byId.values().stream().sorted(BY_NUMBER.reversed()).toList();
    }

    public List<Direction> in(State state) {
        return list().stream().filter(d -> d.state() == state).toList();
    }

    /** The directions in force, highest level first. */
    public List<Direction> inForceByLevel() {
        return in(State.AGREED).stream()
                .sorted(Comparator.comparing(d -> d.said().level()))
                .toList();
    }

    /** What others may go by: the directions in force; before there is one, those that are proposed. */
    public List<Direction> raster() {
        var agreed = inForceByLevel();
        return agreed.isEmpty() ? in(State.PROPOSED) : agreed;
    }

    /**
     * The directions whose measures the actor may still carry out: those in force, and replaced ones with a measure
     * that it has begun and not finished.
     */
    public List<Direction> withMeasuresOf(String actor) {
        var open = open();
        return list().stream()
                .filter(d -> d.state() == State.AGREED && !d.measuresOf(actor).isEmpty()
                        || open.stream()
                                .anyMatch(o -> o.begun()
                                        && o.direction().equals(d.id())
                                        && o.actors().contains(actor)))
                .toList();
    }

    /**
     * The version to compare with: the one that this direction replaced, or would replace if agreed. Empty: there is
     * none.
     */
    public Optional<Direction> before(Direction direction) {
        if (direction.agreement() != null) return find(direction.followed());
        return find(direction.said().replaces()).or(() -> inForceAt(direction));
    }

    /**
     * What a next version is drawn from: the direction in force where the earlier one is or was, else the earlier one.
     */
    public UUID drawnForNext(Direction before) {
        return (before.agreement() == null ? before : inForceAt(before).orElse(before)).drawn();
    }

    /**
     * What an agreement is drawn from: the text of the proposal or, where that came into force later, the direction that
     * it replaces. So nobody agrees on a text, or replaces a direction, that he has not seen.
     */
    public UUID drawnForAgreement(Direction proposal) {
        return inForceAt(proposal)
                .filter(d -> d.agreement() != null
                        && d.agreement().order() > proposal.written().order())
                .orElse(proposal)
                .drawn();
    }

    private Optional<Direction> inForceAt(Direction direction) {
        return find(inForce.get(Place.of(direction)));
    }

    /** Whether the actor, or its unit, has answered all it is asked: the whole, or each measure that names it. */
    public static boolean answered(Direction d, String actor, @Nullable String unit) {
        var own = d.measuresOf(actor);
        return has(d, actor, unit, null) || !own.isEmpty() && own.stream().allMatch(m -> has(d, actor, unit, m.id()));
    }

    private static boolean has(Direction d, String actor, @Nullable String unit, @Nullable UUID measure) {
        return d.answers().containsKey(new Direction.Part(actor, unit, measure))
                || d.answers().containsKey(new Direction.Part(actor, null, measure));
    }

    /** The next free number among the directions that the same readers see. */
    int nextNumber(Labels labels) {
        var circle = circle(labels);
        return byId.values().stream()
                        .filter(d -> circle(d.labels()).equals(circle))
                        .mapToInt(d -> d.said().number())
                        .max()
                        .orElse(0)
                + 1;
    }

    /**
     * The labels that decide who may read. Every entry also carries its author's own label, which counts only if there
     * is no shared one.
     */
    static List<String> circle(Labels labels) {
        var shared = labels.all().stream().filter(l -> !l.startsWith("actor:")).toList();
        return shared.isEmpty() ? labels.all() : shared;
    }

    /**
     * Those for whom the direction is one in a series: empty for the whole incident, else the circle it is narrowed to.
     */
    static List<String> audience(Labels labels) {
        boolean all = labels.all().stream().anyMatch(l -> l.startsWith("incident:") || l.equals(Labels.PUBLIC));
        return all ? List.of() : circle(labels);
    }

    /** Measures left to carry out: all of those in force, and of replaced directions those that were begun (I5). */
    public List<Open> open() {
        return list().reversed().stream()
                .filter(d -> d.state() == State.AGREED || d.state() == State.REPLACED)
                .flatMap(d -> d.said().measures().stream()
                        .map(m -> open(d, m))
                        .filter(o -> !o.actors().isEmpty())
                        .filter(o -> d.state() == State.AGREED || o.begun()))
                .toList();
    }

    private static Open open(Direction direction, DirectionFact.Measure measure) {
        var left = notDone(direction, measure);
        var actors = new TreeSet<String>();
        left.forEach(part -> actors.add(part.actor()));
        boolean begun = left.stream().anyMatch(p -> direction
                .told(p.actor(), p.unit(), measure.id())
                .map(t -> t.state() != Progress.DONE)
                .orElse(false));
        return new Open(measure.id(), direction.id(), measure.what(), List.copyOf(actors), begun);
    }

    /** Those that stand behind the measure and have not reported it as done. */
    private static List<Direction.Part> notDone(Direction direction, DirectionFact.Measure measure) {
        return measure.concerned().stream()
                .flatMap(actor -> direction.voices(actor, measure.id()).stream())
                .filter(Direction.Answer::standsBehind)
                .map(a -> new Direction.Part(a.part().actor(), a.part().unit(), measure.id()))
                .filter(p -> direction
                        .told(p.actor(), p.unit(), measure.id())
                        .map(t -> t.state() != Progress.DONE)
                        .orElse(true))
                .toList();
    }
}
