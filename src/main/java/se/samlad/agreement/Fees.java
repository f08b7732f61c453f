package se.samlad.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;
import se.samlad.agreement.AgreementFact.Fee;
import se.samlad.agreement.AgreementFact.Share;
import se.samlad.agreement.Parties.As;
import se.samlad.agreement.Parties.Party;

/**
 * What the parties pay for a year (A5): the municipalities by their inhabitants at the half-year before it, and the others
 * as much together, by their shares. Pure.
 *
 * @param ore the price per inhabitant and year
 * @param rows each municipality that is a party, in the order given
 * @param others each other party with its share; empty where no shares are decided
 */
public record Fees(int year, int ore, LocalDate countedOn, List<Row> rows, List<Other> others) {

    /** 1.50 SEK per inhabitant and year, in öre: the price of the agreement until another is decided. */
    static final int PER_INHABITANT = 150;

    /**
     * One municipality.
     *
     * @param inhabitants null: the figure is missing; it is never estimated
     * @param fee in whole SEK, half rounded up; null where the figure is missing
     * @param rounding what rounding adds to the fee, in öre
     */
    public record Row(
            String actor,
            @Nullable Integer inhabitants,
            @Nullable Long fee,
            long rounding) {

        public boolean isMissing() {
            return inhabitants == null;
        }

        /** In öre, before rounding. */
        public long exact() {
            return fee == null ? 0 : fee * 100 - rounding;
        }
    }

    /** Another party. @param sek whole SEK; null until all municipalities have a figure */
    public record Other(String actor, int weight, @Nullable Long sek) {}

    static Row row(String actor, @Nullable Integer inhabitants, int ore) {
        if (inhabitants == null) return new Row(actor, null, null, 0);
        long exact = (long) inhabitants * ore;
        long fee = Math.floorDiv(exact + 50, 100);
        return new Row(actor, inhabitants, fee, fee * 100 - exact);
    }

    /** The day whose figures hold for a budget year. */
    static LocalDate countedOn(int year) {
        return LocalDate.of(year - 1, 6, 30);
    }

    /** @param shares of the others; those of who is no party that year count for nothing */
    static Fees of(int year, int ore, List<Actor> actors, List<Share> shares, Parties parties) {
        var day = countedOn(year);
        var rows = actors.stream()
                .filter(a -> a.kind() == Kind.MUNICIPALITY && a.membership() == Membership.PARTY)
                .map(a -> row(a.code(), count(a, day), ore))
                .toList();
        var others = others(parties);
        var shared =
                shares.stream().filter(share -> others.contains(share.actor())).toList();
        return new Fees(year, ore, day, rows, shared(total(rows), shared));
    }

    /** The parties that are no municipalities. */
    static Set<String> others(Parties parties) {
        return parties.of(As.PARTY).stream()
                .filter(party -> party.kind() != null && party.kind() != Kind.MUNICIPALITY)
                .map(Party::actor)
                .collect(Collectors.toSet());
    }

    private static @Nullable Integer count(Actor actor, LocalDate day) {
        return actor.inhabitants().stream()
                .filter(count -> count.date().equals(day.toString()))
                .findFirst()
                .map(Actor.Count::people)
                .orElse(null);
    }

    private static @Nullable Long total(List<Row> rows) {
        if (rows.isEmpty() || rows.stream().anyMatch(Row::isMissing)) return null;
        return rows.stream().mapToLong(row -> Objects.requireNonNull(row.fee())).sum();
    }

    /** Whole SEK by weight that add up to the whole: what is left over goes to the largest remainders, the first first. */
    static List<Other> shared(@Nullable Long whole, List<Share> shares) {
        long weights = shares.stream().mapToLong(Share::weight).sum();
        if (whole == null || weights == 0)
            return shares.stream()
                    .map(share -> new Other(share.actor(), share.weight(), null))
                    .toList();
        long[] parts = shares.stream()
                .mapToLong(share -> whole * share.weight() / weights)
                .toArray();
        long left = whole;
        for (long part : parts) left -= part;
        var byRemainder = new ArrayList<Integer>();
        for (int i = 0; i < parts.length; i++) byRemainder.add(i);
        byRemainder.sort(Comparator.comparing(i -> -(whole * shares.get(i).weight() % weights)));
        for (int i = 0; i < left; i++) parts[byRemainder.get(i)]++;
        var others = new ArrayList<Other>();
        for (int i = 0; i < parts.length; i++)
            others.add(new Other(shares.get(i).actor(), shares.get(i).weight(), parts[i]));
        return others;
    }

    /** The municipalities without a figure. */
    public List<String> missing() {
        return rows.stream().filter(Row::isMissing).map(Row::actor).toList();
    }

    /** In whole SEK, of those that have a figure. */
    public long sum() {
        return rows.stream()
                .filter(row -> !row.isMissing())
                .mapToLong(row -> Objects.requireNonNull(row.fee()))
                .sum();
    }

    public long people() {
        return rows.stream()
                .filter(row -> !row.isMissing())
                .mapToLong(row -> Objects.requireNonNull(row.inhabitants()))
                .sum();
    }

    /** What rounding adds in all, in öre. */
    public long rounding() {
        return rows.stream().mapToLong(Row::rounding).sum();
    }

    /** Whether all that a decision needs is there. */
    public boolean isWhole() {
        return !rows.isEmpty() && missing().isEmpty() && !others.isEmpty();
    }

    /** As they are decided. */
    List<Fee> decided() {
        var fees = new ArrayList<Fee>();
        for (var row : rows)
            fees.add(new Fee(row.actor(), row.inhabitants(), countedOn, Objects.requireNonNull(row.fee())));
        for (var other : others) fees.add(new Fee(other.actor(), null, null, Objects.requireNonNull(other.sek())));
        return fees;
    }
}
