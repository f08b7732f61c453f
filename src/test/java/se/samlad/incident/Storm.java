package se.samlad.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/** A storm, those who handle it, and its entries so far: one a minute from noon, by its own clock. */
final class Storm {

    static final UUID ID = new UUID(1, 1);
    static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");

    static final Acting BOARD = acting("lst", "tib", Mandate.ASSESS, Mandate.CONVENE, Mandate.KEEP);
    static final Acting RSIB = acting("ssr", "rsib", Mandate.ASSESS, Mandate.CONVENE_IN_STEAD);
    static final Acting KEEPER = acting("ssr", "kansli", Mandate.KEEP);
    static final Acting TABY = acting("taby", "tib", Mandate.REPORT, Mandate.STANCE);
    static final Acting POLICE = acting("polisen", "tib", Mandate.REPORT, Mandate.STANCE);
    static final Acting REGION = acting("region", "tib", Mandate.REPORT);
    /** Not a member, and without mandates. */
    static final Acting AIRPORT = acting("flygplats", "drift");

    static final Predicate<String> KNOWN = List.of("lst", "ssr", "taby", "polisen", "region", "flygplats")::contains;

    private final List<Entry> entries = new ArrayList<>();

    /** Signalled at noon by Täby. */
    static Storm signalled() {
        return new Storm().then(TABY, signal("Snö på väg"));
    }

    static Storm exercise(Instant shows) {
        return new Storm()
                .then(TABY, new IncidentFact.Signalled("Övning", null, null, null, List.of("members"), shows));
    }

    /** Signalled at noon and convened a minute later. */
    static Storm activated() {
        return signalled().then(BOARD, convened());
    }

    static IncidentFact.Signalled signal(String title) {
        return new IncidentFact.Signalled(title, null, null, null, List.of("members"), null);
    }

    static IncidentFact.Activated convened() {
        return new IncidentFact.Activated(Level.COORDINATING, "Varning", true, null);
    }

    static SignalForm form(@Nullable String title) {
        return new SignalForm(title, null, null, null, null, null, null);
    }

    static Marking to(String... audience) {
        return new Marking(List.of(audience), null, null);
    }

    static Acting acting(String actor, String name, Mandate... may) {
        var function = new Function(actor, name, name, name, Level.COORDINATING, Set.of(may), null, null);
        var account = actor + "." + name;
        return new Acting(account, function, Viewer.of(account, function, () -> Grants.NONE));
    }

    static Actor actor(String code, String... units) {
        var parts = List.of(units).stream().map(u -> new Actor.Unit(u, u, u)).toList();
        return new Actor(code, code, code, code, Actor.Kind.MUNICIPALITY, true, null, parts, List.of());
    }

    static Instant minute(int n) {
        return NOON.plusSeconds(60L * n);
    }

    Storm then(Acting by, IncidentFact fact) {
        var recorded = minute(entries.size());
        var began = fact instanceof IncidentFact.Signalled s && s.exercise() != null ? s.exercise() : recorded;
        var id = entries.isEmpty() ? ID : new UUID(2, entries.size());
        entries.add(new Entry(
                entries.size() + 1L,
                id,
                ID,
                ID,
                by.by(),
                recorded,
                entries.isEmpty() ? began : now().clock(recorded),
                Labels.of("incident:" + ID, "actor:taby"),
                null,
                "",
                fact,
                "{}"));
        return this;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Incident now() {
        return Incident.VIEW.fold(entries);
    }
}
