package se.samlad.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.question.QuestionFact.Field;
import se.samlad.question.QuestionFact.Kind;

/** Whatever came in, in whatever order: nothing is counted twice, nobody is left out, the worst is on top. */
class CompiledTest {

    private static final List<Field> FIELDS = List.of(
            new Field("Läget", Kind.STATUS, List.of()),
            new Field("Platser", Kind.NUMBER, List.of()),
            new Field("Väg", Kind.CHOICE, List.of("norra", "södra")));
    private static final List<String> ASKED = List.of("a", "b", "c", "d", "e", "f");
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    /** One answer. @param who 6 and 7: an actor that is not asked, which a fold must bear */
    record Given(int who, int status, int places, int way) {}

    private static Question answered(List<Given> all, boolean shared) {
        var asked = new QuestionFact.Asked("Natten?", null, ASKED, NOON, FIELDS, shared, null, false);
        var by = new By("lst.tib", "lst", "tib");
        var question = new Question(
                new UUID(0, 1), Labels.of("actor:lst"), null, asked, by, NOON, NOON, HashTreePMap.empty(), null, null);
        for (var each : all) {
            var values = new HashMap<String, String>();
            if (each.status() < 4) values.put("Läget", Questioning.STATUSES.get(each.status()));
            values.put("Platser", String.valueOf(each.places()));
            if (each.way() < 2) values.put("Väg", FIELDS.get(2).choices().get(each.way()));
            var actor = String.valueOf((char) ('a' + each.who()));
            var answer = new Question.Answer(UUID.randomUUID(), new By("x", actor, "tib"), NOON, Map.copyOf(values));
            var before = question.answers().getOrDefault(actor, TreePVector.empty());
            question = new Question(
                    question.id(),
                    question.labels(),
                    null,
                    asked,
                    by,
                    NOON,
                    NOON,
                    question.answers().plus(actor, before.plus(answer)),
                    null,
                    null);
        }
        return question;
    }

    @Property
    void everyoneAskedStandsOnceAmongTheAnswersOrAmongTheMissing(
            @ForAll @Size(max = 30) List<@IntRange(max = 7) Integer> who) {
        var question = answered(who.stream().map(w -> new Given(w, 0, 1, 0)).toList(), true);
        var compiled = Compiled.of(question, "lst", Comparator.naturalOrder());
        var seen = new java.util.ArrayList<>(compiled.missing());
        compiled.rows().forEach(row -> seen.add(row.voice()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ASKED);
    }

    @Property
    void theLatestAnswerOfEachCountsOnceAndTheSumsAreTheirs(
            @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> who, @ForAll @IntRange(max = 900) int places) {
        var given = new java.util.ArrayList<Given>();
        for (int i = 0; i < who.size(); i++) given.add(new Given(who.get(i), i % 5, places + i, i % 3));
        var latest = new HashMap<Integer, Given>();
        given.forEach(each -> latest.put(each.who(), each));
        var compiled = Compiled.of(answered(given, true), "lst", Comparator.naturalOrder());
        var total = compiled.sums().get(1).total();
        assertThat(total == null ? BigDecimal.ZERO : total)
                .isEqualByComparingTo(BigDecimal.valueOf(
                        latest.values().stream().mapToLong(Given::places).sum()));
        int statuses = compiled.sums().getFirst().counts().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(statuses).isEqualTo((int)
                latest.values().stream().filter(g -> g.status() < 4).count());
        var order = compiled.rows().stream()
                .map(row -> Questioning.STATUSES.indexOf(row.value(FIELDS.getFirst())))
                .toList();
        assertThat(order).isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** Where only the one who asks sees the answers, others are told of nobody but themselves who is missing. */
    @Property
    void whoIsMissingIsToldToTheOneWhoAsksAlone(@ForAll @Size(max = 6) List<@IntRange(max = 5) Integer> who) {
        var question = answered(who.stream().map(w -> new Given(w, 0, 1, 0)).toList(), false);
        for (var reader : ASKED)
            assertThat(Compiled.of(question, reader, Comparator.naturalOrder()).missing())
                    .isSubsetOf(reader);
        assertThat(Compiled.of(question, "lst", Comparator.naturalOrder()).missing())
                .containsExactlyElementsOf(question.missing());
    }

    /** The map shows what was answered of areas, and counts nobody else. */
    @Property(tries = 100)
    void theMapShowsTheFirstStatusOfAreas_C4(
            @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> who, @ForAll @IntRange(max = 4) int shift) {
        var given = new java.util.ArrayList<Given>();
        for (int i = 0; i < who.size(); i++) given.add(new Given(who.get(i), (i + shift) % 5, 1, 0));
        var compiled = Compiled.of(answered(given, true), "lst", Comparator.naturalOrder());
        Predicate<String> area = List.of("a", "b", "c")::contains;
        var said = compiled.statuses(FIELDS.getFirst());
        assertThat(said.keySet()).isSubsetOf(ASKED);
        compiled.rows()
                .forEach(row -> assertThat(said.getOrDefault(row.voice(), "")).isEqualTo(row.value(FIELDS.getFirst())));
        long there = said.keySet().stream().filter(area).count();
        var counts = compiled.counts(FIELDS.getFirst(), area);
        assertThat(counts.values().stream().mapToInt(each -> each).sum()).isEqualTo((int) there);
        assertThat(compiled.onMap(area)).isEqualTo(there == 0 ? null : FIELDS.getFirst());
        assertThat(compiled.onMap(code -> false)).isNull();
    }
}
