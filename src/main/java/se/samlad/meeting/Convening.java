package se.samlad.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.standing.Description;
import se.samlad.standing.OrdinaryForum;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Say;

/** The rules for calling a forum of ordinary mode to a meeting. Pure. */
final class Convening {

    private static final int USUAL = 60;
    /** How many days from the rhythm's day a meeting is still the one of that day. */
    private static final int NEAR = 15;

    private static final int NEAR_IN_A_WEEK = 3;

    private Convening() {}

    /** A meeting as it is called or moved; all may be missing. @param forum its code or id @param reason of moving it */
    record Said(
            @Nullable String forum,
            @Nullable OffsetDateTime at,
            @Nullable Integer minutes,
            @Nullable String room,
            @Nullable String online,
            @Nullable String reason) {}

    /** Who chairs the forum, who convenes for the county board, and the secretariat. */
    static boolean mayCall(OrdinaryForum forum, Acting by) {
        return !by.function().onlyAdministers()
                && (forum.as().isChairedBy(by.function().id()) || by.may(Mandate.ADMIT) || by.mayConvene());
    }

    /** @param next by its rhythm; null: it has none. @throws NotMandated meeting.who-calls; Refused meeting.forum, -at, -minutes, at the field */
    static MeetingFact.Called call(
            @Nullable OrdinaryForum forum, Said said, @Nullable Instant next, Instant now, Acting by) {
        Holding.mayAct(by);
        if (forum == null) throw new Refused("meeting.forum").at("forum");
        if (!mayCall(forum, by)) throw new NotMandated("meeting.who-calls");
        if (next == null && said.at() == null && forum.isWithdrawn(OrdinaryForums.day(now)))
            throw new Refused("meeting.forum-withdrawn", String.valueOf(forum.withdrawn())).at("forum");
        var as = forum.as();
        var rhythm = as.rhythm();
        var at = Holding.at(said.at(), next, now);
        mustBeThere(forum, at);
        return new MeetingFact.Called(
                forum.code(),
                as.kind(),
                as.sv(),
                as.en(),
                as.chair(),
                as.standIn(),
                forum.members(),
                slot(as, OrdinaryForums.day(at)),
                at,
                Holding.minutes(said.minutes(), rhythm == null ? USUAL : rhythm.minutes()),
                Plain.isEmpty(said.room()) ? as.room() : Plain.title(said.room(), "room"),
                Plain.isEmpty(said.online()) ? as.online() : Plain.title(said.online(), "online"));
    }

    /** @throws Refused meeting.forum-withdrawn at the field of the time */
    static void mustBeThere(OrdinaryForum forum, Instant at) {
        if (forum.isWithdrawn(OrdinaryForums.day(at)))
            throw new Refused("meeting.forum-withdrawn", String.valueOf(forum.withdrawn())).at("at");
    }

    /** The next time by the forum's rhythm to which it is not called yet; null: there is none. */
    static @Nullable Instant next(OrdinaryForum forum, List<Meeting> meetings, Instant now) {
        var rhythm = forum.as().rhythm();
        if (rhythm == null) return null;
        var taken = meetings.stream()
                .filter(m -> m.called().forum().equals(forum.code()) && m.state() != Meeting.State.CALLED_OFF)
                .map(m -> m.called().slot())
                .toList();
        int year = OrdinaryForums.day(now).getYear();
        return Stream.of(year, year + 1, year + 2)
                .flatMap(each -> rhythm.in(each).stream())
                .filter(day -> forum.as().isOn(day) && !taken.contains(day))
                .map(day -> ZonedDateTime.of(day, rhythm.time(), Say.STOCKHOLM).toInstant())
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElse(null);
    }

    /** The day of the rhythm that a meeting on the day is held for; null: it is one besides. */
    static @Nullable LocalDate slot(Description as, LocalDate day) {
        var rhythm = as.rhythm();
        if (rhythm == null) return null;
        int near = rhythm.week() == 0 ? NEAR_IN_A_WEEK : NEAR;
        return Stream.of(day.getYear() - 1, day.getYear(), day.getYear() + 1)
                .flatMap(year -> rhythm.in(year).stream())
                .filter(as::isOn)
                .filter(each -> Math.abs(ChronoUnit.DAYS.between(each, day)) <= near)
                .min(Comparator.comparing(each -> Math.abs(ChronoUnit.DAYS.between(each, day))))
                .orElse(null);
    }
}
