package se.samlad.scenes;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The week is written: a note, a need, a signal from it, and a planned event, without script and by keyboard alone. */
class HandsOnWeekTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/watch/notes", "/watch/notes/*/need", "/watch/notes/*/correction", "/watch/notes/*/ending"})
    void aNoteIsWrittenCalledANeedAndCorrected_C6(Hands hands) {
        var text = "Plogförare saknas till helgen " + hands;
        var writes = hands.of("taby.tib").open("/week");
        writes.write("#note-text", text)
                .write("#note-subject", "Bemanning " + hands)
                .press("#note button.next");
        writes.sees("[id='week.notes']", text);

        var note = ActsOnWeek.find(text);

        var calls = hands.of("sos.tib").open("/week");
        calls.press("#need-" + note + " button");
        calls.sees("#note-" + note, "Behov");

        writes.open("/week").press("#note-" + note + " p a");
        writes.unfold("details:has(> #correct)")
                .write("#correct-text", text + ": fyra")
                .press("#correct button:not([type])");
        writes.open("/watch/notes/" + note).sees("main", text + ": fyra").sees("#earlier + ul", text);
        writes.unfold("details:has(> #end)").write("#end-reason", "Löst").press("#end button");
        writes.open("/watch/notes/" + note).sees("main", "Spelar inte roll längre: Löst");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/events", "/events/*/change", "/events/*/calling-off", "/events/*/planning"})
    void anEventIsPlannedChangedAndCalledOff_I6(Hands hands) {
        var title = "Vintermarknad " + hands;
        var from = LocalDateTime.now().plusDays(3).truncatedTo(ChronoUnit.HOURS);
        var plans = hands.of("taby.tib").open("/events/new");
        plans.write("#plan-title", title)
                .write("#plan-from", from)
                .write("#plan-until", from.plusHours(5))
                .write("#plan-area", "Täby")
                .press("#plan button.next");
        plans.sees("h1", title);
        var event = plans.there();
        ActsOnWeek.planned("polisen.tib", "Demonstration " + hands);
        plans.open("/events/" + event).sees("#coincides ~ ul", "Demonstration " + hands);
        plans.sees("#coincides ~ ul", "Samma plats");
        plans.unfold("details:has(> #change)").write("#change-expected", "4000").press("#change button:not([type])");
        plans.sees("main", "4000");
        var demonstration = ActsOnWeek.planned("polisen.tib", "Demonstration igen " + hands);
        hands.of("polisen.tib")
                .open("/events/" + demonstration)
                .press("#planning button.next")
                .sees("main", "Demonstration igen " + hands)
                .sees("main", "Täby");
        hands.of("taby.tib").open("/turn").sees("main", "Demonstration igen " + hands);
        plans.open("/events/" + event);
        plans.unfold("details:has(> #off)").write("#off-reason", "Storm").press("#off button");
        plans.sees("main", "Inställd: Storm");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/editions")
    void anEditionGoesOut_C2(Hands hands) {
        var words = "Lugn vecka, utom snön " + hands;
        var keeps = hands.of("rsib").open("/editions/new");
        keeps.write("#issue-text", words).press("#issue button.next");
        keeps.sees("main", words);
        hands.of("taby.tib").open("/week").press("[id='edition.latest'] li a").sees("main", words);
    }

    /** What others write is there without reloading. */
    @Test
    void aNoteIsSeenWithoutReloading() {
        try (var reads = Window.of("lst.tib", Window.DESKTOP)) {
            reads.open("/week").live();
            ActsOnWeek.noted("nacka.tib", "Vattenläcka i Fisksätra lagas på torsdag");
            reads.sees("[id='week.notes']", "Vattenläcka i Fisksätra lagas på torsdag");
        }
    }
}
