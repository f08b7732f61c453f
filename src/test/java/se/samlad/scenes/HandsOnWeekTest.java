package se.samlad.scenes;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.web.Say;

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
        var from = LocalDateTime.now(Say.STOCKHOLM).plusDays(3).truncatedTo(ChronoUnit.HOURS);
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

    /** What was observed becomes a review, and what that finds a lesson that is done and tested. */
    @ParameterizedTest
    @EnumSource
    @Writes({
        "/incidents/*/observations",
        "/incidents/*/reviews",
        "/incidents/*/review-orders",
        "/reviews/*/draft",
        "/reviews/*/sections",
        "/reviews/*/findings",
        "/reviews/*/lessons",
        "/reviews/*/closing",
        "/reviews/*/reopening",
        "/lessons",
        "/lessons/*/correction",
        "/lessons/*/lesson",
        "/lessons/*/measure",
        "/lessons/*/own-word",
        "/lessons/*/done",
        "/lessons/*/tested",
        "/lessons/*/again",
        "/lessons/*/ending"
    })
    void aReviewLeadsToALessonThatIsTested_G5(Hands hands) {
        var incident = ReviewTest.goesOn("");
        var page = "/incidents/" + incident + "/review";
        var writes = hands.of("taby.tib").open(page);
        writes.write("#observation-seen", "Ingen förde logg").press("#observation button.next");
        writes.sees("#notes + ul", "Ingen förde logg");
        Running.as("lst.tib")
                .post("/api/incidents/" + incident + "/stand-down", "{\"reason\":\"Över\"}")
                .expect(201);
        writes.open(page).press("#draft button.next").sees("main", "Vi öppnar bron");
        var orders = hands.of("lst.chef").open(page).unfold("details:has(> #order)");
        orders.pick("#order-owner", "taby")
                .write("#order-by", LocalDate.now(Say.STOCKHOLM).plusDays(30));
        var ordered = orders.press("#order button").press("main .lines li:last-child a[href^='/reviews/']");
        written(writes.open("/reviews/" + ordered.there()));
        writes.press("main .lines a[href^='/lessons/']").sees("h1", "Skyltarna kom för sent");
        var lesson = "/lessons/" + writes.there();
        learned(hands, writes, lesson);
        var exercise = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Prövning\"}")
                .id();
        writes.open(lesson).pick("#tested-in", exercise.toString()).choose("#tested input[name=worked][value=true]");
        writes.press("#tested button").sees("main", "Det fungerade");
        writes.unfold("details:has(> #again)").write("#again-text", "I går med").press("#again button");
        writes.unfold("details:has(> #ending)").write("#ending-reason", "Löst").press("#ending button");
        writes.sees("main", "Avslutad");
        writes.open("/lessons/new").write("#note-observation", "Kartan var gammal " + hands);
        writes.press("#note button.next").sees("h1", "Kartan var gammal " + hands);
    }

    private static void written(Hands.Hand writes) {
        writes.press("#draft button.next").unfold("details:has(> #section-new)");
        writes.write("#section-new-heading", "Vägar").write("#section-new-text", "Sex var stängda");
        writes.press("#section-new button").sees("main", "Sex var stängda");
        writes.write("#finding-new-text", "Skyltarna kom för sent").press("#finding-new button.next");
        writes.press("#closing button").sees("main", "Avslutad");
        writes.unfold("details:has(> #reopening)").write("#reopening-reason", "Mer kom in");
        writes.press("#reopening button").press("form[id^='raise-'] button");
    }

    private static void learned(Hands hands, Hands.Hand writes, String lesson) {
        writes.write("#learn-text", "Sätt upp dem före snön").press("#learn button");
        writes.unfold("details:has(> #correction)").write("#correction-cause", "Ingen hade nyckeln");
        writes.write("#correction-reason", "Orsaken är känd").press("#correction button");
        writes.sees("main", "Ingen hade nyckeln");
        writes.write("#measure-what", "Kopiera nyckeln").pick("#measure-owner", "nacka");
        writes.write("#measure-by", LocalDate.now(Say.STOCKHOLM).plusDays(30)).press("#measure button");
        var owns = hands.of("nacka.tib").open(lesson).press("form[id^='answer-'] button.next");
        owns.press("form[id^='done-'] button.next").sees("main", "Klar");
        writes.open(lesson);
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
