package se.samlad.conference;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Role;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.conference.Minutes.Line;
import se.samlad.direction.Direction;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.report.Status;

/** The rules for taking part: who is there, who has the word, and what is said in whose name. Pure. */
final class Speaking {

    private Speaking() {}

    /** What somebody wrote; all may be missing. @param actor whose it is; null: the writer's own */
    record Words(
            @Nullable Said kind,
            @Nullable String actor,
            @Nullable String text,
            @Nullable String reason,
            @Nullable Status status,
            @Nullable Instant due) {}

    /**
     * A stance on a direction. @param actor whose it is; null: it is asked for in the round @param stance as the actor said it
     */
    record Stand(
            @Nullable UUID direction,
            @Nullable String actor,
            @Nullable Stance stance,
            @Nullable String reason) {}

    /** The actors that there are, for what names one. */
    interface Known {
        boolean exists(String code);
    }

    /**
     * How an actor takes part: its own is its own to say, another's is noted by those who lead.
     *
     * @param by who has its word, for one that is represented
     * @throws NotMandated conference.lead; Refused conference.no-such-actor, -how, -by, -closed
     */
    static ConferenceFact.Attended attend(
            Conference conference,
            Acting acting,
            @Nullable String actor,
            @Nullable How how,
            @Nullable String by,
            Known known) {
        Planning.mayAct(acting);
        Planning.mustBeAhead(conference);
        var who = actor == null || actor.isBlank() ? acting.actor() : actor.strip();
        if (!who.equals(acting.actor())) Planning.mustLead(conference, acting);
        mustExist(who, "actor", known);
        if (how == null) throw new Refused("conference.how-missing").at("how");
        var word = by == null || by.isBlank() ? null : by.strip();
        if ((how == How.REPRESENTED) != (word != null)) throw new Refused("conference.by-whom").at("by");
        if (word != null) mustExist(word, "by", known);
        if (who.equals(word)) throw new Refused("conference.by-whom").at("by");
        return new ConferenceFact.Attended(conference.id(), who, how, word);
    }

    private static void mustExist(String code, String field, Known known) {
        if (!known.exists(code))
            throw new Refused("conference.no-such-actor", code.length() > 40 ? code.substring(0, 40) : code).at(field);
    }

    /** @throws NotMandated conference.lead; Refused conference.not-open, -no-such-actor, -has-the-word */
    static ConferenceFact.Word give(Conference conference, Acting by, @Nullable String actor) {
        Planning.mustLead(conference, by);
        Planning.mustBeOpen(conference);
        var who = actor == null ? "" : actor.strip();
        mustBeIn(conference, who);
        var now = conference.round().speaking();
        if (now != null && now.actor().equals(who)) throw new Refused("conference.has-the-word").at("actor");
        return new ConferenceFact.Word(who);
    }

    /** @param step counted from 1 @throws Refused conference.not-open, -no-such-step */
    static ConferenceFact.Stepped step(Conference conference, Acting by, @Nullable Integer step) {
        Planning.mustLead(conference, by);
        Planning.mustBeOpen(conference);
        if (step == null
                || step < 1
                || step > conference.called().outline().steps().size())
            throw new Refused(
                            "conference.no-such-step",
                            conference.called().outline().steps().size())
                    .at("step");
        return new ConferenceFact.Stepped(step - 1);
    }

    /**
     * A role is passed on: by those who lead to any function, and by anybody who has a role.
     *
     * @param function as {@code actor/name}; null: the acting one takes it over
     * @throws NotMandated conference.lead; Refused conference.role, -no-such-function
     */
    static ConferenceFact.RolePassed pass(
            Conference conference, Acting by, @Nullable Role role, @Nullable String function, Known functions) {
        Planning.mustLead(conference, by);
        Planning.mustBeAhead(conference);
        if (role == null) throw new Refused("conference.which-role").at("role");
        var to = function == null || function.isBlank() ? by.function().id() : function.strip();
        if (!functions.exists(to))
            throw new Refused("conference.no-such-function", to.length() > 60 ? to.substring(0, 60) : to)
                    .at("function");
        if (to.equals(conference.roles().get(role))) throw new Refused("conference.has-role").at("function");
        return new ConferenceFact.RolePassed(role, to);
    }

