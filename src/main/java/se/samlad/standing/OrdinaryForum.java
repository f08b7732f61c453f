package se.samlad.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;
import se.samlad.access.Function;
import se.samlad.web.Due;

/**
 * A forum of ordinary mode as the register has it.
 *
 * @param versions those that somebody wrote, the latest last; empty: it is as it was shipped
 * @param members the codes of the actors that are in it, by name
 * @param seats by the actor's code
 * @param turns when it was withdrawn and taken up again, the latest last
 */
public record OrdinaryForum(
        UUID id,
        String code,
        Description as,
        PVector<Register.Version> versions,
        List<String> members,
        PMap<String, Register.Seat> seats,
        PVector<Register.Turn> turns) {

    /** How an actor's word of its functions stands. */
    public enum State {
        NAMED,
        /** It said so longer ago than a word holds. */
        OLD,
        /** It said so until a day that has passed. */
        OVER,
        /** The function is gone, or its mandate does not fit the level any more. */
        UNFIT,
        UNNAMED
    }

    public Due.In in() {
        return new Due.In(code, as.kind());
    }

    public String name(String language) {
        return as.name(language);
    }

    /** What an edit is drawn from: the entry that wrote it, or the forum itself, where nobody has. */
    public UUID drawn() {
        return versions.isEmpty() ? id : versions.getLast().entry();
    }

    /** The first day without it; null: it is not withdrawn. */
    public @Nullable LocalDate withdrawn() {
        return turns.isEmpty() ? null : turns.getLast().from();
    }

    /** Whether it is withdrawn from the day on, or was before. */
    public boolean isWithdrawn(LocalDate day) {
        var from = withdrawn();
        return from != null && !day.isBefore(from);
    }

    public boolean has(String actor) {
        return members.contains(actor);
    }

    public Register.@Nullable Seat seat(String actor) {
        return seats.get(actor);
    }

    /** Whether the function's mandate fits the forum's level (A6). */
    public boolean fits(Function function) {
        return as.fits(function.level());
    }

    /** @param function the seat's; null: there is none such at the actor any more @param confirmed the day of its word */
    State state(Register.@Nullable Seat seat, @Nullable Function function, LocalDate confirmed, LocalDate today) {
        if (seat == null) return State.UNNAMED;
        if (function == null || !as.fits(function.level())) return State.UNFIT;
        var until = seat.until();
        if (until != null && until.isBefore(today)) return State.OVER;
        return confirmed.plusMonths(as.holds()).isBefore(today) ? State.OLD : State.NAMED;
    }

    /**
     * Whether the function takes part for its actor: as it has said, or where it has said nothing, if the mandate fits
     * the level (A6).
     */
    public boolean concerns(Function function) {
        if (function.onlyAdministers()) return false;
        if (as.isChairedBy(function.id())) return true;
        if (!has(function.actor())) return false;
        var seat = seats.get(function.actor());
        return seat == null ? as.fits(function.level()) : seat.has(function.id());
    }
}
