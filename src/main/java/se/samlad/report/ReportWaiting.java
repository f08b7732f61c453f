package se.samlad.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Incidents;
import se.samlad.incident.Sittings;
import se.samlad.journal.Entry;
import se.samlad.web.FormKey;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** Asks those who report to do so if their actor has not reported in an activated or its local incident, or not for two hours. */
@Component
class ReportWaiting implements Waiting {

    static final Duration STALE = Duration.ofHours(2);
    private static final int REPORT = 2;

    private final Incidents incidents;
    private final Reports reports;
    private final Sittings sittings;

    ReportWaiting(Incidents incidents, Reports reports, Sittings sittings) {
        this.incidents = incidents;
        this.reports = reports;
        this.sittings = sittings;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        return viewer.function()
                .filter(function -> function.may(Mandate.REPORT))
                .map(function -> incidents.open(viewer).stream()
                        .flatMap(incident -> asked(incident, function, viewer, say))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof ReportFact.Pictured
                || entry.fact() instanceof Sittings.Moved
                || entry.fact() instanceof IncidentFact;
    }

    /** An activated incident asks all who see it; a local one those who sit in its forums (F5). */
    private Stream<Item> asked(Incident incident, Function function, Viewer viewer, Say say) {
        boolean local = incident.state() == Incident.State.LOCAL;
        if (!local && incident.state() != Incident.State.ACTIVATED) return Stream.empty();
        boolean open = incident.openedTo().stream().anyMatch(viewer::holds);
        var called = open && !local ? Optional.<Instant>empty() : seat(incident, function, viewer);
        if (local && called.isEmpty()) return Stream.empty();
        var last = reports.in(incident.id(), viewer, null).find(function.actor(), function.unit());
        return since(incident, last, function, called, incident.clock(say.now()))
                .map(since -> item(incident, last, since, say))
                .stream();
    }

    /** When the actor was called in to one of the incident's open forums; empty: it sits in none. */
    private Optional<Instant> seat(Incident incident, Function function, Viewer viewer) {
        return sittings.of(incident.id(), viewer).stream()
                .filter(Sittings.Sitting::open)
                .flatMap(forum -> Optional.ofNullable(forum.seats().get(function.actor())).stream())
                .min(Comparator.naturalOrder());
    }

    /**
     * When the report began to be awaited, by the incident's clock; empty: none is awaited.
     *
     * @param called when the actor was called in; empty: the incident concerned it from the beginning
     */
    static Optional<Instant> since(
            Incident incident, Optional<Stated> last, Function function, Optional<Instant> called, Instant clock) {
        if (incident.concern(function.actor(), function.unit())
                .filter(c -> c == Concern.NONE)
                .isPresent()) return Optional.empty();
        var assessed = incident.assessment();
        return last.map(said -> said.renewedAt().plus(STALE))
                .or(() -> called)
                .or(() -> Optional.of(assessed == null ? incident.signalled() : assessed.at()))
                .filter(since -> !since.isAfter(clock));
    }

    private static Item item(Incident incident, Optional<Stated> last, Instant since, Say say) {
        var page = "/incidents/" + incident.id();
        var then = say.at(incident.clock(say.now()));
        return new Item(
                "report-" + incident.id(),
                REPORT,
                say.text("report.waiting", incident.title()),
                last.map(said -> say.text("report.waiting-since", then.time(said.renewedAt())))
                        .orElseGet(() -> say.text("report.waiting-first")),
                since,
                null,
                incident.belongs(say.now()),
                last.isPresent()
                        ? new Settle.Press(
                                say.text("report.press-nothing-new"),
                                page + "/reports",
                                Map.of(
                                        "nothingNew",
                                        "true",
                                        FormKey.DRAWN,
                                        last.get().entry().toString()))
                        : new Settle.Go(say.text("report.press-report"), page + "#report"));
    }
}
