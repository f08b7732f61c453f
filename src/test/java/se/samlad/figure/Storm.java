package se.samlad.figure;

import static se.samlad.given.Given.NOON;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.direction.DirectionFact;
import se.samlad.direction.DirectionFact.Measure;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.edition.EditionFact;
import se.samlad.forum.ForumFact;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;
import se.samlad.message.MessageFact;
import se.samlad.message.Wording;
import se.samlad.report.ReportFact;
import se.samlad.report.Status;
import se.samlad.staff.StaffFact;

/** An incident of four actors, as it is recorded. Times are minutes from noon. */
final class Storm {

    static final UUID INCIDENT = new UUID(7, 7);
    static final UUID FORUM = new UUID(8, 8);
    static final UUID DIRECTION = new UUID(6, 6);
    static final UUID MEASURE = new UUID(5, 5);
    static final Labels ALL = Labels.of("members");
    private static final List<String> CALLED = List.of("lst", "taby", "nacka", "solna", "polisen");

    final Given given = new Given(INCIDENT);
    private Labels labels = ALL;
    private int later;

    /** What is said next is seen by these. */
    Storm seenBy(String... who) {
        labels = Labels.of(who);
        return this;
    }

    /** What is said next is recorded so many minutes after it happened. */
    Storm writtenLater(int minutes) {
        later = minutes;
        return this;
    }

    Entry say(int minute, String actor, UUID id, UUID subject, Fact fact) {
        var at = NOON.plusSeconds(60L * minute);
        var in = new Envelope(at.plusSeconds(60L * later), at, labels, null);
        return given.add(id, subject, new By(actor + ".tib", actor, "tib"), fact, in);
    }

    Storm say(int minute, String actor, UUID subject, Fact fact) {
        say(minute, actor, given.nextId(), subject, fact);
        return this;
    }

    Storm signal(int minute) {
        return signal(minute, null);
    }

    Storm signal(int minute, @Nullable Instant exercise) {
        say(
                minute,
                "taby",
                INCIDENT,
                INCIDENT,
                new IncidentFact.Signalled("Snö", null, null, null, List.of("members"), exercise));
        return this;
    }

    Storm convene(int minute) {
        say(minute, "lst", FORUM, FORUM, convened());
        return this;
    }

    static Fact convened() {
        return new ForumFact.Convened(
                Level.COORDINATING, null, null, CALLED, List.of(), List.of(), "lst/tib", null, null, null, null, null);
    }

    Storm acknowledge(int minute, String actor) {
        return say(minute, actor, given.nextId(), new ForumFact.Acknowledged(FORUM));
    }

    Storm gather(int minute) {
        return say(minute, "lst", FORUM, new ForumFact.Gathered());
    }

    Storm report(int minute, String actor) {
        var said =
                new ReportFact.OwnPicture(null, Status.GREEN, "Lugnt", null, null, null, null, null, null, null, null);
        return say(minute, actor, given.nextId(), new ReportFact.Reported(said, null));
    }

    Storm decide(int minute) {
        var fact = new ReportFact.Noted(ReportFact.Kind.DECISION, "Vi stänger", "Snön", null, null, null);
        return say(minute, "lst", given.nextId(), fact);
    }

    Storm picture(int minute) {
        return say(minute, "ssr", given.nextId(), picture());
    }

    static Fact picture() {
        return new EditionFact.Issued(EditionFact.Audience.MEMBERS, 1, "Läget", List.of(), null, null, INCIDENT, false);
    }

    Storm publish(int minute) {
        var said = new Wording("Snö", "Stanna hemma", "Allmänheten", List.of(), null, null);
        return say(minute, "ssr", given.nextId(), new MessageFact.Published(said, 1, false));
    }

    Storm staff(int minute) {
        return say(minute, "lst", given.nextId(), new StaffFact.Opened(FORUM, List.of()));
    }

    Storm propose(int minute, String... actors) {
        var measure = new Measure(MEASURE, null, List.of(actors), List.of(), List.of(actors), "Ploga", null);
        say(
                minute,
                "lst",
                DIRECTION,
                DIRECTION,
                new DirectionFact.Proposed(
                        FORUM,
                        Level.COORDINATING,
                        1,
                        "Framkomlighet",
                        List.of(),
                        List.of(),
                        List.of(measure),
                        List.of(),
                        null,
                        null));
        return this;
    }

    Storm agree(int minute) {
        return say(minute, "lst", DIRECTION, new DirectionFact.Agreed(null));
    }

    Storm stance(int minute, String actor) {
        return say(minute, actor, DIRECTION, new DirectionFact.StanceTaken(actor, null, Stance.ACCEPTS, null, null));
    }

    Storm carryOut(int minute, String actor, Progress state) {
        return say(minute, actor, DIRECTION, new DirectionFact.CarriedOut(actor, null, MEASURE, state, null));
    }

    Storm standDown(int minute) {
        return say(minute, "lst", INCIDENT, new IncidentFact.StoodDown("Över", List.of()));
    }

    List<Counted> figures() {
        return Counting.of(given.fold(Courses.ONE).seen(Reader.ALL), null);
    }
}
