package se.samlad.duty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.AccessFact.FunctionEnds;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.AccessFact.FunctionTaken;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.credential.Persons;
import se.samlad.credential.Seal;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Plain;
import se.samlad.incident.Sittings;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.rota.Duties;

/** Hands shifts over, and lets colleagues in. Both stand in the logs of the incidents that the actor takes part in. */
@Service
class Shifts {

    private static final int CODES = 1_000_000_000;

    private final Journal journal;
    private final Incidents incidents;
    private final Sittings sittings;
    private final Seal seal;
    private final Duties duties;

    Shifts(Journal journal, Incidents incidents, Sittings sittings, DataSource database, Duties duties) {
        this.duties = duties;
        this.journal = journal;
        this.incidents = incidents;
        this.sittings = sittings;
        this.seal = Seal.of(database, "vouching");
    }

    Duty duty() {
        return journal.across(Duty.ACROSS);
    }

    /** Who is on duty, and who comes next. */
    Duties duties() {
        return duties;
    }

    Functions functions() {
        return journal.across(Functions.ACROSS);
    }

    Recorded handOver(@Nullable String to, @Nullable String note, @Nullable List<String> open, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            boolean waits = duty().handOvers(by.actor()).stream()
                    .anyMatch(h -> h.functionId().equals(by.function().id())
                            && h.from().equals(by.account()));
            if (waits) throw new Refused("duty.handed-over-already");
            var fact = OnDuty.handOver(functions(), by, to, note, open);
            return List.of(Draft.ofNewSubject(Functions.stream(by.actor()), fact, Labels.of("actor:" + by.actor())));
        });
    }

    Recorded takeOver(UUID id, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(id);
            var handOver = handOver(id, by);
            if (!OnDuty.mayTakeOver(functions(), handOver, by.account())) throw new NotMandated("duty.not-successor");
            var drafts = new ArrayList<Draft>();
            drafts.add(own(by.actor(), id, new DutyFact.TakenOver()));
            drafts.addAll(inLogs(
                    by.viewer(),
                    facing,
                    new DutyFact.ShiftChanged(handOver.said().function())));
            return drafts;
        });
    }

    /** The one who hands over stays on duty after all. */
    Recorded keep(UUID id, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(id);
            if (!handOver(id, by).from().equals(by.account())) throw new NotMandated("duty.not-yours");
            return List.of(own(by.actor(), id, new DutyFact.Kept()));
        });
    }

    private Duty.HandOver handOver(UUID id, Acting by) {
        return duty().handOver(id).filter(h -> h.actor().equals(by.actor())).orElseThrow(NotThere::new);
    }

    /** What is asked of somebody who vouches. */
    record Asked(
            @Nullable String person,
            @Nullable String function,
            @Nullable Integer hours,
            DutyFact.@Nullable How how,
            @Nullable String reason) {}

    Recorded vouch(Asked asked, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var function = OnDuty.mayLetIn(functions(), by, asked.function(), asked.hours());
            var person = asked.person();
            if (person == null
                    || person.equals(by.account())
                    || !OnDuty.people(functions(), by.actor()).contains(person))
                throw new Refused("duty.vouch-person").at("person");
            if (asked.how() == null) throw new Refused("duty.vouch-how").at("how");
            var reason = Plain.title(asked.reason(), "reason");
            var id = Draft.newId();
            var account = Persons.LET_IN + id;
            var until = OnDuty.until(facing.now(), java.util.Objects.requireNonNull(asked.hours()));
            var vouched = new DutyFact.VouchedFor(
                    by.actor(),
                    account,
                    person,
                    function.name(),
                    asked.how(),
                    reason,
                    facing.now().plus(OnDuty.CODE),
                    until);
            var stream = Functions.stream(by.actor());
            // the thing has the id that its account's name holds
            return List.of(new Draft(id, stream, id, vouched, labels(by.actor()), null, null));
        });
    }

    /** The code of a vouching, nine digits in three groups. Nothing is stored. */
    String code(Duty.Vouching vouching) {
        long number = ByteBuffer.wrap(seal.code(vouching.id().toString())).getLong();
        return "%09d".formatted(Math.floorMod(number, CODES)).replaceAll("(\\d{3})(?!$)", "$1 ");
    }

    /** The vouching whose code it is, while the code can be used. */
    Optional<Duty.Vouching> ofCode(String typed) {
        var digits = typed.replaceAll("\\D", "").getBytes(StandardCharsets.US_ASCII);
        return duty().vouchings().values().stream()
                .filter(v -> v.hasCode(journal.now()))
                .filter(v ->
                        MessageDigest.isEqual(code(v).replace(" ", "").getBytes(StandardCharsets.US_ASCII), digits))
                .findFirst();
    }

    /** The person comes in: the function begins now. Recorded by its account, in the function. */
    Recorded comeIn(Duty.Vouching vouching, Viewer anybody) {
        var said = vouching.said();
        var by = new By(said.account(), said.actor(), said.function());
        return journal.record(by, null, facing -> {
            facing.guard(vouching.id());
            facing.guard(Functions.stream(said.actor()));
            if (duty().vouching(vouching.id())
                    .filter(v -> v.hasCode(facing.now()))
                    .isEmpty()) throw new Refused("duty.code-over");
            var drafts = new ArrayList<Draft>();
            drafts.add(own(said.actor(), vouching.id(), new DutyFact.VouchedIn()));
            drafts.add(access(said.actor(), new FunctionGiven(said.account(), said.actor(), said.function())));
            drafts.add(access(
                    said.actor(), new FunctionEnds(said.account(), said.actor(), said.function(), said.until())));
            var function = functions().find(said.actor(), said.function()).orElseThrow(NotThere::new);
            var viewer = Viewer.of(said.account(), function, anybody::grants);
            drafts.addAll(inLogs(viewer, facing, new DutyFact.LetIn(said.function(), said.until())));
            return drafts;
        });
    }

    /** Ends it before its time: whoever vouched, or may. */
    Recorded end(UUID id, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(id);
            facing.guard(Functions.stream(by.actor()));
            var vouching = vouching(id, by);
            if (!OnDuty.mayVouch(by.function())) throw new NotMandated("duty.vouch-mandate");
            if (vouching.isOver(facing.now())) throw new Refused("duty.vouch-over");
            var said = vouching.said();
            var ended = own(by.actor(), id, new DutyFact.VouchingEnded());
            return vouching.cameIn() == null
                    ? List.of(ended)
                    : List.of(
                            ended, access(by.actor(), new FunctionTaken(said.account(), by.actor(), said.function())));
        });
    }

    /** An administrator looks at it afterwards; not whoever vouched. */
    Recorded review(UUID id, @Nullable String remark, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(id);
            var vouching = vouching(id, by);
            if (!by.may(Mandate.ADMINISTER) || vouching.by().equals(by.account()))
                throw new NotMandated("duty.review-mandate");
            if (!vouching.isOver(facing.now())) throw new Refused("duty.vouch-goes-on");
            return List.of(own(by.actor(), id, new DutyFact.VouchingReviewed(Plain.optional(remark, "remark"))));
        });
    }

    private Duty.Vouching vouching(UUID id, Acting by) {
        return duty().vouching(id)
                .filter(v -> v.said().actor().equals(by.actor()))
                .orElseThrow(NotThere::new);
    }

    /** Loud: all at the actor see it. */
    private static Labels labels(String actor) {
        return Labels.of("actor:" + actor, "admin:" + actor);
    }

    private static Draft own(String actor, UUID subject, DutyFact fact) {
        return Draft.on(Functions.stream(actor), subject, fact, labels(actor));
    }

    private static Draft access(String actor, Fact fact) {
        return Draft.on(Functions.stream(actor), Functions.stream(actor), fact, Labels.of("admin:" + actor));
    }

    private List<Draft> inLogs(Viewer viewer, Verb.Facing facing, DutyFact fact) {
        var actor = viewer.function().map(Function::actor).orElse("");
        return incidents.open(viewer).stream()
                .filter(incident -> sits(incident, viewer, actor))
                .map(incident -> Draft.ofNewSubject(incident.id(), fact, incident.labels())
                        .happened(incidents.happens(incident, facing.now())))
                .toList();
    }

    private boolean sits(Incident incident, Viewer viewer, String actor) {
        return sittings.of(incident.id(), viewer).stream()
                .anyMatch(s -> s.open() && s.seats().containsKey(actor));
    }
}
