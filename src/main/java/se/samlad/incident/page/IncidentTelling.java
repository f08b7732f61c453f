package se.samlad.incident.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.incident.Sittings;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** The facts of an incident itself as rows of its log. */
@Component
class IncidentTelling implements Telling, Worded {

    private final Actors actors;
    private final Incidents incidents;
    private final Sittings sittings;

    IncidentTelling(Actors actors, Incidents incidents, Sittings sittings) {
        this.actors = actors;
        this.incidents = incidents;
        this.sittings = sittings;
    }

    @Override
    public Class<? extends Fact> facts() {
        return IncidentFact.class;
    }

    @Override
    public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
        return switch ((IncidentFact) entry.fact()) {
            case IncidentFact.Signalled s -> row(Kind.CALL, say.text("incident.told.signal"), s.title(), s.text());
            case IncidentFact.ClockMoved c -> Optional.empty();
            case IncidentFact.Activated a -> activated(a, say);
            case IncidentFact.Answered a ->
                row(
                        Kind.DECISION,
                        say.text("incident.told.decision"),
                        say.text("incident.told.answered", a.reason()),
                        null);
            case IncidentFact.TakenLocally t ->
                row(Kind.DECISION, say.text("incident.told.decision"), say.text("incident.told.local"), null);
            case IncidentFact.Weighed w -> weighed(w, say);
            case IncidentFact.Retitled r ->
                row(Kind.OTHER, "", say.text("incident.told.retitled", r.title()), r.reason());
            case IncidentFact.Joined j ->
                row(
                        Kind.DECISION,
                        say.text("incident.told.decision"),
                        say.text("incident.told.joined", title(j.other(), viewer)),
                        j.reason());
            case IncidentFact.StoodDown d -> stoodDown(d, say);
        };
    }

    @Override
    public List<Field> fields(Entry entry, Say say) {
        return switch (entry.fact()) {
            case IncidentFact.Signalled s -> List.of(Field.of("title", say.field("title"), s.title()));
            case IncidentFact.Retitled r -> List.of(Field.of("title", say.field("title"), r.title()));
            default -> List.of();
        };
    }

    private String title(UUID incident, Viewer viewer) {
        return incidents.find(incident, viewer).map(Incident::title).orElse("");
    }

    private static Optional<Row> row(Kind kind, String word, String text, @Nullable String more) {
        return Optional.of(Row.of(kind, word, text, more));
    }

    private Optional<Row> activated(IncidentFact.Activated a, Say say) {
        var text = say.text("incident.told.activated." + a.level());
        var inSteadOf = a.inSteadOf();
        var whole = inSteadOf == null
                ? text
                : text + " " + say.text("incident.told.in-stead", actors.shortName(inSteadOf, say.language()));
        return row(Kind.DECISION, say.text("incident.told.decision"), whole, a.reason());
    }

    private Optional<Row> weighed(IncidentFact.Weighed w, Say say) {
        var actor = actors.shortName(w.actor(), say.language());
        var unit = actors.find(w.actor())
                .flatMap(a -> a.unit(w.unit()))
                .map(u -> actor + ", " + unit(u, say))
                .orElse(actor);
        return row(Kind.OTHER, "", say.text("incident.told.weighed." + w.concern(), unit), w.reason());
    }

    private static String unit(Actor.Unit unit, Say say) {
        return say.either(unit.nameSv(), unit.nameEn());
    }

    private Optional<Row> stoodDown(IncidentFact.StoodDown d, Say say) {
        var text = new StringBuilder(say.text("incident.told.stood-down", d.reason()));
        for (var each : d.handedOver())
            text.append('\n')
                    .append(say.text("incident.told.handed-over", each.what(), sittings.standing(each.to(), say)));
        return row(Kind.DECISION, say.text("incident.told.decision"), text.toString(), null);
    }
}
