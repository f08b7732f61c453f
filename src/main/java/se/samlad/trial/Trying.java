package se.samlad.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Refused;
import se.samlad.trial.TrialFact.Asked;

/** The rules of test calls. Pure: no clock, no database, no Spring. */
final class Trying {

    /** So long an answer counts. */
    static final Duration LONG = Duration.ofHours(1);

    /** So late a test that is due by itself still begins, such as where no server ran. */
    static final Duration LATE = Duration.ofHours(12);

    private static final int LAST_DAY = 28;
    private static final int HOURS = 24;

    private Trying() {}

    /** The secretariat, and the county board, which convenes. */
    static boolean mayTryAll(Viewer viewer) {
        return viewer.may(Mandate.ADMIT) || viewer.may(Mandate.CONVENE);
    }

    /** @throws NotMandated trial.who; Refused trial.runs */
    static void mustTryAll(Acting by, Trial.All all) {
        if (!mayTryAll(by.viewer())) throw new NotMandated("trial.who");
        mustNotRun(all);
    }

    static void mustNotRun(Trial.All all) {
        if (all.running().isPresent()) throw new Refused("trial.runs");
    }

    /** An actor tries its own ways. @param own whether the acting one says how it is reached @throws Refused trial.runs */
    static void mustTry(boolean own, String actor, Trial.All all) {
        if (!own) throw new NotMandated("trial.whose");
        if (!all.waiting(actor).isEmpty()) throw new Refused("trial.runs");
    }

    static TrialFact.Begun begin(List<Asked> asked, boolean whole, Instant now) {
        return new TrialFact.Begun(now.plus(LONG), whole, asked);
    }

    /** @throws NotMandated trial.not-asked, for another actor than those asked (A4); Refused trial.over, trial.answered */
    static TrialFact.Answered answer(Trial trial, String actor) {
        var asked = trial.of(actor).orElseThrow(() -> new NotMandated("trial.not-asked"));
        if (trial.ended()) throw new Refused("trial.over");
        if (trial.isReached(asked)) throw new Refused("trial.answered");
        return new TrialFact.Answered(asked.id());
    }

    /** @throws Refused trial.not-due */
    static TrialFact.Ended end(Optional<Trial> trial, Instant now) {
        if (trial.filter(t -> !t.ended() && !t.begun().until().isAfter(now)).isEmpty())
            throw new Refused("trial.not-due");
        return new TrialFact.Ended();
    }

    /** When a test of all is due by itself and has not begun; empty: none is. */
    static Optional<Instant> due(Trial.All all, Instant now) {
        var latest =
                all.whole().isEmpty() ? Instant.EPOCH : all.whole().getLast().at();
        return all.schedule()
                .last(now)
                .filter(time -> time.plus(LATE).isAfter(now))
                .filter(time -> latest.isBefore(time) && all.running().isEmpty());
    }

    /** @throws NotMandated trial.who; Refused trial.day, trial.hour */
    static TrialFact.Scheduled schedule(Acting by, @Nullable Integer day, @Nullable Integer hour) {
        if (!mayTryAll(by.viewer())) throw new NotMandated("trial.who");
        if (day == null || day < 0 || day > LAST_DAY) throw new Refused("trial.day", LAST_DAY).at("day");
        if (day > 0 && (hour == null || hour < 0 || hour >= HOURS)) throw new Refused("trial.hour").at("hour");
        return new TrialFact.Scheduled(day, day == 0 || hour == null ? 0 : hour);
    }
}
