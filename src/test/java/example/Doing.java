package example;

import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules of errands. Pure: no clock, no database, no Spring. */
final class Doing {

    private Doing() {}

    /** @throws Refused text.missing for what is asked */
    static ErrandFact.Asked ask(@Nullable String what) {
        return new ErrandFact.Asked(Plain.title(what, "what"));
    }

    /** @throws NotMandated example.whose, for another actor than the one that asks; Refused example.taken, text.missing */
    static ErrandFact.Reworded reword(Errand errand, Acting by, @Nullable String what) {
        if (!by.actor().equals(errand.askedBy())) throw new NotMandated("example.whose");
        if (errand.state() != Errand.State.ASKED) throw new Refused("example.taken");
        return new ErrandFact.Reworded(Plain.title(what, "what"));
    }

    /** @throws Refused example.taken, whoever took it */
    static ErrandFact.Taken take(Errand errand) {
        if (errand.state() != Errand.State.ASKED) throw new Refused("example.taken");
        return new ErrandFact.Taken();
    }

    /** @throws NotMandated example.whose, for another actor than the one that took it (A4); Refused example.done */
    static ErrandFact.Done done(Errand errand, Acting by) {
        if (!by.actor().equals(errand.takenBy())) throw new NotMandated("example.whose");
        if (errand.isDone()) throw new Refused("example.done");
        return new ErrandFact.Done();
    }
}
