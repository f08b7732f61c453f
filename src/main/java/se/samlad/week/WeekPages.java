package se.samlad.week;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.actor.Actors;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Dated.Date;
import se.samlad.web.Dated.Kind;
import se.samlad.web.Say;

/** The pages of the week. */
@Controller
class WeekPages {

    static final String WEEK = "/week";
    static final String NOTES = "/watch/notes";
    static final String EVENTS = "/events";
    static final String CALENDAR = "/calendar";

    private static final Pattern OF = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final int DAYS = 7;

    private final Weeks weeks;
    private final Calendar calendar;
    private final PlanningForums planning;
    private final Actors actors;
    private final Lists lists;

    WeekPages(Weeks weeks, Calendar calendar, PlanningForums planning, Actors actors, Lists lists) {
        this.planning = planning;
        this.weeks = weeks;
        this.calendar = calendar;
        this.actors = actors;
        this.lists = lists;
    }

    /** @param of the week as ISO 8601 writes it, such as {@code 2026-W03}; anything else means this week */
    @GetMapping(WEEK)
    String week(@RequestParam(defaultValue = "") String of, Shell shell, Model model) {
        var today = shell.say().now().atZone(Say.STOCKHOLM).toLocalDate();
        var monday = monday(of, today);
        var dates = calendar.between(begin(monday), begin(monday.plusDays(DAYS)), shell.viewer(), shell.say());
        model.addAttribute("days", Days.of(monday, DAYS, dates));
        model.addAttribute("today", today);
        model.addAttribute("monday", monday);
        model.addAttribute("actors", actors);
        model.addAttribute("own", own(shell));
        return "week/week";
    }

    private static LocalDate monday(String of, LocalDate today) {
        var given = OF.matcher(of);
        var this0 = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!given.matches()) return this0;
        int week = Integer.parseInt(given.group(2));
        var first = LocalDate.of(Integer.parseInt(given.group(1)), 1, 4);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(first)
                                .getMaximum()) return this0;
        return first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week).with(DayOfWeek.MONDAY);
    }

    private static java.time.Instant begin(LocalDate day) {
        return day.atStartOfDay(Say.STOCKHOLM).toInstant();
    }

    private static String own(Shell shell) {
        return shell.viewer().function().map(Function::actor).orElse("");
    }

    @GetMapping(NOTES)
    @Nullable
    String notes(Shell shell, Model model, Lists.Request asked) throws IOException {
        var own = own(shell);
        var listing = new Listing<Note>(
                NOTES,
                "notes",
                List.of(
                        Column.<Note>of("text", (n, say) -> n.said().text()).leadingTo(n -> NOTES + "/" + n.id()),
                        Column.of("subject", (n, say) -> n.said().subject()),
                        Column.of("area", (n, say) -> place(n.said().area(), say)),
                        Column.<Note>of("actor", (n, say) -> actors.shortName(n.by().actor(), say.language()))
                                .chosenBy(
                                        List.of(new Choice<>("ours", say -> say.text("week.ours"), n -> n.isOf(own)))),
                        Column.<Note>of("need", (n, say) -> n.isNeed())
                                .chosenBy(List.of(new Choice<>("need", say -> say.text("week.need"), Note::isNeed))),
                        Column.of("changed", (n, say) -> n.changed()),
                        Column.of("until", (n, say) -> n.said().until())));
        var rows = weeks.mattering(shell.say().now(), shell.viewer()).stream();
        return lists.answer(listing, rows, asked, model, "week/notes");
    }

    private @Nullable String place(@Nullable String area, Say say) {
        return area == null ? null : actors.areaName(area, say.language());
    }

    @GetMapping(NOTES + "/{id}")
    String note(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("note", weeks.note(id, shell.viewer()));
        model.addAttribute("actors", actors);
        model.addAttribute("own", own(shell));
        return "week/note";
    }

    @GetMapping(EVENTS + "/new")
    String plan(Shell shell, Model model) {
        shell.viewer().acting().ifPresent(Noting::mayAct);
        var now = shell.say().now();
        model.addAttribute("actors", actors);
        model.addAttribute("own", own(shell));
        model.addAttribute("ahead", calendar.between(now, Calendar.usualEnd(now), shell.viewer(), shell.say()));
        return "week/plan";
    }

    @GetMapping(EVENTS + "/{id}")
    String event(@PathVariable UUID id, Shell shell, Model model) {
        var event = weeks.event(id, shell.viewer());
        model.addAttribute("event", event);
        model.addAttribute("actors", actors);
        model.addAttribute("own", own(shell));
        model.addAttribute("incident", planning.of(id, shell.viewer()).orElse(null));
        model.addAttribute("suggested", planning.suggested(event));
        model.addAttribute("coinciding", calendar.coinciding(event, shell.viewer(), shell.say()));
        model.addAttribute("similar", calendar.similar(event, shell.viewer()));
        return "week/event";
    }

    /** What is ahead, for half a year, as a list. */
    @GetMapping(CALENDAR)
    @Nullable
    String calendar(Shell shell, Model model, Lists.Request asked) throws IOException {
        var listing = new Listing<Date>(
                CALENDAR,
                "calendar",
                List.of(
                        Column.of("title", (Date d, Say say) -> (Object) d.title())
                                .leadingTo(Date::page),
                        Column.<Date>of("kind", (d, say) -> say.text("week.kind." + d.kind()))
                                .chosenBy(Kind.values(), (kind, say) -> say.text("week.kind." + kind), Date::kind),
                        Column.of("from", (d, say) -> d.from()),
                        Column.of("until", (d, say) -> d.until()),
                        Column.of("area", (d, say) -> place(d.area(), say)),
                        Column.of("actor", (d, say) -> actors.shortName(d.actor(), say.language()))));
        var now = shell.say().now();
        var until = now.plus(java.time.Duration.ofDays(Calendar.DAYS));
        var rows = calendar.between(now, until, shell.viewer(), shell.say()).stream();
        return lists.answer(listing, rows, asked, model, "week/calendar");
    }
}
