package se.samlad.direction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact.Measure;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/**
 * One direction with its answers and the progress of its measures.
 *
 * @param at when it was proposed, by the incident's clock
 * @param marking the proposer's choice, as JSON; null: the default
 * @param written who wrote the text that holds; the proposer, where nobody has changed it
 * @param agreement null: not agreed
 * @param followed the direction that it replaced in its forum when it was agreed; null: none
 * @param answers by actor, unit and measure
 * @param progress by actor, unit and measure
 */
public record Direction(
        UUID id,
        UUID incident,
        Labels labels,
        DirectionFact.Proposed said,
        By by,
        Instant at,
        @Nullable String marking,
        Written written,
        State state,
        @Nullable Agreement agreement,
        @Nullable UUID followed,
        PMap<Part, Answer> answers,
        PMap<Part, Told> progress)
        implements Things.Thing {

    /** The stages of a direction. */
    public enum State {
        PROPOSED,
        AGREED,
        REPLACED,
        WITHDRAWN
    }

    /** @param entry the version of the text @param order the entry's position in the journal, for comparing only */
    public record Written(UUID entry, By by, Instant at, long order) {
        static Written of(Entry by) {
            return new Written(by.id(), by.by(), by.occurredAt(), by.position());
        }
    }

    /** @param order as in {@link Written} */
    public record Agreement(By by, Instant at, @Nullable String reason, long order) {}

    /** Who answers, and for which part. @param unit null: the whole actor @param measure null: the whole direction */
    public record Part(
            String actor, @Nullable String unit, @Nullable UUID measure) {
        static Part of(Acting by, @Nullable UUID measure) {
            return new Part(by.actor(), by.function().unit(), measure);
        }
    }

    /** @param order the entry's position in the journal, for sorting only */
    public record Answer(
            UUID entry,
            Part part,
            By by,
            Instant at,
            Stance stance,
            @Nullable String reason,
            long order) {
        public boolean standsBehind() {
            return stance != Stance.DECLINES;
        }
    }

    /** @param order the entry's position in the journal, for sorting only */
    public record Told(
            UUID entry,
            Part part,
            By by,
            Instant at,
            Progress state,
            @Nullable String text,
            long order) {}

    /**
     * Who stands behind something, and who has not answered (D3).
     *
     * @param partly for the whole direction, those that answered only some of its measures; else empty
     * @param notAnswered those concerned that have given no answer
     */
    public record Behind(
            List<Answer> accepts,
            List<Answer> adapts,
            List<Answer> declines,
            List<String> partly,
            List<String> notAnswered) {}

    static Direction proposed(Entry by, DirectionFact.Proposed said) {
        return new Direction(
                by.subject(),
                by.stream(),
                by.labels(),
                said,
                by.by(),
                by.occurredAt(),
                by.marking(),
                Written.of(by),
                State.PROPOSED,
                null,
                null,
                HashTreePMap.empty(),
                HashTreePMap.empty());
    }

    Direction reworded(Entry by, DirectionFact.Reworded text) {
        return with(said.saying(text), Written.of(by), state, agreement, followed);
    }

    Direction agreed(Agreement agreement, @Nullable UUID followed) {
        return with(said, written, State.AGREED, agreement, followed);
    }

    Direction now(State state) {
        return with(said, written, state, agreement, followed);
    }

    private Direction with(
            DirectionFact.Proposed said,
            Written written,
            State state,
            @Nullable Agreement agreement,
            @Nullable UUID followed) {
        return new Direction(
                id, incident, labels, said, by, at, marking, written, state, agreement, followed, answers, progress);
    }

    Direction with(Answer answer) {
        var more = answers.plus(answer.part(), answer);
        return new Direction(
                id, incident, labels, said, by, at, marking, written, state, agreement, followed, more, progress);
    }

    Direction with(Told told) {
        var more = progress.plus(told.part(), told);
        return new Direction(
                id, incident, labels, said, by, at, marking, written, state, agreement, followed, answers, more);
    }

    public Optional<Measure> measure(@Nullable UUID measure) {
        return said.measures().stream().filter(m -> m.id().equals(measure)).findFirst();
    }

    /** The version of the text that holds. */
    public UUID drawn() {
        return written.entry();
    }

    /** What an actor's answer is drawn from: its own answer to the same part, else the text of the direction. */
    public UUID drawnForAnswer(Part part) {
        var before = answers.get(part);
        return before == null ? drawn() : before.entry();
    }

    /** What a report of progress is drawn from: the latest on the same measure, else the text of the direction. */
    public UUID drawnForProgress(String actor, @Nullable String unit, UUID measure) {
        return told(actor, unit, measure).map(Told::entry).orElse(drawn());
    }

    /** The measures that name the actor. */
    public List<Measure> measuresOf(String actor) {
        return said.measures().stream()
                .filter(m -> m.concerned().contains(actor))
                .toList();
    }

    /** Codes of the actors whose answer is awaited: members of the forum, and those named in a measure. Sorted. */
    public List<String> concerned(List<String> inForum) {
        var all = new TreeSet<>(inForum);
        said.measures().forEach(m -> all.addAll(m.concerned()));
        return List.copyOf(all);
    }

    /** The current answers, oldest first. */
    public List<Answer> stances() {
        return sorted(answers.values());
    }

    /** The current answers of the actor and its units, to the whole and to single measures. */
    public List<Answer> answersOf(String actor) {
        return sorted(answers.values().stream()
                .filter(a -> a.part().actor().equals(actor))
                .toList());
    }

    /**
     * The answer of the actor, or its unit, that applies to a measure: to the measure itself, else to the whole (D3).
     */
    public Optional<Answer> answer(String actor, @Nullable String unit, @Nullable UUID measure) {
        var part = answers.get(new Part(actor, unit, measure));
        return Optional.ofNullable(part != null ? part : answers.get(new Part(actor, unit, null)));
    }

    /** Who stands behind the whole direction. @param concerned see {@link #concerned} */
    public Behind behind(List<String> concerned) {
        var whole = stances().stream().filter(a -> a.part().measure() == null).toList();
        var partly = new ArrayList<String>();
        var none = new ArrayList<String>();
        for (String actor : concerned) {
            if (whole.stream().anyMatch(a -> a.part().actor().equals(actor))) continue;
            (answersOf(actor).isEmpty() ? none : partly).add(actor);
        }
        return behind(whole, partly, none);
    }

    /**
     * Who of those concerned stands behind a measure. An answer to the measure counts before an answer to the whole.
     */
    public Behind behind(Measure measure) {
        var voices = new ArrayList<Answer>();
        var none = new ArrayList<String>();
        for (String actor : measure.concerned()) {
            var own = voices(actor, measure.id());
            if (own.isEmpty()) none.add(actor);
            voices.addAll(own);
        }
        return behind(sorted(voices), List.of(), none);
    }

    private static Behind behind(List<Answer> answers, List<String> partly, List<String> none) {
        return new Behind(
                of(answers, Stance.ACCEPTS),
                of(answers, Stance.ADAPTS),
                of(answers, Stance.DECLINES),
                List.copyOf(partly),
                List.copyOf(none));
    }

    private static List<Answer> of(List<Answer> answers, Stance stance) {
        return answers.stream().filter(a -> a.stance() == stance).toList();
    }

    /** The answers of the actor and its units that apply to the measure, one for each of them. */
    public List<Answer> voices(String actor, UUID measure) {
        var byUnit = new TreeMap<String, Answer>();
        for (Answer a : answersOf(actor)) {
            var unit = a.part().unit();
            answer(actor, unit, measure).ifPresent(held -> byUnit.put(unit == null ? "" : unit, held));
        }
        return List.copyOf(byUnit.values());
    }

    /**
     * A unit stands behind what it accepted, or else what its actor accepted. An actor also stands behind what any of
     * its units accepted.
     */
    public boolean standsBehind(String actor, @Nullable String unit, UUID measure) {
        if (unit == null) return voices(actor, measure).stream().anyMatch(Answer::standsBehind);
        return answer(actor, unit, measure)
                .or(() -> answer(actor, null, measure))
                .map(Answer::standsBehind)
                .orElse(false);
    }

    /** The latest progress reported by the actor, or by its unit and else the unit's actor. */
    public Optional<Told> told(String actor, @Nullable String unit, UUID measure) {
        var own = progress.get(new Part(actor, unit, measure));
        return Optional.ofNullable(own != null ? own : progress.get(new Part(actor, null, measure)));
    }

    /** The progress reported on a measure, oldest first. */
    public List<Told> toldOf(UUID measure) {
        return progress.values().stream()
                .filter(t -> measure.equals(t.part().measure()))
                .sorted(Comparator.comparingLong(Told::order))
                .toList();
    }

    private static List<Answer> sorted(java.util.Collection<Answer> answers) {
        return answers.stream().sorted(Comparator.comparingLong(Answer::order)).toList();
    }
}
