package se.samlad.meeting.page;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.Duration;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.meeting.Year;
import se.samlad.standing.OrdinaryForums;
import se.samlad.standing.Rhythm;
import se.samlad.web.Languages;
import se.samlad.web.Say;
import se.samlad.web.SecretCalendars;

/** The year as a calendar (RFC 5545), at the addresses at which the rota is read too. A moved meeting keeps its id, so it moves there. */
@Controller
class YearFeed {

    private static final java.time.Duration BACK = java.time.Duration.ofDays(31);
    private static final int USUAL = 60;

    private final SecretCalendars calendars;
    private final Viewers viewers;
    private final YearPages pages;
    private final Languages languages;

    YearFeed(SecretCalendars calendars, Viewers viewers, YearPages pages, Languages languages) {
        this.calendars = calendars;
        this.viewers = viewers;
        this.pages = pages;
        this.languages = languages;
    }

    /** Without signing in: whoever has the address may read it. @throws NotThere where the key opens nothing */
    @GetMapping("/meetings.ics")
    void read(@RequestParam(name = "key", defaultValue = "") String key, HttpServletResponse response)
            throws IOException {
        var reader = calendars.reader(key).orElseThrow(NotThere::new);
        var viewer = viewers.functionsOf(reader.account()).stream()
                .filter(f -> f.actor().equals(reader.actor()) && !f.onlyAdministers())
                .findFirst()
                .flatMap(f -> viewers.find(reader.account(), f.id()))
                .filter(Viewer::isMember)
                .orElseThrow(NotThere::new);
        var written = written(viewer, languages.in(reader.language()));
        response.setContentType("text/calendar;charset=utf-8");
        response.setHeader("Cache-Control", "private, max-age=300");
        response.setContentLength(written.length);
        response.getOutputStream().write(written);
    }

    /** A month back, and to the end of the next year. */
    private byte[] written(Viewer viewer, Say say) {
        var ical = new ICalendar();
        ical.setProductId("-//Samlad//Samlad//SV");
        ical.setName(say.text("meeting.calendar"));
        ical.addExperimentalProperty("X-WR-CALNAME", say.text("meeting.calendar")); // what most programs read instead
        ical.setRefreshInterval(Duration.builder().hours(1).build());
        var now = say.now();
        int year = OrdinaryForums.day(now).getYear();
        Stream.of(year, year + 1)
                .flatMap(each -> pages.rows(each, viewer).stream())
                .filter(row -> !row.due().off() && row.due().at().isAfter(now.minus(BACK)))
                .map(row -> event(row, now, say))
                .forEach(ical::addEvent);
        return Biweekly.write(ical).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(YearPages.Row row, Instant now, Say say) {
        var due = row.due();
        var hanging = due.hanging();
        var held = due.planned() == null
                ? String.valueOf(due.meeting())
                : due.planned().toString();
        var of = due.forum() + "-" + held + "-" + due.what();
        Rhythm rhythm = row.forum().as().rhythm();
        long minutes = rhythm == null ? USUAL : rhythm.minutes();
        var event = new VEvent();
        event.setUid((hanging == null
                        ? of
                        : of + "-" + hanging.month() + "-" + hanging.sv().hashCode()) + "@samlad");
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(due.at()));
        event.setDateEnd(Date.from(due.at().plusSeconds(60 * minutes)));
        event.setSummary(
                due.what() == Year.What.MEETING
                        ? row.name(say)
                        : row.name(say) + " (" + say.text("meeting.what." + due.what()) + ", "
                                + row.forum().name(say.language()) + ")");
        return event;
    }
}
