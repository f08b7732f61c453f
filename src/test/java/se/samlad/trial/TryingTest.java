package se.samlad.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.reach.Way;
import se.samlad.trial.TrialFact.Asked;

/** Given tests and their answers, then who is reached, who is missed until mended, and when the next begins (I3, R4). */
class TryingTest {

    private static final Acting SECRETARIAT = Given.acting("ssr", "kansli", Level.EXECUTING, null, Mandate.ADMIT);
    private static final Acting TABY = Given.acting("taby", "tib", Level.COORDINATING, null, Mandate.STANCE);
    private static final Instant TENTH = Instant.parse("2026-03-10T09:00:00Z"); // ten o'clock in Stockholm

    private static final Asked OF_TABY = new Asked(new UUID(5, 1), "taby", "taby/tib", List.of(Way.MAIL, Way.SMS));
    private static final Asked OF_NACKA = new Asked(new UUID(5, 2), "nacka", "nacka/tib", List.of());

    private final List<Entry> entries = new ArrayList<>();

    private TryingTest then(UUID stream, Instant at, By by, TrialFact fact) {
        var given = new Given(stream);
        var entry = given.add(new UUID(9, entries.size()), stream, by, fact, Given.Envelope.at(at, Trials.LABELS));
        entries.add(entry);
        return this;
    }

    private Trial.All all() {
        return Trial.All.ACROSS.view().fold(entries);
    }

    private static UUID test(int number) {
        return new UUID(3, number);
    }

    private TryingTest begun(int number, Instant at) {
        return then(test(number), at, SECRETARIAT.by(), Trying.begin(List.of(OF_TABY, OF_NACKA), true, at));
    }

    private TryingTest answered(int number, Asked asked, Instant at) {
        return then(test(number), at, TABY.by(), new TrialFact.Answered(asked.id()));
    }

    private TryingTest ended(int number, Instant at) {
        return then(test(number), at, SECRETARIAT.by(), new TrialFact.Ended());
    }

    @Test
    void whoDidNotAnswerIsMissedUntilALaterTestReachesIt_R4() {
        begun(1, TENTH).answered(1, OF_TABY, TENTH.plusSeconds(60));
        assertThat(all().missed()).as("it goes on").isEmpty();
        assertThat(all().waiting("nacka")).hasSize(1);
        assertThat(all().waiting("taby")).isEmpty();
        ended(1, TENTH.plus(Trying.LONG));
        assertThat(all().missed()).containsOnlyKeys("nacka");
        assertThat(all().whole().getLast().reached()).isEqualTo(1);
        answered(1, OF_NACKA, TENTH.plus(Duration.ofHours(2)));
        assertThat(all().missed()).as("too late").containsOnlyKeys("nacka");
        var own = new Asked(new UUID(5, 3), "nacka", "nacka/tib", List.of(Way.SMS));
        var later = TENTH.plus(Duration.ofDays(1));
        then(test(2), later, TABY.by(), Trying.begin(List.of(own), false, later));
        assertThat(all().missed()).containsOnlyKeys("nacka");
        answered(2, own, later.plusSeconds(9));
        assertThat(all().missed()).isEmpty();
        ended(2, later.plus(Trying.LONG));
        assertThat(all().missed()).isEmpty();
        assertThat(all().whole()).as("one's own trying is no column").hasSize(1);
    }

    @Test
    void onlyTheLatestAreKept() {
        for (int i = 0; i < Trial.All.KEPT + 5; i++) {
            var at = TENTH.plus(Duration.ofDays(30L * i));
            begun(i, at).ended(i, at.plus(Trying.LONG));
        }
        assertThat(all().whole()).hasSize(Trial.All.KEPT);
        assertThat(all().whole().getLast().id()).isEqualTo(test(Trial.All.KEPT + 4));
        assertThat(all().open()).isEmpty();
    }

    @Test
    void whatAChannelSaidIsKeptOnce() {
        begun(1, TENTH);
        var first = new TrialFact.Given(OF_TABY.id(), Way.SMS, Outcome.DOWN);
        var second = new TrialFact.Given(OF_TABY.id(), Way.SMS, Outcome.HANDED_OVER);
        then(test(1), TENTH, SECRETARIAT.by(), new TrialFact.Sent(List.of(first)));
        then(test(1), TENTH, SECRETARIAT.by(), new TrialFact.Sent(List.of(second)));
        var trial = all().running().orElseThrow();
        assertThat(trial.outcome(OF_TABY, Way.SMS)).contains(Outcome.DOWN);
        assertThat(trial.outcome(OF_TABY, Way.MAIL)).isEmpty();
    }

