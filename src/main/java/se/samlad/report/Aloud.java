package se.samlad.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Occurred;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Verb;

/**
 * What is said aloud, such as in a conference, as the same entries that are written in the log and the picture. The room in
 * which it is said records them in the same step as its own.
 */
@Service
public class Aloud {

    /** A room that is told of each report that all who see the incident see, and may record that in the same step. */
    public interface Hearing {

        /** @param text null: nothing new @param status null: likewise */
        List<Draft> heard(
                Verb.Facing facing,
                Incident incident,
                Acting by,
                Draft report,
                @Nullable Status status,
                @Nullable String text);
    }

    private final Journal journal;
    private final Incidents incidents;

    Aloud(Journal journal, Incidents incidents) {
        this.journal = journal;
        this.incidents = incidents;
    }

    /** What is said, in which incident, by whom, and to whom. @param marking null: all who see the incident */
    public record Said(
            Verb.Facing facing,
            Incident incident,
            Acting by,
            @Nullable Marking marking) {}

    /**
     * The actor's own picture, with the status that it had where none is said. Where it has none, or the function reports
     * for nobody, it is a plain row.
     */
    public Draft report(Said said, @Nullable Status status, String text) {
        var by = said.by();
        var last = situation(said).find(by.actor(), by.function().unit()).map(Stated::status);
        var now = status == null ? last.orElse(null) : status;
        if (now == null || !by.may(Mandate.REPORT)) return row(said, ReportFact.Kind.NOTE, text, null);
        var report = new Sent.Report(
                null, now, text, null, null, null, null, null, null, null, null, null, null, null, said.marking());
        return draft(said, Reporting.report(by, report));
    }

    /** The actor's last report still holds; empty where there is none. */
    public Optional<Draft> nothingNew(Said said) {
        var by = said.by();
        if (!by.may(Mandate.REPORT)) return Optional.empty();
        return situation(said).find(by.actor(), by.function().unit()).map(last -> {
            var confirmed = journal.find(last.entry(), by.viewer()).orElseThrow(NotThere::new);
            var fact = new ReportFact.Confirmed(true, last.unit(), last.report(), null);
            return Reporting.beside(confirmed, fact).happened(happens(said));
        });
    }

    /** A row of the log, in the actor's own name. */
    public Draft row(Said said, ReportFact.Kind kind, String text, @Nullable String reason) {
        return draft(said, Reporting.note(new Sent.Note(kind, text, reason, null, null, null, null, said.marking())));
    }

    /** What another said, passed on (C3). @param about its name */
    public Draft relayed(Said said, String about, String text) {
        return draft(said, Reporting.relay(new Sent.Relay(about, text, null, null, null, null, said.marking())));
    }

    /** What the function's actor or unit reported last; empty: nothing, or nothing that the viewer may see. */
    public Optional<String> last(UUID incident, Viewer viewer, Function function) {
        return journal.view(Situation.VIEW, incident, viewer)
                .find(function.actor(), function.unit())
                .map(last -> last.said().happened());
    }

    private Situation situation(Said said) {
        return said.facing()
                .state(Situation.VIEW, said.incident().id(), said.by().viewer());
    }

    private java.time.@Nullable Instant happens(Said said) {
        return Occurred.at(said.incident(), null, null, said.facing().now());
    }

    private Draft draft(Said said, ReportFact fact) {
        var labels = incidents.labels(said.facing(), said.incident().id(), said.marking(), said.by());
        return Draft.ofNewSubject(said.incident().id(), fact, labels)
                .happened(happens(said))
                .marked(Marking.stored(said.marking()));
    }
}
