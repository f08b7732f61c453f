package se.samlad.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.web.Due;
import se.samlad.web.Say;

/**
 * What a forum of ordinary mode is (F1).
 *
 * @param en its name in English
 * @param taskEn null: as in Swedish
 * @param chair the function that chairs it, {@code actor/name}; null: not said
 * @param standIn the function that chairs where that can't; null: none
 * @param everyone whether all members of the collaboration are in it
 * @param members the codes of the actors that are in it, where not everyone is
 * @param subject what it is about, or which area; null: it is for all of the region
 * @param from its first day; null: not said
 * @param until its last day; null: until further notice
 * @param rhythm null: it meets when it is needed
 * @param room where it meets; null: not said
 * @param online how one takes part from elsewhere; null: not said
 * @param holds for how many months an actor's word of its functions holds until it should be said anew
 * @param hanging what hangs on its meetings, year after year
 */
public record Description(
        Due.Forum kind,
        String sv,
        String en,
        String task,
        @Nullable String taskEn,
        @Nullable String chair,
        @Nullable String standIn,
        boolean everyone,
        List<String> members,
        @Nullable String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Rhythm rhythm,
        @Nullable String room,
        @Nullable String online,
        int holds,
        List<Hanging> hanging) {

    /** What falls due at one of the year's meetings. */
    public enum Falls {
        DECISION,
        REPORT
    }

    /** @param month of the meeting, from 1 to 12 @param en null: as in Swedish */
    public record Hanging(
            Falls what, int month, String sv, @Nullable String en) {

        public String name(Say say) {
            return say.either(sv, en == null ? "" : en);
        }
    }

    static final int HOLDS = 12;

    /** A forum of which only its name and level are known. */
    static Description bare(Due.Forum kind, String sv, String en) {
        return new Description(
                kind, sv, en, "", null, null, null, true, List.of(), null, null, null, null, null, null, HOLDS,
                List.of());
    }

    /** The level of the forum; null: above the levels. */
    public @Nullable Level level() {
        return level(kind);
    }

    static @Nullable Level level(Due.Forum kind) {
        return switch (kind) {
            case COUNCIL -> null;
            case HEADS -> Level.DIRECTING;
            case COORDINATION, WEEKLY -> Level.COORDINATING;
            case GROUP, PLANNING -> Level.EXECUTING;
        };
    }

    /** The kind that a forum of the level is until somebody says otherwise. */
    static Due.Forum kind(@Nullable Level level) {
        return switch (level) {
            case null -> Due.Forum.COUNCIL;
            case DIRECTING -> Due.Forum.HEADS;
            case COORDINATING -> Due.Forum.COORDINATION;
            case EXECUTING -> Due.Forum.GROUP;
        };
    }

    /** Whether a function of the level can decide there (A6). */
    boolean fits(Level of) {
        var level = level();
        return of.compareTo(level == null ? Level.DIRECTING : level) <= 0;
    }

    public String name(String language) {
        return language.equals("en") ? en : sv;
    }

    public String task(Say say) {
        return say.either(task, taskEn == null ? "" : taskEn);
    }

    /** Whether the forum is there on the day. */
    public boolean isOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** As it is where there is no forum from the day on. */
    Description without(LocalDate day) {
        var last = day.minusDays(1);
        var end = until == null || until.isAfter(last) ? last : until;
        return new Description(
                kind, sv, en, task, taskEn, chair, standIn, everyone, members, subject, from, end, rhythm, room, online,
                holds, hanging);
    }

    /** Whether the function chairs it, or does so where the chair can't. @param function {@code actor/name} */
    public boolean isChairedBy(String function) {
        return function.equals(chair) || function.equals(standIn);
    }
}
