package se.samlad.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, in the actor's own stream. The actor is the one that records: nobody plans for another (A4). */
public sealed interface RotaFact extends Fact {

    /** About the plan of one function of the actor's. */
    sealed interface OfFunction extends RotaFact {
        /** Its name at the actor. */
        String function();
    }

    /** Puts people on duty. */
    sealed interface Occupies extends OfFunction {
        List<String> people();

        Over over();
    }

    /** How a shift stands to those that are planned for its time already. */
    enum Over {
        /** There are none. */
        NOTHING,
        /** It holds instead of them. */
        INSTEAD,
        /** It holds besides them: two are on duty. */
        BESIDE
    }

    /**
     * How a shift is repeated.
     *
     * @param days from the start of one to the start of the next, by the calendar: at the same time of day, however long
     *     the day is
     * @param end none begins then or later, and the last one ends then at the latest; null: until further notice
     * @param except none begins on these days
     */
    record Repeat(int days, @Nullable Instant end, List<LocalDate> except) {}

    /**
     * A shift, or a shift that is repeated.
     *
     * @param accounts who are on duty, in turns
     * @param from the first one's start
     * @param until the first one's end
     * @param repeat null: once
     */
    @Stored("rota.planned.1")
    record Planned(
            String function,
            List<String> accounts,
            Instant from,
            Instant until,
            @Nullable Repeat repeat,
            Over over) implements Occupies {

        @Override
        public List<String> people() {
            return accounts;
        }
    }

    /** One shift of a calendar. */
    record Turn(String account, Instant from, Instant until) {}

    /** The shifts of a calendar that was read, in order. */
    @Stored("rota.imported.1")
    record Imported(String function, List<Turn> turns, Over over) implements Occupies {

        @Override
        public List<String> people() {
            return turns.stream().map(Turn::account).distinct().toList();
        }
    }

    /**
     * A calendar elsewhere is read again and again from now on. Where it is stands in no entry: the address is a secret.
     *
     * @param account on duty in all of it; null: whom each event names
     */
    @Stored("rota.subscribed.1")
    record Subscribed(String function, @Nullable String account) implements OfFunction {}

    /**
     * What a calendar that is subscribed to says now. It takes the place of what the same one said of the time to come.
     *
     * @param subscription the entry that subscribed to it
     * @param until what begins later was not read
     */
    @Stored("rota.calendar-read.1")
    record CalendarRead(String function, UUID subscription, Instant until, List<Turn> turns) implements OfFunction {}

    /** The calendar is read no more, and its shifts that have not begun hold no longer. */
    @Stored("rota.subscription-ended.1")
    record SubscriptionEnded(String function, UUID subscription) implements OfFunction {}

    /**
     * What was planned holds no longer between two times.
     *
     * @param plan the entry that planned it
     * @param until null: for ever
     */
    @Stored("rota.taken-away.1")
    record TakenAway(
            String function,
            UUID plan,
            Instant from,
            @Nullable Instant until,
            String reason) implements OfFunction {}

    /** What duty is, for the advice on rest and hours. */
    enum Kind {
        /** At home, to be reached. */
        STANDBY,
        /** At the place of work. */
        ON_SITE
    }

    /** Whether somebody should be on duty in the function around the clock. */
    @Stored("rota.need-said.1")
    record NeedSaid(String function, boolean always, Kind kind) implements OfFunction {}

    /**
     * Somebody on duty asks a colleague to take the shift.
     *
     * @param to the colleague's account
     * @param backFrom the start of the colleague's shift that is taken in return; null: none
     */
    @Stored("rota.swap-asked.1")
    record SwapAsked(
            String function,
            String to,
            Instant from,
            Instant until,
            @Nullable Instant backFrom,
            @Nullable Instant backUntil,
            @Nullable String note)
            implements OfFunction {}

    /** The colleague agrees: from now on the plan is another. */
    @Stored("rota.swap-accepted.1")
    record SwapAccepted(String function, UUID swap) implements OfFunction {}

    @Stored("rota.swap-declined.1")
    record SwapDeclined(
            String function, UUID swap, @Nullable String reason) implements OfFunction {}

    @Stored("rota.swap-withdrawn.1")
    record SwapWithdrawn(String function, UUID swap) implements OfFunction {}

    /**
     * Somebody has got an address at which a calendar can be read.
     *
     * @param whole the actor's rota, with names; else the own shifts
     * @param language {@code sv} or {@code en}
     */
    @Stored("rota.calendar-given.1")
    record CalendarGiven(boolean whole, String language) implements RotaFact {}

    /** The address opens nothing any more. */
    @Stored("rota.calendar-revoked.1")
    record CalendarRevoked() implements RotaFact {}
}
