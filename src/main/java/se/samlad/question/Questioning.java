package se.samlad.question;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.question.QuestionFact.Field;
import se.samlad.question.QuestionFact.Kind;

/** The rules for questions. Pure: no clock, no database, no Spring. */
final class Questioning {

    static final int FIELDS = 10;
    static final int CHOICES = 12;
    static final int NAME = 150;
    static final int ANSWER = 4_000;

    static final List<String> STATUSES = List.of("GREEN", "YELLOW", "ORANGE", "RED");

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");

    private Questioning() {}

    /** A field as it was asked for; all may be missing. */
    record Wanted(
            @Nullable String name,
            @Nullable Kind kind,
            @Nullable List<@Nullable String> choices) {

        /** A row of a form that nobody wrote in. */
        private boolean isEmpty() {
            return Plain.isEmpty(name)
                    && kind == null
                    && (choices == null || choices.stream().allMatch(Plain::isEmpty));
        }
    }

    /** @throws NotMandated question.who */
    static void mayAct(Acting by) {
        if (by.function().onlyAdministers()) throw new NotMandated("question.who");
    }

    /** @throws Refused question.time at the field, if it is past or further away than 90 days */
    static Instant time(@Nullable Instant answerBy, Instant now) {
        if (answerBy == null || !answerBy.isAfter(now) || answerBy.isAfter(now.plus(LONGEST)))
            throw new Refused("question.time", LONGEST.toDays()).at("answerBy");
        return answerBy;
    }

    /**
     * The fields of a question; none given: one of free text, asked by the title.
     *
     * @throws Refused question.fields-most, -field-twice, -choices, -kind, text.missing or text.too-long, at the field
     */
    static List<Field> fields(@Nullable List<Wanted> wanted, String title) {
        if (wanted == null || wanted.stream().allMatch(Wanted::isEmpty))
            return List.of(new Field(title, Kind.TEXT, List.of()));
        if (wanted.size() > FIELDS) throw new Refused("question.fields-most", FIELDS).at("fields");
        var fields = new ArrayList<Field>();
        var names = new HashSet<String>();
        for (int i = 0; i < wanted.size(); i++) {
            var at = "fields[" + i + "].";
            if (wanted.get(i).isEmpty()) continue;
            var field = field(wanted.get(i), at);
            if (!names.add(field.name().toLowerCase(Locale.ROOT)))
                throw new Refused("question.field-twice", field.name()).at(at + "name");
            fields.add(field);
        }
        return List.copyOf(fields);
    }

    private static Field field(Wanted wanted, String at) {
        var name = within(Plain.title(wanted.name(), at + "name"), NAME, at + "name");
        if (wanted.kind() == null) throw new Refused("question.kind").at(at + "kind");
        if (wanted.kind() != Kind.CHOICE) return new Field(name, wanted.kind(), List.of());
        var choices = wanted.choices() == null
                ? List.<String>of()
                : wanted.choices().stream()
                        .filter(each -> !Plain.isEmpty(each))
                        .map(each -> within(Plain.title(each, at + "choices"), NAME, at + "choices"))
                        .distinct()
                        .toList();
        if (choices.size() < 2 || choices.size() > CHOICES)
            throw new Refused("question.choices", CHOICES).at(at + "choices");
        return new Field(name, Kind.CHOICE, choices);
    }

    private static String within(String text, int most, String field) {
        if (text.length() > most) throw new Refused("text.too-long", field, most, text.length()).at(field);
        return text;
    }

    /**
     * The answer of an actor that is asked, or of its unit that is.
     *
     * @throws NotMandated question.not-asked, question.who; Refused question.closed, question.no-answer, and at the field
     *     question.no-field, -number, -choice or text.too-long
     */
    static QuestionFact.Answered answer(Question question, Acting by, @Nullable Map<String, @Nullable Object> values) {
        mayAct(by);
        var voice = question.voice(by.function()).orElseThrow(() -> new NotMandated("question.not-asked"));
        if (!question.isOpen()) throw new Refused("question.closed");
        var unit = Question.Voice.of(voice).unit();
        return new QuestionFact.Answered(question.id(), values(question, values), unit);
    }

    /** What is answered, by field. @throws Refused question.no-answer, and at the field as {@link #answer} */
    static Map<String, String> values(Question question, @Nullable Map<String, @Nullable Object> values) {
        var given = new TreeMap<String, String>();
        for (var each : new LinkedHashMap<>(values == null ? Map.of() : values).entrySet()) {
            var field = question.asked().fields().stream()
                    .filter(f -> f.name().equals(each.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new Refused("question.no-field", shortened(each.getKey())).at("values"));
            if (each.getValue() == null || Plain.isEmpty(String.valueOf(each.getValue()))) continue;
            given.put(field.name(), value(field, String.valueOf(each.getValue()), at(question, field)));
        }
        if (given.isEmpty())
            throw new Refused("question.no-answer")
                    .at(at(question, question.asked().fields().getFirst()));
        return given;
    }

    private static String shortened(String text) {
        return text.length() <= NAME ? text : text.substring(0, NAME) + "…";
    }

    /** Where the field stands in the form and in a program's answer. */
    static String at(Question question, Field field) {
        return "given[" + question.asked().fields().indexOf(field) + "].value";
    }

    private static String value(Field field, String said, String at) {
        return switch (field.kind()) {
            case TEXT -> within(Plain.text(said, at), ANSWER, at);
            case NUMBER -> number(said, field, at);
            case CHOICE -> one(field.choices(), said.strip(), field, at);
            case STATUS -> one(STATUSES, said.strip().toUpperCase(Locale.ROOT), field, at);
        };
    }

    private static String one(List<String> of, String said, Field field, String at) {
        if (!of.contains(said)) throw new Refused("question.choice", field.name()).at(at);
        return said;
    }

    /** As people write it, with spaces between thousands and a comma, or a point. */
    private static String number(String said, Field field, String at) {
        var plain = said.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('\u2212', '-');
        if (!NUMBER.matcher(plain).matches()) throw new Refused("question.number", field.name()).at(at);
        var number = new BigDecimal(plain).stripTrailingZeros();
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    /** @throws NotMandated question.not-yours; Refused question.closed */
    static void mustBeOwn(Question question, Acting by) {
        mayAct(by);
        if (!question.isOf(by.actor())) throw new NotMandated("question.not-yours");
        if (!question.isOpen()) throw new Refused("question.closed");
    }

    /** @throws NotMandated question.not-yours; Refused question.closed, question.all-answered */
    static QuestionFact.Reminded remind(Question question, Acting by) {
        mustBeOwn(question, by);
        return reminder(question);
    }

    /** @throws Refused question.all-answered */
    static QuestionFact.Reminded reminder(Question question) {
        if (question.missing().isEmpty()) throw new Refused("question.all-answered");
        return new QuestionFact.Reminded(question.missing());
    }

    /** @throws NotMandated question.not-yours; Refused question.closed, question.time at the field */
    static QuestionFact.Extended extend(Question question, Acting by, @Nullable Instant answerBy, Instant now) {
        mustBeOwn(question, by);
        return new QuestionFact.Extended(time(answerBy, now));
    }

    /** @throws NotMandated question.not-yours; Refused question.closed, text.too-long for the reason */
    static QuestionFact.Closed close(Question question, Acting by, @Nullable String reason) {
        mustBeOwn(question, by);
        return new QuestionFact.Closed(Plain.optionalTitle(reason, "reason"));
    }
}
