package se.samlad.callout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Viewer.Acting;
import se.samlad.callout.CalloutFact.Asked;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.CalloutFact.Place;
import se.samlad.callout.CalloutFact.Rung;
import se.samlad.reach.Way;

/**
 * One actor's call to a forum: how far its ladder is, and how it ended.
 *
 * @param at when it was called
 * @param taken the steps taken, in the ladder's order
 * @param notes what those who call out noted of telephoning while another step ran
 * @param looks who looked at whose personal numbers
 * @param end how it stands; null: the ladder runs
 */
public record Call(
        UUID forum,
        Asked asked,
        Instant at,
        PVector<Taken> taken,
        PVector<Note> notes,
        PVector<Look> looks,
        @Nullable End end) {

    /** As outsiders know it. */
    public enum State {
        CALLED,
        DELIVERED,
        ACKNOWLEDGED,
        ON_THE_WAY,
        IN_CONFERENCE,
        NOT_REACHED,
        CALLED_OFF;

        /** Whether somebody has answered for the actor. */
        public boolean isAnswered() {
            return this == ACKNOWLEDGED || this == ON_THE_WAY || this == IN_CONFERENCE;
        }
    }

    /** @param outcome null: not known yet; @param told when it was known, or when nobody waited any longer */
    public record Taken(
            int rung,
            Instant at,
            @Nullable Outcome outcome,
            @Nullable Instant told,
            boolean skipped) {

        private boolean isOver() {
            return skipped || outcome != null && outcome.isOver();
        }
    }

    public record Note(Outcome outcome, Instant at) {}

    /** @param account who looked */
    public record Look(String account, String function) {}

    /** @param since when the actor answered; else when the state began */
    public record End(State state, Instant since) {}

    static Call of(UUID forum, Asked asked, Instant at) {
        var first = asked.ladder().isEmpty() ? null : asked.ladder().getFirst();
        var shown = first != null && first.way() == Way.PAGE
                ? TreePVector.singleton(new Taken(0, at, Outcome.SHOWN, at, false))
                : TreePVector.<Taken>empty();
        return new Call(
                forum,
                asked,
                at,
                shown,
                TreePVector.empty(),
                TreePVector.empty(),
                asked.answered() ? new End(State.ACKNOWLEDGED, at) : null);
    }

    public UUID id() {
        return asked.call();
    }

    public String actor() {
        return asked.actor();
    }

    /** Whether a step taken so far calls the function. */
    boolean calls(Acting by) {
        return taken.stream()
                .anyMatch(t -> rung(t.rung()).function().equals(by.function().id()));
    }

    public boolean isRunning() {
        return end == null;
    }

    public State state() {
        if (end != null) return end.state();
        return taken.stream().anyMatch(t -> t.outcome() == Outcome.DELIVERED) ? State.DELIVERED : State.CALLED;
    }

    /** The step that an answer is waited for now; empty before the first. */
    public Optional<Taken> current() {
        return taken.isEmpty() ? Optional.empty() : Optional.of(taken.getLast());
    }

    public Rung rung(int which) {
        return asked.ladder().get(which);
    }

    /** The step that comes next; empty: none is left. */
    public Optional<Rung> next() {
        return taken.size() < asked.ladder().size() ? Optional.of(rung(taken.size())) : Optional.empty();
    }

    /** When the next step is taken, or, where none is left, when the actor counts as not reached; empty: it does not run. */
    public Optional<Instant> due() {
        if (!isRunning()) return Optional.empty();
        return Optional.of(current()
                .map(last -> last.isOver() && last.told() != null
                        ? last.told()
                        : last.at().plus(rung(last.rung()).patience()))
                .orElse(at));
    }

    boolean isDue(Instant now) {
        return due().filter(time -> !time.isAfter(now)).isPresent();
    }

    /** A step that is not the next one changes nothing: none is taken twice, and none skipped. */
    Call step(int rung, Instant now) {
        if (!isRunning() || rung != taken.size() || next().isEmpty()) return this;
        return with(taken.plus(new Taken(rung, now, null, null, false)));
    }

    Call told(int rung, Outcome outcome, Instant now) {
        if (rung < 0 || rung >= taken.size()) return this;
        var step = taken.get(rung);
        if (!outcome.follows(step.outcome())) return this;
        return with(taken.with(rung, new Taken(rung, step.at(), outcome, now, step.skipped())));
    }

    /** A person has called by hand. What it says ends the step that asked for it, and may be an answer. */
    Call noted(Outcome outcome, Instant now) {
        var told = current()
                .filter(last -> rung(last.rung()).way().isByHand() && last.outcome() == null)
                .map(last ->
                        with(taken.with(last.rung(), new Taken(last.rung(), last.at(), outcome, now, last.skipped()))))
                .orElseGet(() -> new Call(forum, asked, at, taken, notes.plus(new Note(outcome, now)), looks, end));
        return outcome.isAnswer() ? told.ended(State.ACKNOWLEDGED, now) : told;
    }

    Call skipped(int rung, Instant now) {
        var last = current().orElse(null);
        if (last == null || !isRunning() || last.rung() != rung) return this;
        return with(taken.with(rung, new Taken(rung, last.at(), last.outcome(), now, true)));
    }

    Call lookedUp(String account, String function) {
        return new Call(forum, asked, at, taken, notes, looks.plus(new Look(account, function)), end);
    }

    /** Whose personal numbers the account has looked at. */
    public List<String> lookedUpBy(String account) {
        return looks.stream()
                .filter(look -> look.account().equals(account))
                .map(Look::function)
                .distinct()
                .toList();
    }

    Call placed(Place place, Instant now) {
        if (end != null && end.state() == State.CALLED_OFF) return this;
        return with(new End(place == Place.ON_THE_WAY ? State.ON_THE_WAY : State.IN_CONFERENCE, answeredAt(now)));
    }

    /** It was noted in a conference by mistake. That it was reached stays. */
    Call notThere() {
        return end == null || end.state() != State.IN_CONFERENCE
                ? this
                : with(new End(State.ACKNOWLEDGED, end.since()));
    }

    private Instant answeredAt(Instant now) {
        return end != null && end.state().isAnswered() ? end.since() : now;
    }

    /** An answer may come late, after the ladder has ended; nothing follows what was answered or called off. */
    Call ended(State how, Instant now) {
        boolean late = end != null && end.state() == State.NOT_REACHED && how != State.NOT_REACHED;
        return end == null || late ? with(new End(how, now)) : this;
    }

    private Call with(PVector<Taken> now) {
        return new Call(forum, asked, at, now, notes, looks, end);
    }

    private Call with(End now) {
        return new Call(forum, asked, at, taken, notes, looks, now);
    }
}
