package se.samlad.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.question.Question.Answer;
import se.samlad.question.QuestionFact.Field;
import se.samlad.question.QuestionFact.Kind;

/**
 * What came in, to be read in a minute: those missing, a sum for each field, and the answers, worst first.
 *
 * @param rows those who answered
 * @param missing as far as the reader may know
 */
public record Compiled(List<Sum> sums, List<Row> rows, List<String> missing) {

    /**
     * One answer as it counts.
     *
     * @param voice the code of who answers, an actor or a unit
     * @param before the answer that it changed; null: none
     */
    public record Row(String voice, Answer answer, @Nullable Answer before) {

        public String value(Field field) {
            return answer.values().getOrDefault(field.name(), "");
        }

        /** What the field said before, where it said something else; null: the same, or nothing. */
        public @Nullable String was(Field field) {
            if (before == null) return null;
            var was = before.values().getOrDefault(field.name(), "");
            return was.isEmpty() || was.equals(value(field)) ? null : was;
        }
    }

    /**
     * A field of all answers.
     *
     * @param total of a number; null: the field is none, or nobody answered it
     * @param counts of a choice or a status by its value, those that were chosen, in the order they were offered
     */
    public record Sum(Field field, int answered, @Nullable BigDecimal total, Map<String, Integer> counts) {}

    /** @param byName the order of the codes of those who answer */
    static Compiled of(Question question, String reader, Comparator<String> byName) {
        var rows = question.asked().to().stream()
                .flatMap(voice -> question.latest(voice).stream()
                        .map(answer ->
                                new Row(voice, answer, question.before(voice).orElse(null))))
                .sorted(worstFirst(question).thenComparing(Row::voice, byName))
                .toList();
        var sums = question.asked().fields().stream().map(f -> sum(f, rows)).toList();
        var missing = question.missingFor(reader).stream().sorted(byName).toList();
        return new Compiled(sums, rows, missing);
    }

    /**
     * The status field that the map shows, the first; null: there is none, or nobody answered it.
     *
     * @param area whether an actor has an area on the map
     */
    public @Nullable Field onMap(Predicate<String> area) {
        return sums.stream()
                .map(Sum::field)
                .filter(field -> field.kind() == Kind.STATUS)
                .findFirst()
                .filter(field -> rows.stream()
                        .anyMatch(row ->
                                area.test(row.voice()) && !row.value(field).isEmpty()))
                .orElse(null);
    }

    /** The answers to a status field by the code of who answers: those who have not answered it are holes. */
    public Map<String, String> statuses(Field field) {
        var statuses = new LinkedHashMap<String, String>();
        for (var row : rows) if (!row.value(field).isEmpty()) statuses.put(row.voice(), row.value(field));
        return statuses;
    }

    /** How many of those with an area gave each status, the worst first. @param area as {@link #onMap} */
    public Map<String, Integer> counts(Field field, Predicate<String> area) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var status : Questioning.STATUSES.reversed()) {
            int times = (int) statuses(field).entrySet().stream()
                    .filter(each -> area.test(each.getKey()) && each.getValue().equals(status))
                    .count();
            if (times > 0) counts.put(status, times);
        }
        return counts;
    }

    private static Comparator<Row> worstFirst(Question question) {
        Optional<Field> status = question.asked().fields().stream()
                .filter(f -> f.kind() == Kind.STATUS)
                .findFirst();
        return status.<Comparator<Row>>map(
                        f -> Comparator.comparingInt((Row r) -> -Questioning.STATUSES.indexOf(r.value(f))))
                .orElse((a, b) -> 0);
    }

    private static Sum sum(Field field, List<Row> rows) {
        var values = new ArrayList<String>();
        for (var row : rows) if (!row.value(field).isEmpty()) values.add(row.value(field));
        var counts = new LinkedHashMap<String, Integer>();
        var offered = field.kind() == Kind.STATUS ? Questioning.STATUSES.reversed() : field.choices();
        for (var each : offered) {
            int times = (int) values.stream().filter(each::equals).count();
            if (times > 0) counts.put(each, times);
        }
        var total = field.kind() == Kind.NUMBER && !values.isEmpty()
                ? values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
        return new Sum(field, values.size(), total, counts);
    }
}
