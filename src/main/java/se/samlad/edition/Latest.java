package se.samlad.edition;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.forum.ForumFact;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;

/** The latest picture for each audience, as far as the reader may see it: of the region, or of the incident of the page. */
public record Latest(String name, Editions editions, Incidents incidents) implements Panel {

    static final String OF_REGION = "edition.latest";
    static final String OF_INCIDENT = "edition.incident";

    /**
     * @param incident null: of the region
     * @param own the audience that the reader's actor belongs to by how it is affected; null: none
     * @param keeps whether the reader may send one out
     */
    public record Of(@Nullable Incident incident, @Nullable Audience own, boolean keeps) {}

    @Override
    public Scope scope() {
        return Scope.FUNCTION;
    }

    /** How somebody is affected may change in the incident's facts, or by a forum's: both are few. */
    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof EditionFact
                || entry.fact() instanceof IncidentFact
                || entry.fact() instanceof ForumFact;
    }

    @Override
    public Content content(Ask ask) {
        var viewer = ask.viewer();
        var incident = name.equals(OF_REGION) ? null : incidents.get(ask.subject(), viewer);
        var latest = Audience.of(incident != null).stream()
                .flatMap(
                        audience -> editions.latest(audience, incident == null ? null : incident.id(), viewer).stream())
                .toList();
        var goesOn = incident == null || incident.isOpen();
        var of = new Of(incident, incident == null ? null : own(incident, viewer), goesOn && viewer.may(Mandate.KEEP));
        return new Content("edition/latest", Map.of("name", name, "editions", latest, "of", of));
    }

    private @Nullable Audience own(Incident incident, Viewer viewer) {
        var actor = viewer.function().map(each -> each.actor()).orElse("");
        var concerns = editions.concerns(incident);
        if (Editing.affected(concerns, Concern.DIRECT).contains(actor)) return Audience.DIRECT;
        return Editing.affected(concerns, Concern.INDIRECT).contains(actor) ? Audience.INDIRECT : null;
    }
}
