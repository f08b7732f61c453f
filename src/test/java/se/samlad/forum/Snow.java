package se.samlad.forum;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Common;
import se.samlad.forum.Convening.Call;
import se.samlad.forum.Convening.Known;
import se.samlad.forum.Convening.Scene;
import se.samlad.given.Given;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Labels;

/** A snowstorm, those who meet in it, and what has been recorded of it so far. */
final class Snow {

    static final UUID STORM = new UUID(1, 1);
    static final Instant NOON = Instant.parse("2026-01-14T11:00:00Z");

    static final Function LST_TIB =
            function("lst", "tib", Level.COORDINATING, null, null, Mandate.CONVENE, Mandate.KEEP);
    static final Function LST_CHEF = function("lst", "chef", Level.DIRECTING, null, null, Mandate.CONVENE);
    static final Function LST_STAB = function("lst", "stab", Level.EXECUTING, null, "tib", Mandate.KEEP);
    static final Function RSIB =
            function("ssr", "rsib", Level.COORDINATING, null, null, Mandate.CONVENE_IN_STEAD, Mandate.KEEP);
    static final Function POLICE_TIB = function("polisen", "tib", Level.COORDINATING, null, "chef");
    static final Function POLICE_CHEF = function("polisen", "chef", Level.DIRECTING, null, null);
    static final Function POLICE_RLC = function("polisen", "rlc", Level.EXECUTING, null, "tib");
    static final Function TABY_TIB = function("taby", "tib", Level.COORDINATING, null, null);
    static final Function TABY_SAK = function("taby", "sakchef", Level.EXECUTING, null, null, Mandate.INVITE);
    static final Function TRAFFIC = function("region", "trafik", Level.COORDINATING, "trafik", null);
    static final Function REGION_TIB = function("region", "tib", Level.COORDINATING, null, null);
    static final Function AIRPORT = function("flygplats", "drift", Level.COORDINATING, null, null);

    private static final Set<String> MEMBERS = Set.of("lst", "polisen", "taby", "region", "nacka");
    private static final Set<String> ALL = Set.of("lst", "polisen", "taby", "region", "nacka", "ssr", "flygplats");

    private final Given given = new Given(STORM);
    private Instant at = NOON;

    static Snow storm() {
        return openTo("members");
    }

    static Snow openTo(String... labels) {
        var snow = new Snow();
        snow.recorded(
                STORM, by(LST_TIB), new IncidentFact.Signalled("Snö", null, null, null, List.of(labels), null), STORM);
        return snow;
    }

    static Function function(
            String actor, String name, Level level, @Nullable String unit, @Nullable String deputyOf, Mandate... may) {
        return new Function(actor, name, name, name, level, Set.of(may), unit, deputyOf);
    }

    static Acting as(Function function) {
        return Given.acting(function);
    }

    static By by(Function function) {
        return as(function).by();
    }

    static Known known() {
        Map<String, Function> all = new HashMap<>();
        for (var f : List.of(
                LST_TIB,
                LST_CHEF,
                LST_STAB,
                RSIB,
                POLICE_TIB,
                POLICE_CHEF,
                POLICE_RLC,
                TABY_TIB,
                TABY_SAK,
                TRAFFIC,
                REGION_TIB,
                AIRPORT)) all.put(f.id(), f);
        return new Known(
                ALL::contains,
                MEMBERS::contains,
                new Functions(HashTreePMap.from(all), HashTreePMap.empty(), HashTreePMap.empty()),
                new Common("lst", "ssr"));
    }

    static Call call(Level level, String... actors) {
        return new Call(level, List.of(actors), null, null, null, new Forum.Meeting(null, null), null, null, null);
    }

    static Call form(String name, String... actors) {
        return new Call(
                Level.EXECUTING, List.of(actors), null, name, null, new Forum.Meeting(null, null), null, null, null);
    }

    Snow weighed(String who, Concern concern) {
        var at = who.split("/", 2);
        recorded(
                UUID.randomUUID(),
                by(LST_TIB),
                new IncidentFact.Weighed(at[0], at.length > 1 ? at[1] : null, concern, null),
                STORM);
        return this;
    }

    Snow stoodDown() {
        recorded(UUID.randomUUID(), by(LST_TIB), new IncidentFact.StoodDown("Över", List.of()), STORM);
        return this;
    }

    /** Convenes or forms, and gives the forum's id. */
    UUID convened(Function by, Call call) {
        var id = UUID.randomUUID();
        var fact = call.level() == Level.EXECUTING
                ? Convening.executing(scene(), as(by), call)
                : Convening.regional(scene(), as(by), call);
        recorded(id, by(by), fact, id);
        return id;
    }

    UUID convenedAs(Function by, ForumFact.Convened fact) {
        var id = UUID.randomUUID();
        recorded(id, by(by), fact, id);
        return id;
    }

    Snow then(Function by, UUID forum, ForumFact... facts) {
        for (var fact : facts) recorded(UUID.randomUUID(), by(by), fact, forum);
        return this;
    }

    private void recorded(UUID id, By by, Fact fact, UUID subject) {
        at = at.plusSeconds(60);
        given.add(id, subject, by, fact, Given.Envelope.at(at, Labels.of("incident:" + STORM)));
    }

    List<Entry> entries() {
        return given.entries();
    }

    Incident incident() {
        return Incident.VIEW.fold(given.entries().stream()
                .filter(e -> e.fact() instanceof IncidentFact)
                .toList());
    }

    ForumsView there() {
        return given.fold(ForumsView.VIEW);
    }

    Forum forum(UUID id) {
        return there().find(id).orElseThrow();
    }

    Scene scene() {
        return new Scene(incident(), there(), known(), at);
    }

    Summary.Clock clock() {
        return Summary.Clock.of(incident(), there());
    }

    static Leading.Change change(List<String> callIn, List<String> release, @Nullable String reason) {
        return new Leading.Change(callIn, release, null, reason);
    }
}
