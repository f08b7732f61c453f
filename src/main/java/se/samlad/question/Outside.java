package se.samlad.question;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for asking outsiders. Pure: no clock, no database, no Spring. */
final class Outside {

    /** Outsiders that one question may be put to. */
    static final int MOST = 50;

    /** Answers that one of them may give: it may change its answer, and fill nothing. */
    static final int ANSWERS = 30;

    private static final int NAME = 100;

    private Outside() {}

    /** What an outsider answers. @param values by the field's name */
    record Said(@Nullable String organisation, @Nullable String function, Map<String, @Nullable Object> values) {}

    /**
     * By the one who asks.
     *
     * @throws se.samlad.access.NotMandated question.not-yours; Refused question.closed, question.outsiders-most; text.missing and
     *     text.too-long at the field
     */
    static QuestionFact.OutsiderAsked ask(
            Question question, Outsider.All all, Acting by, @Nullable String organisation, @Nullable String function) {
        Questioning.mustBeOwn(question, by);
        if (all.byId().values().stream().filter(one -> !one.ended()).count() >= MOST)
            throw new Refused("question.outsiders-most", MOST);
        return new QuestionFact.OutsiderAsked(
                question.id(), name(organisation, "organisation"), name(function, "function"));
    }

    /** @throws Refused question.outsider-ended, where it is taken back already */
    static QuestionFact.OutsiderEnded end(Question question, Outsider one, Acting by) {
        Questioning.mustBeOwn(question, by);
        if (one.ended()) throw new Refused("question.outsider-ended");
        return new QuestionFact.OutsiderEnded(one.id());
    }

    /**
     * What the outsider says, in no actor's name.
     *
     * @throws Refused question.closed, question.outsider-ended, question.outsider-often, and at the field as
     *     {@link Questioning#answer}
     */
    static QuestionFact.OutsiderAnswered answer(Question question, Outsider one, Said said) {
        if (!question.isOpen()) throw new Refused("question.closed");
        if (one.ended()) throw new Refused("question.outsider-ended");
        if (one.said().size() >= ANSWERS) throw new Refused("question.outsider-often", ANSWERS);
        return new QuestionFact.OutsiderAnswered(
                one.id(),
                name(said.organisation(), "organisation"),
                name(said.function(), "function"),
                Questioning.values(question, said.values()));
    }

    private static String name(@Nullable String text, String field) {
        var name = Plain.title(text, field);
        if (name.length() > NAME) throw new Refused("text.too-long", field, NAME, name.length()).at(field);
        return name;
    }
}
