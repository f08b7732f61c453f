package se.samlad.actor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fees of the municipalities for a year, by their population at the half-year before it (A5). */
final class Fees {

    /** 1.50 SEK per inhabitant and year, in öre. */
    static final int PER_INHABITANT = 150;

    /**
     * The fee of one municipality.
     *
     * @param inhabitants null: the figure is missing; it is never estimated
     * @param countedOn the day of the count, such as {@code 2014-06-30}
     * @param fee in whole SEK, half rounded up; null where the figure is missing
     */
    record Fee(
            String actor,
            @Nullable Integer inhabitants,
            LocalDate countedOn,
            @Nullable Long fee) {}

    private Fees() {}

    /** A row for each municipality that is a party, in the order given. @param year the budget year */
    static List<Fee> of(List<Actor> actors, int year) {
        var countedOn = LocalDate.of(year - 1, 6, 30);
        return actors.stream()
                .filter(a -> a.kind() == Actor.Kind.MUNICIPALITY && a.membership() == Actor.Membership.PARTY)
                .map(a -> fee(a, countedOn))
                .toList();
    }

    private static Fee fee(Actor actor, LocalDate countedOn) {
        return actor.inhabitants().stream()
                .filter(count -> count.date().equals(countedOn.toString()))
                .findFirst()
                .map(count -> new Fee(actor.code(), count.people(), countedOn, sek(count.people())))
                .orElseGet(() -> new Fee(actor.code(), null, countedOn, null));
    }

    static long sek(int inhabitants) {
        return Math.floorDiv((long) inhabitants * PER_INHABITANT + 50, 100);
    }
}
