package se.samlad.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.standing.Description.Hanging;
import se.samlad.standing.OrdinaryForum;
import se.samlad.standing.OrdinaryForums;
import se.samlad.standing.Rhythm;
import se.samlad.web.Say;

/** The annual wheel: which meeting, decision and report falls due when, in order. Pure. */
public record Year(int year, List<Due> all) {

    public enum What {
        MEETING,
        DECISION,
        REPORT
    }

    /**
     * One thing that falls due.
     *
     * @param forum the forum's code
     * @param hanging what hangs on the meeting; null: it is the meeting itself
     * @param at when its meeting is
     * @param meeting null: nobody has called it yet
     * @param planned the day of the rhythm; null: the meeting is one besides
     * @param off whether the meeting is called off
     */
    public record Due(
            What what,
            String forum,
            @Nullable Hanging hanging,
            Instant at,
            @Nullable UUID meeting,
            @Nullable LocalDate planned,
            boolean off) {

        public LocalDate day() {
            return OrdinaryForums.day(at);
        }

        /** Whether it is on another day than the rhythm says. */
        public boolean isMoved() {
            return planned != null && meeting != null && !planned.equals(day());
        }
    }

    /** @param meetings of all forums */
    public static Year of(int year, List<OrdinaryForum> forums, List<Meeting> meetings) {
        var all = new ArrayList<Due>();
        for (var forum : forums) {
            var own = meetings.stream()
                    .filter(m -> m.called().forum().equals(forum.code()))
                    .toList();
            var rhythm = forum.as().rhythm();
            if (rhythm != null) planned(year, forum, rhythm, own, all);
            own.stream()
                    .filter(m -> m.called().slot() == null
                            && OrdinaryForums.day(m.plan().at()).getYear() == year)
                    .forEach(m -> all.add(due(forum, null, m, null)));
        }
        all.sort(Comparator.comparing(Due::at).thenComparing(Due::forum).thenComparing(Due::what));
        return new Year(year, List.copyOf(all));
    }

    private static void planned(int year, OrdinaryForum forum, Rhythm rhythm, List<Meeting> own, List<Due> all) {
        var months = new java.util.HashSet<Integer>();
        for (var day : rhythm.in(year)) {
            var held = own.stream()
                    .filter(m -> day.equals(m.called().slot()))
                    .min(Comparator.comparing((Meeting m) -> m.state() == Meeting.State.CALLED_OFF));
            if (!forum.as().isOn(day) && held.isEmpty()) continue;
            var usual = ZonedDateTime.of(day, rhythm.time(), Say.STOCKHOLM).toInstant();
            all.add(held.map(m -> due(forum, null, m, day))
                    .orElse(new Due(What.MEETING, forum.code(), null, usual, null, day, false)));
            if (!months.add(day.getMonthValue())) continue;
            for (var each : forum.as().hanging())
                if (each.month() == day.getMonthValue())
                    all.add(held.map(m -> due(forum, each, m, day))
                            .orElse(new Due(what(each), forum.code(), each, usual, null, day, false)));
        }
        for (var each : forum.as().hanging())
            if (!months.contains(each.month())) all.add(atTheEnd(YearMonth.of(year, each.month()), forum, each));
    }

    /** What hangs on a month without a meeting falls due on its last day. */
    private static Due atTheEnd(YearMonth month, OrdinaryForum forum, Hanging each) {
        var at = month.atEndOfMonth().atTime(12, 0).atZone(Say.STOCKHOLM).toInstant();
        return new Due(what(each), forum.code(), each, at, null, null, false);
    }

    private static Due due(OrdinaryForum forum, @Nullable Hanging hanging, Meeting m, @Nullable LocalDate planned) {
        boolean off = m.state() == Meeting.State.CALLED_OFF;
        var what = hanging == null ? What.MEETING : what(hanging);
        return new Due(what, forum.code(), hanging, m.plan().at(), m.id(), planned, off);
    }

    private static What what(Hanging each) {
        return switch (each.what()) {
            case DECISION -> What.DECISION;
            case REPORT -> What.REPORT;
        };
    }

    /** Those of the forum. */
    public List<Due> of(String forum) {
        return all.stream().filter(each -> each.forum().equals(forum)).toList();
    }

    /** The degrees from the beginning of the year, clockwise. */
    public double angle(LocalDate day) {
        return 360.0 * (day.getDayOfYear() - 1) / day.lengthOfYear();
    }
}