    @Test
    void eachAnswersForItselfAndOnce_A4() {
        begun(1, TENTH);
        var trial = all().running().orElseThrow();
        assertThat(Trying.answer(trial, "taby")).isEqualTo(new TrialFact.Answered(OF_TABY.id()));
        notMandated("trial.not-asked", () -> Trying.answer(trial, "solna"));
        answered(1, OF_TABY, TENTH);
        refused("trial.answered", () -> Trying.answer(all().running().orElseThrow(), "taby"));
        ended(1, TENTH.plus(Trying.LONG));
        refused("trial.over", () -> Trying.answer(all().whole().getLast(), "nacka"));
    }

    @Test
    void oneOfAllGoesOnAtATimeAndTheSecretariatBeginsIt() {
        Trying.mustTryAll(SECRETARIAT, all());
        notMandated("trial.who", () -> Trying.mustTryAll(TABY, all()));
        begun(1, TENTH);
        refused("trial.runs", () -> Trying.mustTryAll(SECRETARIAT, all()));
        refused("trial.runs", () -> Trying.mustTry(true, "taby", all()));
        notMandated("trial.whose", () -> Trying.mustTry(false, "taby", all()));
        refused("trial.not-due", () -> Trying.end(all().running(), TENTH.plusSeconds(1)));
        refused("trial.not-due", () -> Trying.end(Optional.empty(), TENTH));
        assertThat(Trying.end(all().running(), TENTH.plus(Trying.LONG))).isNotNull();
    }

    private Optional<Instant> due(String now) {
        return Trying.due(all(), Instant.parse(now));
    }

    @Test
    void itBeginsByItselfOnItsDayOfEachMonthByTheClockOfStockholm() {
        assertThat(due("2026-03-10T09:00:00Z")).as("no day is set").isEmpty();
        then(
                Trial.All.SCHEDULE,
                Instant.parse("2026-03-09T12:00:00Z"),
                SECRETARIAT.by(),
                new TrialFact.Scheduled(10, 10));
        assertThat(due("2026-03-10T08:59:59Z")).isEmpty();
        assertThat(due("2026-03-10T09:00:00Z")).contains(TENTH);
        assertThat(due("2026-03-10T20:59:59Z")).as("no server ran").contains(TENTH);
        assertThat(due("2026-03-10T21:00:00Z"))
                .as("too late: it waits for the next month")
                .isEmpty();
        begun(1, TENTH.plusSeconds(2));
        assertThat(due("2026-03-10T09:00:03Z")).isEmpty();
        ended(1, TENTH.plus(Trying.LONG));
        assertThat(due("2026-03-10T10:30:00Z")).isEmpty();
        assertThat(due("2026-04-10T08:00:00Z"))
                .as("in summer ten is an hour earlier elsewhere")
                .contains(Instant.parse("2026-04-10T08:00:00Z"));
        then(Trial.All.SCHEDULE, TENTH.plus(Duration.ofDays(2)), SECRETARIAT.by(), new TrialFact.Scheduled(0, 0));
        assertThat(due("2026-04-10T08:00:00Z")).isEmpty();
    }

    @Test
    void aDayThatIsSetAfterItsHourWaitsForTheNextMonth() {
        then(Trial.All.SCHEDULE, TENTH.plusSeconds(60), SECRETARIAT.by(), new TrialFact.Scheduled(10, 10));
        assertThat(due("2026-03-10T09:05:00Z")).isEmpty();
        assertThat(due("2026-04-10T08:00:00Z")).isPresent();
    }

    @Test
    void aDayIsOneThatEveryMonthHas() {
        assertThat(Trying.schedule(SECRETARIAT, 28, 23)).isEqualTo(new TrialFact.Scheduled(28, 23));
        assertThat(Trying.schedule(SECRETARIAT, 0, null)).isEqualTo(new TrialFact.Scheduled(0, 0));
        refused("trial.day", () -> Trying.schedule(SECRETARIAT, 29, 1));
        refused("trial.day", () -> Trying.schedule(SECRETARIAT, -1, 1));
        refused("trial.day", () -> Trying.schedule(SECRETARIAT, null, 1));
        refused("trial.hour", () -> Trying.schedule(SECRETARIAT, 1, 24));
        refused("trial.hour", () -> Trying.schedule(SECRETARIAT, 1, null));
        notMandated("trial.who", () -> Trying.schedule(TABY, 1, 1));
    }
}
