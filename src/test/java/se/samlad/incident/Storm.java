package se.samlad.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Marking;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Common;
import se.samlad.given.Given;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/** A storm, those who handle it, and its entries so far: one a minute from noon, by its own clock. */
final class Storm {

    static final UUID ID = new UUID(1, 1);
    static final Instant NOON = Given.NOON;

    static final Acting BOARD = acting("lst", "tib", Mandate.ASSESS, Mandate.CONVENE, Mandate.KEEP);
    static final Acting RSIB = acting("ssr", "rsib", Mandate.ASSESS, Mandate.CONVENE_IN_STEAD);
    static final Acting KEEPER = acting("ssr", "kansli", Mandate.KEEP);
    static final Acting TABY = acting("taby", "tib", Mandate.REPORT, Mandate.STANCE);
    static final Acting POLICE = acting("polisen", "tib", Mandate.REPORT, Mandate.STANCE);
    static final Acting REGION = acting("region", "tib", Mandate.REPORT);
    /** Not a member, and without mandates. */
    static final Acting AIRPORT = acting("flygplats", "drift");

    static final Predicate<String> KNOWN = List.of("lst", "ssr", "taby", "polisen", "region", "flygplats")::contains;

    static final Common COMMON = new Common("lst", "ssr");

    private final Given given = new Given(ID);

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
        return SignalForm.of(title, null, null, null);
    }

    static Marking to(String... audience) {
        return new Marking(List.of(audience), null, null);
    }

    static Acting acting(String actor, String name, Mandate... may) {
        return Given.acting(actor, name, Level.COORDINATING, null, may);
    }

    static Actor actor(String code, String... units) {
        var parts = List.of(units).stream().map(u -> new Actor.Unit(u, u, u)).toList();
        return new Actor(
                code,
                code,
                code,
                code,
                null,
                Actor.Kind.MUNICIPALITY,
                Actor.Membership.PARTY,
                null,
                null,
                parts,
                List.of());
    }

    static Instant minute(int n) {
        return Given.minute(n);
    }

    Storm then(Acting by, IncidentFact fact) {
        boolean first = given.count() == 0;
        var recorded = minute(given.count());
        var began = fact instanceof IncidentFact.Signalled s && s.exercise() != null ? s.exercise() : recorded;
        var id = first ? ID : new UUID(2, given.count());
        var labels = Labels.of("incident:" + ID, "actor:taby");
        given.add(
                id,
                ID,
                by.by(),
                fact,
                new Given.Envelope(recorded, first ? began : now().clock(recorded), labels, null));
        return this;
    }

    List<Entry> entries() {
        return given.entries();
    }

    Incident now() {
        return given.fold(Incident.VIEW);
    }
}
