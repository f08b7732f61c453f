package se.samlad.direction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.given.Given;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Sittings.Sitting;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/** The heads and duty officers of a snowstorm, its directing forum, and the entries they make in order. */
final class Cast {

    static final List<String> MUNICIPALITIES = List.of(
            "botkyrka",
            "danderyd",
            "ekero",
            "haninge",
            "huddinge",
            "jarfalla",
            "lidingo",
            "nacka",
            "norrtalje",
            "nykvarn",
            "nynashamn",
            "salem",
            "sigtuna",
            "sollentuna",
            "solna",
            "stockholm",
            "sundbyberg",
            "sodertalje",
            "tyreso",
            "taby",
            "upplands-bro",
            "upplands-vasby",
            "vallentuna",
            "varmdo",
            "vaxholm",
            "osteraker");
    static final Directing.Region REGION = new Directing.Region(
            code -> MUNICIPALITIES.contains(code)
                    || List.of("lst", "polisen", "region", "fm").contains(code),
            group -> Map.of("municipalities", MUNICIPALITIES).getOrDefault(group, List.of()));

    static final Acting GOVERNOR = acting("lst", "chef", Level.DIRECTING, Mandate.STANCE, Mandate.CONVENE);
    static final Acting DUTY = acting("lst", "tib", Level.COORDINATING, Mandate.STANCE, Mandate.CONVENE);
    static final Acting TABY = tib("taby");
    static final Acting POLICE = acting("polisen", "chef", Level.DIRECTING, Mandate.STANCE, Mandate.REPORT);
    static final Acting ROOM = acting("polisen", "rlc", Level.EXECUTING, Mandate.REPORT);
    static final Acting WHOLE_REGION = tib("region");
    static final Acting TRAFFIC = unit("trafik");
    static final Acting CARE = unit("vard");
    static final Acting AIRPORT = acting("flygplats", "drift", Level.COORDINATING, Mandate.REPORT);
    static final Acting OFFICE = acting("ssr", "kansli", Level.EXECUTING, Mandate.KEEP);

    static final UUID INCIDENT = new UUID(7, 7);
    static final UUID DIRECTION = new UUID(8, 1);
    static final Labels ALL = Labels.of("incident:" + INCIDENT, "actor:lst");
    static final Sitting DIRECTS = sitting(new UUID(9, 1), Level.DIRECTING, "lst/chef", true);
    static final Sitting COORDINATES = sitting(new UUID(9, 2), Level.COORDINATING, "lst/tib", true);
    static final Instant NOON = Given.NOON;

    private final Given given = new Given(INCIDENT);

    static Acting acting(String actor, String name, Level level, Mandate... mandates) {
        return Given.acting(actor, name, level, null, mandates);
    }

    static Acting tib(String actor) {
        return acting(actor, "tib", Level.COORDINATING, Mandate.STANCE, Mandate.REPORT);
    }

    private static Acting unit(String unit) {
        return Given.acting("region", unit, Level.COORDINATING, unit, Mandate.STANCE, Mandate.REPORT);
    }

    static Sitting sitting(UUID id, Level level, String chair, boolean open) {
        var actors = new ArrayList<>(MUNICIPALITIES);
        actors.addAll(List.of("lst", "polisen", "region"));
        var seats = new TreeMap<String, Instant>();
        actors.forEach(actor -> seats.put(actor, NOON));
        return new Sitting(id, INCIDENT, level, "Forum", chair, seats, open, Labels.of("incident:" + INCIDENT));
    }

    static Incident incident(Incident.State state) {
        var said = new IncidentFact.Signalled("Snöstorm", null, null, null, List.of("members"), null);
        var signal = new Incident.Signal(INCIDENT, ALL, new By("lst.tib", "lst", "tib"), NOON, said);
        return new Incident(signal, "Snöstorm", null, new Incident.Course(state, null, null), HashTreePMap.empty());
    }

    static Incident running() {
        return incident(Incident.State.ACTIVATED);
    }

    /** Schools for all municipalities; lines for the region; cars for the police and the armed forces. */
    static ProposalForm form() {
        return new ProposalForm(
                null,
                "Ingen ska komma till skada",
                List.of("Vård", "El"),
                List.of("Gäller till fredag"),
                List.of(
                        new ProposalForm.Measure(null, null, List.of("municipalities"), "Stänger skolor", "HANDLE"),
                        new ProposalForm.Measure("region", null, null, "Ställer in linjer", null),
                        new ProposalForm.Measure(null, List.of("polisen", "fm"), null, "Stänger vägar", null)),
                List.of(new ProposalForm.Message("Allmänheten", "Stanna hemma")),
                null,
                null,
                null);
    }

    static DirectionFact.Proposed proposed(Sitting forum, int number) {
        var id = new UUID(8, number);
        return Directing.propose(running(), forum, form(), GOVERNOR, id, number, REGION);
    }

    /** The text of direction {@code number} with another aim. */
    static DirectionFact.Reworded reworded(int number, String aim) {
        var said = proposed(DIRECTS, number);
        return new DirectionFact.Reworded(
                new UUID(8, number), aim, said.priorities(), said.limits(), said.measures(), said.messages());
    }

    static UUID schools() {
        return proposed(DIRECTS, 1).measures().get(0).id();
    }

    static UUID lines() {
        return proposed(DIRECTS, 1).measures().get(1).id();
    }

    Cast says(Acting who, UUID direction, DirectionFact fact) {
        return says(who, direction, fact, ALL);
    }

    Cast says(Acting who, UUID direction, DirectionFact fact, Labels labels) {
        var in = Given.Envelope.at(Given.minute(given.count() + 1), labels);
        given.add(given.nextId(), direction, who.by(), fact, in);
        return this;
    }

    /** Direction 1 is in force in the directing forum. */
    static Cast agreed() {
        return new Cast()
                .says(GOVERNOR, DIRECTION, proposed(DIRECTS, 1))
                .says(GOVERNOR, DIRECTION, new DirectionFact.Agreed(null));
    }

    Cast answers(Acting who, Stance stance, @Nullable UUID measure) {
        var reason = stance == Stance.ACCEPTS ? null : "Vi gör på annat sätt";
        return says(who, DIRECTION, Directing.answer(running(), direction(), who, stance, measure, reason));
    }

    Cast tells(Acting who, UUID measure, Progress state) {
        return says(who, DIRECTION, Directing.tell(running(), direction(), who, measure, state, "Så här går det"));
    }

    List<Entry> entries() {
        return given.entries();
    }

    AllDirections all() {
        return given.fold(AllDirections.VIEW);
    }

    Direction direction() {
        return all().find(DIRECTION).orElseThrow();
    }
}
