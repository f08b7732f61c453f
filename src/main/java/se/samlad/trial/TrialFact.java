package se.samlad.trial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;
import se.samlad.reach.Way;

/** The facts of this room, each test in a stream of its own. They hold no numbers and no addresses. */
public sealed interface TrialFact extends Fact {

    /**
     * A test begins. What it sends is sent afterwards.
     *
     * @param until an answer counts until then
     * @param whole whether all members are called; else one actor tries its own ways
     */
    @Stored("trial.begun.1")
    record Begun(Instant until, boolean whole, List<Asked> asked) implements TrialFact {}

    /** @param function that is called, as {@code actor/name}; empty where the actor has none @param ways it is called by */
    record Asked(UUID id, String actor, String function, List<Way> ways) {}

    /** What became of what was sent. */
    @Stored("trial.sent.1")
    record Sent(List<Given> given) implements TrialFact {}

    record Given(UUID asked, Way way, Outcome outcome) {}

    /** The actor answers, in its own name. */
    @Stored("trial.answered.1")
    record Answered(UUID asked) implements TrialFact {}

    /** The time is out. Who has not answered was not reached. */
    @Stored("trial.ended.1")
    record Ended() implements TrialFact {}

    /** A test begins by itself each month from now on. @param day 1 to 28; 0: none does @param hour Stockholm's */
    @Stored("trial.scheduled.1")
    record Scheduled(int day, int hour) implements TrialFact {}
}
