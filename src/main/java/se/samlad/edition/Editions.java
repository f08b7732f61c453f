package se.samlad.edition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.edition.EditionFact.Issued;
import se.samlad.edition.EditionFact.Line;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Incidents;
import se.samlad.incident.Plain;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Reader;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.report.Situation;
import se.samlad.week.Since;
import se.samlad.week.Weeks;

/** All editions, for those who keep and read them. */
@Service
public class Editions implements Since {

    private final Journal journal;
    private final Incidents incidents;
    private final Weeks weeks;

    Editions(Journal journal, Incidents incidents, Weeks weeks) {
        this.journal = journal;
        this.incidents = incidents;
        this.weeks = weeks;
    }

    /**
     * What is to go out; all may be missing.
     *
     * @param next when the next one is to go out
     */
    record Issue(
            @Nullable Audience audience,
            @Nullable String text,
            @Nullable Instant next,
            @Nullable UUID conference,
            @Nullable UUID incident) {}

    /** The editions that the viewer may see, the latest first. */
    List<Edition> seenBy(Viewer viewer) {
        return journal.across(AllEditions.ACROSS).seenBy(viewer);
    }

    /** @param incident null: the region's */
    Optional<Edition> latest(Audience audience, @Nullable UUID incident, Viewer viewer) {
        return journal.across(AllEditions.ACROSS)
                .latest(audience, incident)
                .filter(edition -> viewer.sees(edition.labels()));
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Edition get(UUID id, Viewer viewer) {
        return journal.find(id, viewer)
                .filter(entry -> entry.fact() instanceof Issued)
                .map(entry -> Edition.of(entry, (Issued) entry.fact()))
                .orElseThrow(NotThere::new);
    }

    @Override
    public Optional<Instant> since(Viewer viewer) {
        return latest(Audience.MEMBERS, null, viewer).map(Edition::at);
    }

    /**
     * What an edition is made from now: no more than its audience may see.
     *
     * @param incident null: the region's week
     */
    List<Line> lines(Audience audience, @Nullable Incident incident) {
        var reader = Editing.reader(audience, incident == null ? null : incident.id());
        if (incident != null) {
            var situation = journal.view(Situation.VIEW, incident.id(), reader);
            return Editing.ofReports(audience, situation, affected(incident, Concern.DIRECT));
        }
        var before = journal.across(AllEditions.ACROSS).latest(audience, null).map(Edition::at);
        return Editing.ofNotes(audience, weeks.mattering(journal.now(), reader), before);
    }

    /** The codes of the actors that are so affected, as all who see the incident see it (F3). */
    Set<String> affected(Incident incident, Concern how) {
        return Editing.affected(concerns(incident), how);
    }

    /** By {@code actor} or {@code actor/unit}, as all who see the incident see it (F3). */
    Map<String, Concern> concerns(Incident incident) {
        var reader = Editing.reader(Audience.MEMBERS, incident.id());
        return journal.view(ForumsView.VIEW, incident.id(), reader).concerns(incident);
    }

    /**
     * The latest before it counts as one's version: two keepers at once give two numbers, never the same twice.
     *
     * @throws NotThere where the incident or the conference is not to be seen; Refused edition.audience,
     *     edition.only-incident, incident.ended, text.missing, text.too-long, edition.next-wrong, edition.exercise-open at the field
     */
    Recorded issue(Issue asked, Acting by, Once once) {
        Editing.mustKeep(by);
        return by.record(journal, once, facing -> {
            var audience = asked.audience();
            if (audience == null) throw new Refused("edition.audience").at("audience");
            if (!Audience.of(asked.incident() != null).contains(audience))
                throw new Refused("edition.only-incident").at("audience");
            var text = Plain.text(asked.text(), "text");
            var next = Editing.next(asked.next(), facing.now());
            if (asked.conference() != null
                    && journal.find(asked.conference(), by.viewer()).isEmpty()) throw new NotThere();
            var in = asked.incident() == null ? null : incidents.guarded(facing, asked.incident(), by);
            if (in != null) mayGoOut(in, audience);
            var incident = in == null ? null : in.id();
            var row = Edition.row(audience, incident);
            facing.guard(row);
            var stream = incident == null ? row : incident;
            int number = facing.state(Edition.Numbered.VIEW, stream, Reader.ALL).next(audience);
            var issued = new Issued(
                    audience,
                    number,
                    text,
                    lines(audience, in),
                    next,
                    asked.conference(),
                    incident,
                    in != null && in.isExercise());
            return List.of(Draft.on(stream, row, issued, Editing.labels(audience, incident, by)));
        });
    }

    private static void mayGoOut(Incident incident, Audience audience) {
        incident.mustGoOn();
        if (audience == Audience.OPEN && incident.isExercise())
            throw new Refused("edition.exercise-open").at("audience");
    }
}
