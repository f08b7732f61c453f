package se.samlad.preparation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.View;
import se.samlad.preparation.PreparationFact.Checklist;
import se.samlad.preparation.PreparationFact.Ticked;

/** An actor's checklists, and what it has ticked where: the fold of its own stream. */
public record Checklists(PMap<String, Checklists.Kept> byCode, PMap<Checklists.Line, Checklists.Tick> ticks) {

    static final View<Checklists> VIEW = View.of(
            "preparation.checklists",
            new Checklists(HashTreePMap.empty(), HashTreePMap.empty()),
            PreparationFact.class,
            Checklists::apply);

    /** @param entry that wrote it: what an edit is drawn from */
    public record Kept(UUID entry, By by, Instant at, List<String> items) {}

    /** A line of a checklist in an incident. */
    record Line(UUID incident, String code, String item) {}

    public record Tick(By by, Instant at, boolean done) {}

    static UUID stream(String actor) {
        return UUID.nameUUIDFromBytes(("checklist/" + actor).getBytes(StandardCharsets.UTF_8));
    }

    private Checklists apply(Entry by, PreparationFact fact) {
        return switch (fact) {
            case Checklist c ->
                new Checklists(byCode.plus(c.code(), new Kept(by.id(), by.by(), by.recordedAt(), c.items())), ticks);
            case Ticked t ->
                new Checklists(
                        byCode,
                        ticks.plus(
                                new Line(t.incident(), t.code(), t.item()),
                                new Tick(by.by(), by.recordedAt(), t.done())));
            default -> this;
        };
    }

    /** None where the actor keeps none for it. */
    public List<String> items(String code) {
        var kept = byCode.get(code);
        return kept == null ? List.of() : kept.items();
    }

    public @Nullable UUID drawn(String code) {
        var kept = byCode.get(code);
        return kept == null ? null : kept.entry();
    }

    /** Null where nobody has ticked the line, or the tick was taken back. */
    public @Nullable Tick tick(UUID incident, String code, String item) {
        var tick = ticks.get(new Line(incident, code, item));
        return tick == null || !tick.done() ? null : tick;
    }

    public long done(UUID incident, String code) {
        return items(code).stream()
                .filter(item -> tick(incident, code, item) != null)
                .count();
    }
}
