package se.samlad.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.samlad.access.Viewer;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.direction.DirectionFact;
import se.samlad.forum.ForumFact;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Fact;
import se.samlad.live.Shell;
import se.samlad.message.MessageFact;
import se.samlad.report.ReportFact;
import se.samlad.search.RaisedThings;
import se.samlad.search.Search;
import se.samlad.web.Letters;
import se.samlad.web.Say;

/** Search in incidents, actors, what is raised in ordinary mode, and all logs. */
@Controller
public class Finding {

    private static final int SHOWN = 50;
    private static final int CHOICES = 200;
    private static final Map<String, Class<? extends Fact>> ROOMS = Map.of(
            "report", ReportFact.class,
            "forum", ForumFact.class,
            "direction", DirectionFact.class,
            "message", MessageFact.class,
            "incident", IncidentFact.class);

    /**
     * A search, as the page's address states it.
     *
     * @param room the room whose facts are searched, a name of {@link #ROOMS}; empty: all rooms
     * @param from the first day, in Stockholm's time; null: no lower limit
     * @param until the last day; null: no upper limit
     */
    public record Asked(
            String q,
            @Nullable UUID incident,
            String actor,
            String room,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Search.Order order) {

        public Asked(
                @Nullable String q,
                @Nullable UUID incident,
                @Nullable String actor,
                @Nullable String room,
                @Nullable LocalDate from,
                @Nullable LocalDate until,
                Search.@Nullable Order order) {
            this.q = q == null ? "" : q;
            this.incident = incident;
            this.actor = actor == null ? "" : actor;
            this.room = room == null ? "" : room;
            this.from = from;
            this.until = until;
            this.order = order == null ? Search.Order.NEWEST : order;
        }

        boolean any() {
            return q.strip().length() > 1;
        }

        /** Whether anything but the words was chosen. */
        public boolean narrowed() {
            return incident != null || !actor.isEmpty() || !room.isEmpty() || from != null || until != null;
        }
    }

    /** The rows found in the logs. @param more whether there are more than were counted */
    public record Rows(List<Log.Line> lines, int count, boolean more) {}

    private static final int LAST_YEAR = 9_999;

    private final Incidents incidents;
    private final Actors actors;
    private final Log log;
    private final Search search;
    private final RaisedThings things;

    Finding(Incidents incidents, Actors actors, Log log, Search search, RaisedThings things) {
        this.incidents = incidents;
        this.actors = actors;
        this.log = log;
        this.search = search;
        this.things = things;
    }

    @GetMapping("/search")
    String search(@ModelAttribute("asked") Asked asked, Shell shell, Model model) {
        var wanted = asked.q().strip();
        boolean names = asked.any() && !asked.narrowed();
        model.addAttribute("any", asked.any());
        model.addAttribute("all", choices(asked.incident(), shell.viewer()));
        model.addAttribute("incidents", names ? named(wanted, shell.viewer()) : List.of());
        model.addAttribute("actors", names ? actors(wanted) : List.of());
        model.addAttribute("things", names ? things.having(wanted, SHOWN, shell.viewer()) : List.of());
        model.addAttribute("members", actors.all());
        model.addAttribute("rows", asked.any() ? rows(asked, shell) : new Rows(List.of(), 0, false));
        return "desk/search";
    }

    private List<Incident> named(String wanted, Viewer viewer) {
        return incidents
                .all(viewer)
                .filter(i -> Letters.contains(i.title(), wanted))
                .limit(SHOWN)
                .toList();
    }

    /** The latest incidents to choose from, and the chosen one. */
    private List<Incident> choices(@Nullable UUID chosen, Viewer viewer) {
        var latest = incidents.all(viewer).limit(CHOICES).toList();
        if (chosen == null || latest.stream().anyMatch(i -> i.id().equals(chosen))) return latest;
        return Stream.concat(incidents.find(chosen, viewer).stream(), latest.stream())
                .toList();
    }

    private List<Actor> actors(String wanted) {
        return actors.all().stream()
                .filter(a -> Letters.contains(
                        a.nameSv() + ' ' + a.nameEn() + ' ' + a.shortName() + ' ' + a.shortName("en"), wanted))
                .toList();
    }

    private Rows rows(Asked asked, Shell shell) {
        var viewer = shell.viewer();
        var room = ROOMS.get(asked.room());
        var until = asked.until();
        var wanted = new Search.Wanted(
                asked.q(),
                asked.incident(),
                asked.actor().isEmpty() ? null : asked.actor(),
                room == null ? log.kinds() : log.kindsOf(room),
                start(asked.from()),
                start(until == null || until.getYear() > LAST_YEAR ? null : until.plusDays(1)));
        var found = search.find(wanted, asked.order(), SHOWN, viewer);
        var lines = found.entries().stream()
                .flatMap(entry -> log.tell(entry, viewer, shell.say()).stream())
                .toList();
        int untold = found.entries().size() - lines.size(); // some facts of a found kind make no row of their own
        return new Rows(lines, found.count() - untold, found.more());
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Say.STOCKHOLM).toInstant();
    }
}
