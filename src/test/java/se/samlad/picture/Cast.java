package se.samlad.picture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Kind;
import se.samlad.given.Given;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.report.ReportFact;
import se.samlad.report.ReportFact.OwnPicture;
import se.samlad.report.ReportFact.Reported;
import se.samlad.report.Situation;
import se.samlad.report.Status;

/** A small cast, and what they report minute by minute. Minute 0 is noon. */
final class Cast {

    static final UUID INCIDENT = new UUID(7, 7);
    static final String EVERYBODY = "incident:" + INCIDENT;
    static final Actor TABY = actor("taby", "Täby", "0160", List.of());
    static final Actor NACKA = actor("nacka", "Nacka", "0182", List.of());
    static final Actor POLICE = actor("polisen", "Polisen", null, List.of());
    static final Actor REGION = actor(
            "region",
            "Region Stockholm",
            null,
            List.of(new Actor.Unit("trafik", "trafik", "traffic"), new Actor.Unit("vard", "vård", "care")));
    static final List<Actor> ALL = List.of(NACKA, POLICE, REGION, TABY);

    private final Given given = new Given(INCIDENT);

    private static Actor actor(String code, String name, @Nullable String scb, List<Actor.Unit> units) {
        return new Actor(
                code,
                name,
                name,
                name,
                null,
                scb == null ? Kind.POLICE : Kind.MUNICIPALITY,
                Actor.Membership.PARTY,
                null,
                scb,
                units,
                List.of());
    }

    static Instant minute(int minutes) {
        return Given.minute(minutes);
    }

    Entry says(Actor who, @Nullable String unit, Status status, String happened) {
        return says(who, unit, status, happened, EVERYBODY);
    }

    /** A report a minute after the entry before, shared with those who hold the label. */
    Entry says(Actor who, @Nullable String unit, Status status, String happened, String label) {
        var so = "Följd av: " + happened;
        return add(
                who,
                given.nextId(),
                label,
                new Reported(
                        new OwnPicture(unit, status, happened, so, null, null, null, null, null, null, null), null));
    }

    Entry confirms(Actor who, Entry report) {
        return add(who, report.subject(), EVERYBODY, new ReportFact.Confirmed(true, null, report.subject(), null));
    }

    Entry relays(Actor who, String about, String text) {
        var id = given.nextId();
        return add(who, id, EVERYBODY, new ReportFact.Relayed(about, text, null, null, null));
    }

    private Entry add(Actor who, UUID subject, String label, ReportFact fact) {
        var by = new By(who.code() + ".tib", who.code(), "tib");
        var labels = Labels.of(label, "actor:" + who.code());
        return given.add(given.nextId(), subject, by, fact, Given.Envelope.at(minute(given.count() + 1), labels));
    }

    List<Entry> entries() {
        return given.entries();
    }

    /** The view of a participant of the actor. */
    List<Entry> seenBy(Actor reader) {
        var held = List.of(EVERYBODY, "actor:" + reader.code());
        return given.entries().stream()
                .filter(e -> e.labels().all().stream().anyMatch(held::contains))
                .toList();
    }

    static Picture picture(List<Entry> entries) {
        return picture(entries, Map.of());
    }

    static Picture picture(List<Entry> entries, Map<String, Concern> concerns) {
        return Picture.of(ALL, Situation.VIEW.fold(entries), concerns);
    }

    static List<String> codes(List<Standing> standings) {
        return standings.stream().map(Standing::code).toList();
    }
}
