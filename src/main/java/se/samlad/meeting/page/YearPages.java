package se.samlad.meeting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.live.Shell;
import se.samlad.meeting.Meeting;
import se.samlad.meeting.Meetings;
import se.samlad.meeting.Year;
import se.samlad.standing.OrdinaryForum;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Say;

/** The home of ordinary mode, and the annual wheel. */
@Controller
public class YearPages {

    static final String YEAR = "/year";
    static final String EVERYDAY = "/everyday";

    private static final int NEXT = 8;

    private final Meetings meetings;
    private final OrdinaryForums forums;
    private final MeetingPages pages;

    YearPages(Meetings meetings, OrdinaryForums forums, MeetingPages pages) {
        this.meetings = meetings;
        this.forums = forums;
        this.pages = pages;
    }

    /** One row of the year with its forum. */
    public record Row(Year.Due due, OrdinaryForum forum) {

        public String name(Say say) {
            var hanging = due.hanging();
            return hanging == null ? forum.name(say.language()) : hanging.name(say);
        }
    }

    /** All that falls due in the year. */
    List<Row> rows(int year, Viewer viewer) {
        return rows(year(year, meetings, forums, viewer));
    }

    private static Year year(int year, Meetings meetings, OrdinaryForums forums, Viewer viewer) {
        return Year.of(year, forums.all(), meetings.seenBy(viewer));
    }

    private List<Row> rows(Year year) {
        return year.all().stream()
                .flatMap(each -> forums.find(each.forum()).map(forum -> new Row(each, forum)).stream())
                .toList();
    }

    /** @param year this one, the one before, or the next; left out: this one */
    @GetMapping(YEAR)
    String year(@RequestParam(name = "year", required = false) @Nullable Integer year, Shell shell, Model model) {
        if (!shell.viewer().isMember()) throw new NotThere();
        int now = OrdinaryForums.day(shell.say().now()).getYear();
        int shown = year == null || Math.abs(year - now) > 1 ? now : year;
        var wheel = year(shown, meetings, forums, shell.viewer());
        var rows = rows(wheel);
        model.addAttribute("wheel", wheel);
        model.addAttribute("now", now);
        model.addAttribute("rows", rows.stream().filter(YearPages::isWorthARow).toList());
        model.addAttribute(
                "rings",
                forums.all().stream()
                        .filter(forum -> !wheel.of(forum.code()).isEmpty())
                        .limit(NEXT)
                        .toList());
        model.addAttribute("names", pages.names(shell.say()));
        return "meeting/year";
    }

    /** A weekly meeting has a tick in the picture; its own row only where it is moved, called off, or something hangs on it. */
    private static boolean isWorthARow(Row row) {
        var rhythm = row.forum().as().rhythm();
        boolean weekly = rhythm != null && rhythm.week() == 0;
        return !weekly
                || row.due().what() != Year.What.MEETING
                || row.due().isMoved()
                || row.due().off();
    }

    @GetMapping(EVERYDAY)
    String everyday(Shell shell, Model model) {
        var viewer = shell.viewer();
        var say = shell.say();
        int now = OrdinaryForums.day(say.now()).getYear();
        boolean member = viewer.isMember();
        var function = viewer.function().orElse(null);
        model.addAttribute(
                "mine",
                pages.ahead(viewer).stream()
                        .filter(m -> function != null && concerns(m, function))
                        .limit(NEXT)
                        .toList());
        model.addAttribute("undertaken", pages.undertaken(viewer));
        model.addAttribute(
                "next",
                !member
                        ? List.of()
                        : java.util.stream.Stream.of(now, now + 1)
                                .flatMap(each -> rows(each, viewer).stream())
                                .filter(YearPages::isWorthARow)
                                .filter(row -> !row.due().at().isBefore(say.now())
                                        && !row.due().off())
                                .limit(NEXT)
                                .toList());
        model.addAttribute("names", pages.names(say));
        return "meeting/everyday";
    }

    private boolean concerns(Meeting m, Function function) {
        return meetings.forum(m).filter(f -> f.concerns(function)).isPresent();
    }
}
