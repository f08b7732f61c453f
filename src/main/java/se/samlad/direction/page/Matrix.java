package se.samlad.direction.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samlad.direction.AllDirections;
import se.samlad.direction.Direction;
import se.samlad.direction.Direction.Answer;
import se.samlad.direction.DirectionFact.Measure;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;

/**
 * Who does what in a direction (D3): a row for each actor, a column for each measure. The actors that are asked are
 * grouped by their answer, those that have not answered first.
 *
 * @param groups only those with actors
 */
public record Matrix(List<Measure> columns, List<Group> groups, int answered, int asked) {

    /** How far a measure has come with one actor. */
    public enum Cell {
        /** The measure is not the actor's. */
        NOTHING,
        GAP,
        PROMISED,
        GOING,
        DONE,
        BROKEN
    }

    /** What an actor has answered, in the order of the table. */
    public enum Kind {
        NONE,
        PARTLY,
        DECLINES,
        ADAPTS,
        ACCEPTS
    }

    /** @param actors how many, since rows that are equal are one */
    public record Group(Kind kind, int actors, List<Row> rows) {}

    /**
     * One row.
     *
     * @param actors codes; several that have given the same answers without a word
     * @param at the latest answer; null: none
     * @param cells one for each column
     */
    public record Row(List<String> actors, @Nullable Instant at, List<Cell> cells, List<Words> words) {}

    /** A reason in an actor's own words. @param measure the number of its measure; 0: of the whole */
    public record Words(int measure, String text) {}

    /** @param concerned codes of the actors that are asked, in the order of the rows */
    public static Matrix of(Direction direction, List<String> concerned) {
        var measures = direction.said().measures();
        var byKind = new LinkedHashMap<Kind, List<Row>>();
        for (var kind : Kind.values()) byKind.put(kind, new ArrayList<>());
        for (var actor : concerned)
            Objects.requireNonNull(byKind.get(kind(direction, actor))).add(row(direction, actor, measures));
        var groups = byKind.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Group(each.getKey(), each.getValue().size(), together(each.getValue())))
                .toList();
        int silent = Objects.requireNonNull(byKind.get(Kind.NONE)).size();
        return new Matrix(measures, groups, concerned.size() - silent, concerned.size());
    }

    private static Kind kind(Direction direction, String actor) {
        var answers = direction.answersOf(actor);
        if (answers.isEmpty()) return Kind.NONE;
        for (var stance : List.of(Stance.DECLINES, Stance.ADAPTS))
            if (answers.stream().anyMatch(a -> a.stance() == stance)) return Kind.valueOf(stance.name());
        return AllDirections.answered(direction, actor, null)
                        || answers.stream().anyMatch(a -> a.part().measure() == null)
                ? Kind.ACCEPTS
                : Kind.PARTLY;
    }

    private static Row row(Direction direction, String actor, List<Measure> measures) {
        var answers = direction.answersOf(actor);
        return new Row(
                List.of(actor),
                answers.isEmpty() ? null : answers.getLast().at(),
                measures.stream().map(m -> cell(direction, actor, m)).toList(),
                answers.stream().flatMap(a -> words(a, measures).stream()).toList());
    }

    private static List<Words> words(Answer answer, List<Measure> measures) {
        if (answer.reason() == null) return List.of();
        int number = 0;
        for (int i = 0; i < measures.size(); i++)
            if (measures.get(i).id().equals(answer.part().measure())) number = i + 1;
        return List.of(new Words(number, answer.reason()));
    }

    private static Cell cell(Direction direction, String actor, Measure measure) {
        if (!measure.concerned().contains(actor)) return Cell.NOTHING;
        var told = direction.toldOf(measure.id()).stream()
                .filter(t -> t.part().actor().equals(actor))
                .toList();
        if (!told.isEmpty()) return told(told.getLast().state());
        var voices = direction.voices(actor, measure.id());
        if (voices.isEmpty()) return Cell.GAP;
        return voices.stream().anyMatch(Answer::standsBehind) ? Cell.PROMISED : Cell.BROKEN;
    }

    private static Cell told(Progress state) {
        return switch (state) {
            case STARTED -> Cell.GOING;
            case DONE -> Cell.DONE;
            case CANNOT -> Cell.BROKEN;
        };
    }

    /** Rows that say the same and have no words of their own become one, where the first of them stood. */
    private static List<Row> together(List<Row> rows) {
        var equal = new LinkedHashMap<Object, Row>();
        for (var row : rows) {
            Object key = row.words().isEmpty() ? row.cells() : row;
            equal.merge(key, row, Matrix::both);
        }
        return List.copyOf(equal.values());
    }

    private static Row both(Row one, Row other) {
        var actors = new ArrayList<>(one.actors());
        actors.addAll(other.actors());
        return new Row(List.copyOf(actors), null, one.cells(), List.of());
    }

    /** The kinds of cells that occur, for the key. */
    public List<Cell> key() {
        return Arrays.stream(Cell.values())
                .filter(cell -> cell != Cell.NOTHING)
                .filter(cell -> groups.stream()
                        .flatMap(group -> group.rows().stream())
                        .anyMatch(row -> row.cells().contains(cell)))
                .toList();
    }
}
