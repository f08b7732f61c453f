package se.samlad.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.goal.GoalFact.Area;
import se.samlad.plan.PlanFact.State;
import se.samlad.plan.Plans.Settled;

/**
 * How a year's plan goes, on a day: what the heads read in two minutes. Pure.
 *
 * @param areas the year's goal areas with their activities, those with a late one first
 * @param late not done in time or said to be late, the longest late first
 */
public record FollowUp(
        int year, LocalDate today, Settled settled, List<Activity> all, List<FollowUp.Row> areas, List<Activity> late) {

    private static final int RECENT = 30;

    /** @param area null: the goals have no such area any longer */
    public record Row(String code, @Nullable Area area, List<Activity> activities) {}

    /** The bar of how many are in which state: each is drawn otherwise, so that no colour is needed. */
    public enum Part {
        DONE,
        ON_TIME,
        LATE,
        AHEAD,
        DROPPED
    }

    static FollowUp of(int year, Settled settled, List<Activity> all, List<Area> areas, LocalDate today) {
        var late = all.stream()
                .filter(each -> each.isLate(today))
                .sorted(Comparator.comparing((Activity each) -> each.daysLate(today))
                        .reversed())
                .toList();
        var known = areas.stream().map(Area::code).toList();
        var rows = new java.util.ArrayList<Row>();
        for (var area : areas) rows.add(new Row(area.code(), area, of(all, area.code())));
        all.stream()
                .map(each -> each.as().goalArea())
                .filter(code -> !known.contains(code))
                .distinct()
                .forEach(code -> rows.add(new Row(code, null, of(all, code))));
        rows.sort(Comparator.comparing((Row row) -> row.activities().stream().noneMatch(late::contains)));
        return new FollowUp(year, today, settled, all, List.copyOf(rows), late);
    }

    private static List<Activity> of(List<Activity> all, String area) {
        return all.stream().filter(each -> each.as().goalArea().equals(area)).toList();
    }

    public Part part(Activity of) {
        if (of.isLate(today)) return Part.LATE;
        return switch (of.state()) {
            case DONE -> Part.DONE;
            case DROPPED -> Part.DROPPED;
            case PLANNED -> of.as().from().isAfter(today) ? Part.AHEAD : Part.ON_TIME;
            case UNDER_WAY, LATE -> Part.ON_TIME;
        };
    }

    public long count(Part part) {
        return count(each -> part(each) == part);
    }

    private long count(Predicate<Activity> so) {
        return all.stream().filter(so).count();
    }

    public List<Activity> withoutOwner() {
        return all.stream()
                .filter(each -> each.owner() == null && !each.isOver())
                .toList();
    }

    /** Those whose owner has not said that it takes them on (A4). */
    public List<Activity> notTaken() {
        return all.stream()
                .filter(each -> each.owner() != null && !each.isTaken() && !each.isOver())
                .toList();
    }

    public List<Row> withoutActivity() {
        return areas.stream()
                .filter(row -> row.activities().stream().allMatch(each -> each.state() == State.DROPPED))
                .toList();
    }

    /** Whole SEK of all that are not dropped, as far as it is stated. */
    public long planned() {
        return all.stream()
                .filter(each -> each.state() != State.DROPPED)
                .mapToLong(each -> each.as().sek() == null ? 0 : each.as().sek())
                .sum();
    }

    /** How many activities do not state a cost, and are no part of {@link #planned}. */
    public long withoutCost() {
        return count(each -> each.as().sek() == null && each.state() != State.DROPPED);
    }

    public long spent() {
        return all.stream()
                .mapToLong(each -> each.spent() == null ? 0 : each.spent())
                .sum();
    }

    /** The year's budget in whole SEK; null: none is set. */
    public @Nullable Long budget() {
        return settled.budget() == null ? null : settled.budget().sek();
    }

    /** How much of the year has gone, in per cent. */
    public long gone() {
        if (today.getYear() != year) return today.getYear() > year ? 100 : 0;
        return Math.round(100.0 * today.getDayOfYear() / today.lengthOfYear());
    }

    /** What owners have said in words in the last thirty days, the latest first. */
    public List<Activity> told(ZoneId zone) {
        var since = today.minusDays(RECENT).atStartOfDay(zone).toInstant();
        return all.stream()
                .filter(each -> toldAt(each).isAfter(since))
                .sorted(Comparator.comparing(FollowUp::toldAt).reversed())
                .toList();
    }

    private static Instant toldAt(Activity of) {
        var told = of.told();
        return told == null ? Instant.MIN : told.at();
    }

    /** Where a day stands in a picture of the year that is so wide. */
    public long x(LocalDate day, int width) {
        long of = day.toEpochDay() - LocalDate.of(year, 1, 1).toEpochDay();
        return Math.clamp(width * of / LocalDate.of(year, 1, 1).lengthOfYear(), 0, width);
    }
}
