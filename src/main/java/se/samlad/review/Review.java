package se.samlad.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/**
 * A review of what has ended: the fold of its stream.
 *
 * @param order null: nobody ordered it
 * @param drafted who drafted it; null: nobody yet
 * @param closed null: it is not
 * @param drawn the entry that last changed a text of it: what closing it vouches for
 */
public record Review(
        UUID id,
        Labels labels,
        @Nullable String marking,
        UUID incident,
        By by,
        Instant at,
        @Nullable Ordered order,
        @Nullable Drafted drafted,
        PVector<Section> sections,
        PVector<Finding> findings,
        @Nullable Closed closed,
        UUID drawn)
        implements Things.Thing {

    public enum State {
        ORDERED,
        DRAFTED,
        CLOSED
    }

    /** @param by the day by which it is to be closed */
    public record Ordered(
            By orderedBy,
            String owner,
            LocalDate by,
            @Nullable String what) {}

    public record Drafted(By by, Instant at) {}

    public record Closed(
            UUID entry, By by, Instant at, @Nullable String summary) {}

    /**
     * Something to learn from.
     *
     * @param drawn the entry that last changed it
     * @param text empty: it is taken out
     * @param lesson what it became; null: nothing yet
     */
    public record Finding(
            UUID id,
            UUID drawn,
            By by,
            String text,
            boolean good,
            @Nullable UUID lesson) {
        public boolean isOut() {
            return text.isEmpty();
        }
    }

    static Optional<Review> begun(Entry by) {
        return switch (by.fact()) {
            case ReviewFact.Ordered o ->
                Optional.of(of(by, o.incident(), new Ordered(by.by(), o.owner(), o.by(), o.what())));
            case ReviewFact.Drafted d -> Optional.of(of(by, d.incident(), null).after(by, d));
            default -> Optional.empty();
        };
    }

    private static Review of(Entry by, UUID incident, @Nullable Ordered order) {
        return new Review(
                by.stream(),
                by.labels(),
                by.marking(),
                incident,
                by.by(),
                by.recordedAt(),
                order,
                null,
                TreePVector.empty(),
                TreePVector.empty(),
                null,
                by.id());
    }

    Review after(Entry by, ReviewFact fact) {
        return switch (fact) {
            case ReviewFact.Noted _, ReviewFact.Ordered _ -> this;
            case ReviewFact.Drafted d ->
                with(new Drafted(by.by(), by.recordedAt()), Section.drafted(by, d), findings, closed, by.id());
            case ReviewFact.Written w -> with(drafted, Section.with(sections, by, w), findings, closed, by.id());
            case ReviewFact.Found f -> with(drafted, sections, found(by, f), closed, by.id());
            case ReviewFact.Raised r -> with(drafted, sections, raised(r), closed, drawn);
            case ReviewFact.Closed c ->
                with(drafted, sections, findings, new Closed(by.id(), by.by(), by.recordedAt(), c.summary()), drawn);
            case ReviewFact.Reopened _ -> with(drafted, sections, findings, null, drawn);
        };
    }

    private Review with(
            @Nullable Drafted how, PVector<Section> parts, PVector<Finding> found, @Nullable Closed end, UUID changed) {
        return new Review(id, labels, marking, incident, by, at, order, how, parts, found, end, changed);
    }

    private PVector<Finding> found(Entry by, ReviewFact.Found f) {
        var text = f.text() == null ? "" : f.text();
        for (int i = 0; i < findings.size(); i++) {
            var each = findings.get(i);
            if (each.id().equals(f.finding()))
                return findings.with(i, new Finding(each.id(), by.id(), by.by(), text, f.good(), each.lesson()));
        }
        return findings.plus(new Finding(f.finding(), by.id(), by.by(), text, f.good(), null));
    }

    private PVector<Finding> raised(ReviewFact.Raised r) {
        return TreePVector.from(findings.stream()
                .map(each -> each.id().equals(r.finding())
                        ? new Finding(each.id(), each.drawn(), each.by(), each.text(), each.good(), r.lesson())
                        : each)
                .toList());
    }

    public State state() {
        if (closed != null) return State.CLOSED;
        return drafted == null ? State.ORDERED : State.DRAFTED;
    }

    /** The code of the actor that sees to it: as ordered, else the one that drafted it. */
    public String owner() {
        return order == null ? by.actor() : order.owner();
    }

    public boolean isLate(LocalDate today) {
        return closed == null && order != null && order.by().isBefore(today);
    }

    public Optional<Section> section(@Nullable UUID of) {
        return sections.stream().filter(each -> each.id().equals(of)).findFirst();
    }

    public Optional<Finding> finding(@Nullable UUID of) {
        return findings.stream().filter(each -> each.id().equals(of)).findFirst();
    }

    /** Those that nobody has taken out. */
    public Stream<Finding> standing() {
        return findings.stream().filter(each -> !each.isOut());
    }
}
