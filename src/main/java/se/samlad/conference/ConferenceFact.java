package se.samlad.conference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.agenda.Occasion;
import se.samlad.agenda.Outline;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;
import se.samlad.report.Status;

/** The facts of this room. Actors are given by code, functions as {@code actor/name}. Times are by the conference's clock. */
public sealed interface ConferenceFact extends Fact {

    /** The kinds of conference, as they are asked for. How each is held is {@link Outline}'s to say. */
    enum Kind {
        /** Every week, in ordinary mode. */
        WEEKLY,
        EXTRA,
        /** Of a forum in activated mode, on each level in a way of its own. */
        ACTIVATED,
        /** During an event that was planned for (I6). */
        PLANNED,
        /** The county board and the joint functions assess a signal, with communication from the beginning (I4). */
        FIRST_ASSESSMENT;

        /** @param level the forum's; null: above the levels */
        Occasion occasion(@Nullable Level level) {
            return switch (this) {
                case WEEKLY -> Occasion.WEEKLY;
                case EXTRA -> Occasion.EXTRA;
                case ACTIVATED ->
                    switch (level) {
                        case DIRECTING -> Occasion.ACTIVATED_DIRECTING;
                        case COORDINATING -> Occasion.ACTIVATED_COORDINATING;
                        case EXECUTING -> Occasion.ACTIVATED_EXECUTING;
                        case null -> Occasion.ACTIVATED_COORDINATING;
                    };
                case PLANNED -> Occasion.PLANNED;
                case FIRST_ASSESSMENT -> Occasion.FIRST_ASSESSMENT;
            };
        }
    }

    /** How an actor takes part. */
    enum How {
        PRESENT,
        /** By telephone alone. */
        TELEPHONE,
        LEFT,
        ABSENT,
        /** Another actor has its word. */
        REPRESENTED
    }

    /** Who does what in the conference (C1). */
    enum Role {
        LEADER,
        COORDINATOR,
        COMMUNICATION,
        /** Keeps the picture and the protocol. */
        KEEPER
    }

    /** What is said. */
    enum Said {
        REPORT,
        NOTHING_NEW,
        NOTE,
        NEED,
        DECISION,
        MEASURE,
        /** To others, with a time to answer; the line leads to it. */
        QUESTION,
        /** On a direction, which the line leads to: asked for in the round, or said aloud by the actor (A4). */
        STANCE
    }

    /** What happens to a conference. */
    enum Turn {
        CALLED,
        OPENED,
        CLOSED,
        CALLED_OFF
    }

    /** When it is, how long, how it is reached, and what else is to be taken up. */
    record Agenda(Instant at, int minutes, List<String> reach, List<String> points) {}

    /** The first fact of a conference, in a stream of its own. */
    sealed interface Begun extends ConferenceFact {
        /** In today's form. */
        Called now();
    }

    /**
     * @param forum the forum that it is held in
     * @param incident that forum's incident; null: a standing forum
     * @param level null: above the levels
     * @param name the forum's own name, or a standing forum's code; null: named after its level
     * @param outline how its kind was held when it was called
     * @param version the entry that says so; null: as the kind was shipped
     * @param expected the actors that are called to it
     * @param leader the function that leads it at first
     * @param exercise whether the incident is an exercise
     */
    @Stored("conference.called.2")
    record Called(
            UUID forum,
            @Nullable UUID incident,
            @Nullable Level level,
            @Nullable String name,
            Kind kind,
            Outline outline,
            @Nullable UUID version,
            Agenda agenda,
            List<String> expected,
            String leader,
            boolean exercise)
            implements Begun {

        @Override
        public Called now() {
            return this;
        }
    }

    /** As it was stored before the kinds could be edited. It is only read. */
    @Stored("conference.called.1")
    record CalledFirst(
            UUID forum,
            @Nullable UUID incident,
            @Nullable Level level,
            @Nullable String name,
            Kind kind,
            List<Outline.Deals> steps,
            Agenda agenda,
            List<String> expected,
            String leader,
            boolean exercise)
            implements Begun {

        @Override
        public Called now() {
            var who = kind == Kind.FIRST_ASSESSMENT ? Outline.Who.ASSESSING : Outline.Who.FORUM;
            var outline = Outline.of(steps, who, agenda.minutes());
            return new Called(forum, incident, level, name, kind, outline, null, agenda, expected, leader, exercise);
        }
    }

