package se.samlad.scenes;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.web.Say;

/**
 * The year by hand: new goals are worked out together and adopted by the council; the secretariat makes the plan, an actor takes
 * its activity on and says how it goes, and the chair of the heads adopts the plan and reads how it went (G1, G2, A4).
 */
class HandsOnYearTest {

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/goals",
        "/goals/*/areas",
        "/goals/*/removal",
        "/goals/*/remarks",
        "/goals/*/answers",
        "/goals/*/workshops",
        "/goals/*/adoption",
        "/goals/*/presentation",
        "/goals/*/reopening",
        "/goals/*/ending"
    })
    void goalsAreWorkedOutTogetherAndAdopted_G1_A4(Hands hands) {
        var keeps = hands.of("kansli").open("/goals");
        fill(keeps, "begin", "#begin-from", "1999", "button");
        keeps.sees("#begin .wrong", "Skriv ett år mellan");
        keeps.write("#begin-from", "2031").press("#begin button").sees("h1", "2031–2034");
        var page = "/goals/" + keeps.there();

        var says = hands.of("nacka.chef").open(page);
        fill(says, "remark-watch", "#remark-watch-text", "Nämn rymdväder", "button.next");
        says.sees("article", "Nämn rymdväder");

        keeps.open(page).sees("main", "1 synpunkt väntar på svar");
        var answer = "[id^='answer-']";
        keeps.unfold("details:has(> form" + answer + ")")
                .choose("form" + answer + " input[value='TAKEN']")
                .press("form" + answer + " button");
        keeps.sees("main", "Tas med.").open(page);
        fill(keeps, "area-watch", "#area-watch-text", "Också rymdväder", "button");
        keeps.sees("article", "Också rymdväder");
        fill(keeps, "out-rooms", "#out-rooms-reason", "Ingår i robusta system", "button");
        keeps.sees("main", "Området är borttaget");
        fill(keeps, "workshop", "#workshop-text", "Åtta mål räcker", "button");
        keeps.sees("main", "Åtta mål räcker");

        var chair = hands.of("lst.chef").open(page).write("#adoption-reference", "§ 4");
        chair.press("#adoption button.next").sees("main", "Antagen av rådet");
        fill(keeps.open(page), "presentation", "#presentation-to", "Regionala rådet", "button");
        keeps.sees("main", "Presenterad för Regionala rådet");
        fill(chair.open(page), "reopening", "#reopening-reason", "Fel dag", "button");
        chair.sees("main", "Arbetas fram igen: Fel dag");
        fill(keeps.open(page), "ending", "#ending-reason", "Rådet väntar", "button");
        keeps.sees("main", "Nedlagt");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/plan/*/activities",
        "/plan/*/budget",
        "/plan/*/adoption",
        "/plan/*/presentation",
        "/plan/*/reopening",
        "/activities/*",
        "/activities/*/state",
        "/activities/*/refusal"
    })
    void aPlanIsMadeTakenOnAdoptedAndFollowedUp_G2_A4(Hands hands) {
        int year = LocalDate.now(se.samlad.web.Say.STOCKHOLM).getYear() + 2;
        var path = "/plan/" + year;
        var title = "Reservväg " + UUID.randomUUID().toString().substring(0, 6);
        var keeps = hands.of("kansli").open(path);
        keeps.unfold("details:has(> #activity)")
                .pick("#activity-goalArea", "robust-systems")
                .write("#activity-title", title)
                .pick("#activity-owner", "taby")
                .write("#activity-by", LocalDate.of(year, 9, 30))
                .write("#activity-measure", "Reserven är provad")
                .write("#activity-sek", "-5")
                .press("#activity button.next");
        keeps.sees("#activity .wrong", "Skriv hela kronor");
        keeps.write("#activity-sek", "85000").press("#activity button.next").sees("h1", title);
        var one = "/activities/" + keeps.there();
        fill(keeps.open(path), "budget", "#budget-sek", "2600000", "button");
        keeps.sees("main", "av 2\u00a0600\u00a0000 kr");

        var owner = hands.of("taby.tib").open(one).press("#same button.next");
        owner.sees("main", "Fortfarande planerad").unfold("details:has(> #state)");
        owner.choose("#state input[value='LATE']").press("#state button").sees("#state .wrong", "Skriv");
        owner.write("#state-text", "Leverantören svarar inte").press("#state button");
        owner.sees("main", "Leverantören svarar inte");

        var chair = hands.of("lst.chef").open(path).sees(".why", "Leverantören svarar inte");
        chair.press("#adoption button.next").sees("main", "Antagen av chefsgruppen");
        fill(keeps.open(path), "presentation", "#presentation-to", "Regionala rådet", "button");
        keeps.sees("main", "Presenterad för Regionala rådet");
        keeps.open(one)
                .unfold("details:has(> #change)")
                .write("#change-title", title + " och en till")
                .write("#change-because", "En räcker inte")
                .press("#change button");
        keeps.sees("h1", "och en till");
        fill(owner.open(one), "refusal", "#refusal-reason", "Vi hinner inte", "button");
        owner.sees("main", "Vi hinner inte");
        fill(chair.open(path), "reopening", "#reopening-reason", "Prövas om", "button");
        chair.sees("main", "Planen har tagits upp igen: Prövas om");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/prepared",
        "/prepared/*/weighing",
        "/prepared/*/order",
        "/prepared/*/discussions",
        "/prepared/*/wording",
        "/prepared/*/adoption",
        "/prepared/*/standing",
        "/prepared/*/review",
        "/prepared/*/checklist",
        "/incidents/*/checklist"
    })
    void aDirectionIsPreparedAdoptedAndItsChecklistUsed_D1_A4(Hands hands) {
        var title = "Sand " + hands.name().toLowerCase(java.util.Locale.ROOT) + " "
                + UUID.randomUUID().toString().substring(0, 6);
        var path = "/prepared/" + title.toLowerCase(java.util.Locale.ROOT).replaceAll("[ _]", "-");
        var says = hands.of("nacka.chef").open("/prepared");
        says.unfold("details:has(> #raise)").write("#raise-title", title).write("#raise-risk", "Den tar slut");
        says.press("#raise button.next").sees("main", title).open(path);
        says.unfold("details:has(> #weighing)").choose("#weighing [name='likelihood'][value='4']");
        says.choose("#weighing [name='consequence'][value='3']").press("#weighing button");
        says.sees("main", "1 aktör har vägt den");

        var keeps = hands.of("kansli").open(path);
        keeps.unfold("details:has(> #order)").write("#order-place", "1");
        keeps.write("#order-reason", "Det händer varje vinter")
                .press("#order button")
                .sees("main", "Plats 1");
        fill(keeps, "discussion", "#discussion-text", "Lagret räcker en vecka", "button");
        keeps.sees("main", "Lagret räcker en vecka").open(path + "/wording");
        keeps.write("#wording-when", "När lagret är under en tredjedel");
        keeps.write("#wording-aim", "Ingen ska halka")
                .press("form#wording > p button.next")
                .sees("main", "Ingen ska halka");

        var chair = hands.of("lst.chef").open(path).unfold("details:has(> #adoption)");
        chair.pick("#adoption-owner", "taby").press("#adoption button.next").sees("main", "Antagen");
        var owner = hands.of("taby.tib").open(path).press("#behind button.next").sees("main", "1 aktör står bakom");
        fill(owner, "checklist", "#checklist-items", "Ring entreprenören", "button");
        owner.sees("main", "Ring entreprenören").unfold("details:has(> #review)");
        owner.write("#review-next", LocalDate.now(Say.STOCKHOLM).plusYears(2))
                .press("#review button")
                .sees("main", "Ses över senast");

        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Ingen sand\"}")
                .id();
        Running.as("lst.chef")
                .post("/api/incidents/" + incident + "/forums", "{\"level\":\"DIRECTING\",\"actors\":[\"taby\"]}");
        Running.as("lst.chef")
                .post("/api/incidents/" + incident + "/directions", "{\"prepared\":\"" + path.substring(10) + "\"}")
                .expect(201);
        owner.open("/incidents/" + incident).press(".ticks button").sees(".ticks", "☑");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/routines",
        "/routines/*",
        "/routines/*/review",
        "/routines/*/tests",
        "/routines/*/faults",
        "/routines/*/repair",
        "/routines/*/withdrawal",
        "/routines/*/resumption"
    })
    void aSupportIsDescribedTestedFailsAndWorksAgain_G7_R4_A4(Hands hands) {
        var title = "Satellit " + UUID.randomUUID().toString().substring(0, 6);
        var keeps = hands.of("kansli").open("/routines").unfold("details:has(> #begin)");
        keeps.write("#begin-title", title).write("#begin-text", "Rikta den mot söder");
        keeps.write("#begin-fallback", "Rakel").write("#begin-beyond", "Bud");
        keeps.write("#begin-skilled", "Alla i beredskap").pick("#begin-owner", "taby");
        keeps.write("#begin-path", "https://example.org").press("#begin button.next");
        keeps.sees("#begin .wrong", "börjar med ett snedstreck");
        keeps.write("#begin-path", "/incidents").press("#begin button.next").sees("h1", title);
        var path = "/routines/" + keeps.there();

        var says = hands.of("nacka.chef").open(path).unfold("details:has(> #test)");
        says.choose("#test input[value='FAILED']").press("#test button").sees("#test .wrong", "Skriv");
        says.write("#test-text", "Bara brus").press("#test button").sees("main", "Bara brus");
        says.write("#fault-text", "Ingen ton").press("#fault button.next").sees("main", "1 fel pågår");
        var owner = hands.of("taby.tib").open("/").sees("[id='routine.faults']", "Ingen ton");
        owner.sees("[id='routine.faults']", "Reserv: Rakel").open(path);
        owner.unfold("details:has(> form[id^='end-'])").write("form[id^='end-'] textarea", "En kabel");
        owner.press("form[id^='end-'] button.next").sees("main", "Inget fel är anmält");

        fill(owner, "rewriting", "#rewriting-text", "Rikta den mot sydost", "button");
        owner.sees("main", "Rikta den mot sydost").unfold("details:has(> #review)");
        owner.write("#review-next", LocalDate.now(Say.STOCKHOLM).plusYears(2)).press("#review button");
        owner.sees("main", "Senaste översynen");
        fill(owner, "withdrawal", "#withdrawal-reason", "Uppsagd", "button");
        owner.sees("main", "Används inte längre: Uppsagd");
        owner.write("#resumption-reason", "Nytt avtal")
                .press("#resumption button")
                .sees("main", "Fungerade inte");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/courses",
        "/courses/*",
        "/courses/*/withdrawal",
        "/courses/*/occasions",
        "/occasions/*/calling-off",
        "/occasions/*/coming",
        "/occasions/*/attendance"
    })
    void aCourseIsWrittenCalledAndAttended_G6_A4(Hands hands) {
        var name = "Rakel " + UUID.randomUUID().toString().substring(0, 6);
        var keeps = hands.of("kansli").open("/courses").unfold("details:has(> #write)");
        keeps.write("#write-nameSv", name).write("#write-text", "Tala i grupp").press("#write button.next");
        keeps.sees("#write .wrong", "Välj minst en nivå");
        keeps.choose("#write [name='forLevels'][value='COORDINATING']").press("#write button.next");
        keeps.sees("h1", name);
        var path = "/courses/" + keeps.there();
        var today = LocalDate.now(se.samlad.web.Say.STOCKHOLM);

        var holds = hands.of("nacka.chef").open(path).unfold("details:has(> #occasion)");
        holds.write("#occasion-on", today).write("#occasion-where", "Brandstationen");
        holds.press("#occasion button.next").sees("main", "Brandstationen");

        var comes = hands.of("taby.tib").open(path);
        comes.unfold("details:has(> [id^='coming-'])").write("[id^='coming-'] [name='functions[0].number']", "501");
        comes.press("form[id^='coming-'] button").sees("[id^='coming-'] .wrong", "Skriv ett tal från 0 till 500");
        comes.write("[id^='coming-'] [name='functions[0].number']", "2").press("form[id^='coming-'] button");
        comes.sees("main", "2 anmälda");
        comes.unfold("details:has(> [id^='attendance-'])");
        comes.press("form[id^='attendance-'] button").sees("main", "2 var med").sees("main", "Har till");
        holds.open(path).unfold("details:has(> [id^='note-'])");
        holds.pick("[id^='note-'] [name='actor']", "solna");
        holds.pick("[id^='note-'] [name='functions[0].function']", "tib");
        holds.write("[id^='note-'] [name='functions[0].number']", "1").press("form[id^='note-'] button");
        holds.sees("main", "antecknat av Nacka");
        holds.unfold("details:has(> [id^='off-'])").write("form[id^='off-'] textarea", "Fel dag");
        holds.press("form[id^='off-'] button").sees("main", "Inställt: Fel dag");

        keeps.open(path).unfold("details:has(> #change)").write("#change-months", "12");
        keeps.press("#change button").sees("main", "12 månader");
        fill(keeps, "withdrawal", "#withdrawal-reason", "Ersatt", "button");
        keeps.sees("main", "Indragen: Ersatt");
    }

    private static void fill(Hands.Hand hand, String form, String field, String text, String button) {
        hand.unfold("details:has(> #" + form + ")").write(field, text).press("#" + form + " " + button);
    }
}