    /**
     * What is said. For another actor only those who lead note it, and it waits for that actor's own word (A4). A decision by
     * those who lead, in no actor's name, is the conference's.
     *
     * @param entry the row in the incident's log that says the same; null: none
     * @throws NotMandated conference.lead; Refused conference.kind, -closed, -decision-reason, -no-such-actor, text.missing
     */
    static ConferenceFact.Spoken say(Conference conference, Acting by, Words said, @Nullable UUID entry) {
        Planning.mayAct(by);
        Planning.mustBeAhead(conference);
        var kind = said.kind();
        if (kind == null || kind == Said.QUESTION || kind == Said.STANCE)
            throw new Refused("conference.kind-missing").at("kind");
        var whose = whose(conference, by, said, kind);
        if (!by.actor().equals(whose)) Planning.mustLead(conference, by);
        if (whose != null && !whose.equals(by.actor())) mustBeIn(conference, whose);
        var reason = Plain.optional(said.reason(), "reason");
        if (kind == Said.DECISION && reason == null) throw new Refused("conference.decision-reason").at("reason");
        return new ConferenceFact.Spoken(
                conference.id(),
                kind,
                whose,
                kind == Said.NOTHING_NEW ? "" : Plain.text(said.text(), "text"),
                reason,
                kind == Said.REPORT ? said.status() : null,
                kind == Said.MEASURE ? said.due() : null,
                entry,
                null);
    }

    /**
     * A stance on a direction in force is asked for, or noted as an actor says it aloud; that waits for the actor's own word,
     * since nobody answers for another (A4). The own stance is taken on the direction itself.
     *
     * @throws NotMandated conference.lead; Refused conference.not-open, -asked-already, -stance-own, -stance-taken,
     *     -stance-whose, -not-in-it, direction.stance-missing, -stance-reason
     */
    static ConferenceFact.Spoken stand(Conference conference, Acting by, Stand said, Direction direction) {
        Planning.mustLead(conference, by);
        Planning.mustBeOpen(conference);
        var actor = Plain.optional(said.actor(), "actor");
        var reason = Plain.optional(said.reason(), "reason");
        if (actor == null && said.stance() != null) throw new Refused("conference.stance-whose").at("actor");
        if (actor == null && conference.asked().contains(direction.id()))
            throw new Refused("conference.asked-already").at("direction");
        if (actor != null) statedAloud(conference, by, actor, said.stance(), reason, direction);
        return new ConferenceFact.Spoken(
                conference.id(),
                Said.STANCE,
                actor,
                direction.said().aim(),
                reason,
                null,
                null,
                direction.id(),
                said.stance());
    }

    private static void statedAloud(
            Conference conference,
            Acting by,
            String actor,
            @Nullable Stance stance,
            @Nullable String reason,
            Direction direction) {
        if (actor.equals(by.actor())) throw new Refused("conference.stance-own").at("actor");
        mustBeIn(conference, actor);
        if (stance == null) throw new Refused("direction.stance-missing").at("stance");
        if (stance != Stance.ACCEPTS && reason == null) throw new Refused("direction.stance-reason").at("reason");
        if (direction.answers().containsKey(new Direction.Part(actor, null, null)))
            throw new Refused("conference.stance-taken").at("actor");
    }

    private static void mustBeIn(Conference conference, String actor) {
        if (conference.actors().noneMatch(actor::equals))
            throw new Refused("conference.not-in-it", actor.length() > 40 ? actor.substring(0, 40) : actor).at("actor");
    }

    /** A question is raised in it, by somebody in it. @throws NotMandated conference.lead; Refused conference.not-open */
    static ConferenceFact.Spoken raise(
            Conference conference, Acting by, UUID question, String title, Instant answerBy) {
        Planning.mayAct(by);
        Planning.mustBeOpen(conference);
        if (conference.actors().noneMatch(by.actor()::equals)) Planning.mustLead(conference, by);
        return new ConferenceFact.Spoken(
                conference.id(), Said.QUESTION, by.actor(), title, null, null, answerBy, question, null);
    }

    private static @Nullable String whose(Conference conference, Acting by, Words said, Said kind) {
        if (said.actor() != null && !said.actor().isBlank()) return said.actor().strip();
        return kind == Said.DECISION && Planning.mayLead(conference, by) ? null : by.actor();
    }

    /**
     * The actor's own word on what was noted for it, also after the conference (A4).
     *
     * @throws NotMandated conference.whose; Refused conference.no-such-line, -said-already, -stance-itself
     */
    static ConferenceFact.OwnWord own(
            Conference conference,
            Acting by,
            @Nullable UUID line,
            boolean stands,
            @Nullable String text,
            @Nullable UUID entry) {
        var noted = noted(conference, by, line);
        var words = Plain.optional(text, "text");
        if (words != null && noted.kind() == Said.STANCE) throw new Refused("conference.stance-itself").at("text");
        var other = words == null || words.equals(noted.text()) ? null : words;
        return new ConferenceFact.OwnWord(conference.id(), noted.id(), stands, stands ? other : null, entry);
    }

    /** The line that waits for the acting one's own word. */
    static Line noted(Conference conference, Acting by, @Nullable UUID line) {
        Planning.mayAct(by);
        var noted = conference.lines().stream()
                .filter(each -> each.id().equals(line))
                .findFirst()
                .orElseThrow(() -> new Refused("conference.no-such-line").at("line"));
        if (!noted.isOf(by.actor())) throw new NotMandated("conference.whose");
        if (!noted.waits()) throw new Refused("conference.said-already");
        return noted;
    }
}