    /** In the incident's log: what happened to a conference, which is found by its id. @param at when it is or was */
    @Stored("conference.put.1")
    record Put(
            UUID conference,
            Kind kind,
            @Nullable Level level,
            @Nullable String name,
            Turn turn,
            Instant at) implements ConferenceFact {}

    /** Another agenda, whole. */
    @Stored("conference.planned.1")
    record Planned(Agenda agenda) implements ConferenceFact {}

    /** Those who had not reported are reminded. */
    @Stored("conference.reminded.1")
    record Reminded(List<String> missing) implements ConferenceFact {}

    @Stored("conference.called-off.1")
    record CalledOff(String reason) implements ConferenceFact {}

    @Stored("conference.opened.1")
    record Opened(String leader) implements ConferenceFact {}

    /**
     * How an actor takes part, as it says itself or as those who lead note. The latest counts.
     *
     * @param by who has the actor's word; null: it has it itself
     */
    @Stored("conference.attended.1")
    record Attended(
            UUID conference,
            String actor,
            How how,
            @Nullable String by) implements ConferenceFact {}

    /** The actor speaks now. */
    @Stored("conference.word.1")
    record Word(String actor) implements ConferenceFact {}

    /** The conference comes to a step, counted from 0. */
    @Stored("conference.step.1")
    record Stepped(int step) implements ConferenceFact {}

    /** A role is passed on. */
    @Stored("conference.role-passed.1")
    record RolePassed(Role role, String function) implements ConferenceFact {}

    /**
     * Something is said, with a subject of its own: nothing is decided on it, so all may write at once. Where the entry
     * is by the actor, it is its own word; else it is noted for the actor and waits for that.
     *
     * @param actor whose it is; null: the conference's as a whole
     * @param text empty for nothing new
     * @param status of a report; null: none was said
     * @param due by when a measure is to be carried out; null: not said
     * @param entry the row in the incident's log that says the same, the question, or the direction; null: none
     * @param stance as the actor said it aloud; null: it is asked for, or the line is of another kind
     */
    @Stored("conference.said.1")
    record Spoken(
            UUID conference,
            Said kind,
            @Nullable String actor,
            String text,
            @Nullable String reason,
            @Nullable Status status,
            @Nullable Instant due,
            @Nullable UUID entry,
            @Nullable Stance stance)
            implements ConferenceFact {}

    /**
     * The actor's own word on what was noted for it (A4). The note stays beside it.
     *
     * @param line the entry that noted it
     * @param stands whether it is the actor's; else the actor declines it
     * @param text in its own words; null: as noted
     * @param entry the row in the incident's log that says it in its own name; null: none
     */
    @Stored("conference.own-word.1")
    record OwnWord(
            UUID conference,
            UUID line,
            boolean stands,
            @Nullable String text,
            @Nullable UUID entry) implements ConferenceFact {}

    /**
     * The protocol is finished.
     *
     * @param summary what those who were not there need to know; null: nothing beside the protocol
     * @param next when the forum meets next; null: not said
     */
    @Stored("conference.closed.1")
    record Closed(@Nullable String summary, @Nullable Instant next) implements ConferenceFact {}

    /** Nobody opened it, or nobody closed it. Recorded automatically a day after. */
    @Stored("conference.lapsed.1")
    record Lapsed(boolean opened) implements ConferenceFact {}

    /** An actor confirms the protocol. @param remark null: none */
    @Stored("conference.confirmed.1")
    record Confirmed(UUID conference, @Nullable String remark) implements ConferenceFact {}

    /** The actor's own organisation has received the summary (A7). */
    @Stored("conference.taken-home.1")
    record TakenHome(UUID conference) implements ConferenceFact {}
}
