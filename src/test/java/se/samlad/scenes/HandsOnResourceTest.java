package se.samlad.scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A resource is asked for, ordered, promised, lent and returned, without script and by keyboard alone (D4). */
class HandsOnResourceTest {

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/incidents/*/resource-needs",
        "/resource-needs/*/answers",
        "/resource-needs/*/ranking",
        "/resource-needs/*/promises",
        "/resource-needs/*/acceptance",
        "/resource-needs/*/departures",
        "/resource-needs/*/arrivals",
        "/resource-needs/*/returns",
        "/resource-needs/*/recall",
        "/resource-needs/*/breach",
        "/resource-needs/*/ending"
    })
    void aResourceIsLentAndComesBack_D4(Hands hands) {
        var incident = Prepared.signalled("Bandvagnar " + hands);
        Running.as("lst.chef")
                .post("/api/incidents/" + incident + "/forums", "{\"level\":\"DIRECTING\",\"actors\":[\"polisen\"]}")
                .expect(201);
        var asks = hands.of("region.vard").open("/incidents/" + incident + "/resources");
        asks.unfold("details:has(> #need)")
                .write("#need-what", "bandvagnar")
                .write("#need-quantity", "3")
                .write("#need-where", "Hallstavik")
                .write("#need-ifNot", "Elva blir utan vård i natt")
                .press("#need button.next");
        asks.sees("h1", "3 bandvagnar").sees("main", "3 saknas");
        var need = asks.there();
        var page = "/resource-needs/" + need;

        var orders = hands.of("lst.chef").open(page);
        orders.unfold("details:has(> #ranking)")
                .write("#ranking-rank", "1")
                .write("#ranking-reason", "Liv och hälsa")
                .press("#ranking button");
        orders.sees("main", "Plats 1 i ordningen: Liv och hälsa");

        lent(hands, asks, page);

        asks.open("/incidents/" + incident + "/resources").sees("#needs ~ table", "1 brutna löften");
        asks.open(page)
                .unfold("details:has(> #ending)")
                .write("#ending-reason", "Vägen är öppen")
                .press("#ending button");
        asks.sees("main", "Behövs inte längre: Vägen är öppen");
    }

    private static void lent(Hands hands, Hands.Hand asks, String page) {
        var nacka = hands.of("nacka.tib").open(page);
        nacka.unfold("details:has(> #answer)")
                .choose("#answer input[value='CANNOT']")
                .write("#answer-terms", "Alla är ute")
                .press("#answer button");
        nacka.sees("main", "Nacka kan inte").sees("main", "Alla är ute");

        var lends = hands.of("taby.tib").open(page);
        lends.write("#promise-quantity", "2").press("#promise button.next");
        lends.sees("main", "Täby lovar 2").sees("main", "1 saknas");
        asks.open(page).press("#acceptance-taby button").sees("main", "Täby lovar 2, 2 antagna");
        lends.open(page)
                .unfold("details:has(> #breach)")
                .write("#breach-quantity", "1")
                .write("#breach-reason", "Motorn gick sönder")
                .press("#breach button");
        lends.sees("main", "1 brutna löften").sees("main", "2 saknas");
        lends.press("#departures button").sees("main", "1 på väg");
        asks.open(page).unfold("details:has(> #arrivals-taby)").press("#arrivals-taby button");
        asks.sees("main", "1 framme");
        lends.open(page)
                .unfold("details:has(> #recall)")
                .write("#recall-reason", "Vi behöver den själva")
                .press("#recall button");
        lends.sees("main", "begärs tillbaka");
        asks.open(page).unfold("details:has(> #returns-taby)").press("#returns-taby button");
        asks.sees("main", "1 skickade tillbaka");
        lends.open(page).press("#returns button").sees("main", "1 av 1 tillbaka");
    }
}
