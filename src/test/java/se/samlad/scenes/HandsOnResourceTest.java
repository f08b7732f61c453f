package se.samlad.scenes;

import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.web.Say;

/** A resource is asked for, ordered, promised, lent and returned, without script and by keyboard alone (D4). */
class HandsOnResourceTest {

    @ParameterizedTest
    @EnumSource
    @Writes("/resource-needs/*/sending")
    void aLocalNeedIsSentUp_F5(Hands hands) {
        var region = Prepared.signalled("Snö över länet, plogbilar " + hands);
        var local = Running.as("haninge.sakchef")
                .post("/api/incidents", "{\"title\":\"Snö i Haninge\",\"parent\":\"" + region + "\"}")
                .expect(201)
                .id();
        var need = Running.as("polisen.tib")
                .post(
                        "/api/incidents/" + local + "/resource-needs",
                        "{\"what\":\"plogbilar\",\"quantity\":3,\"where\":\"Jordbro\",\"ifNot\":\"Halt\"}")
                .expect(201)
                .id();
        var sends = hands.of("haninge.sakchef").open("/resource-needs/" + need);
        sends.unfold("details:has(> #sending)").write("#sending-quantity", "2").press("#sending button");
        sends.sees("h1", "2 plogbilar").sees("main", "Kommer från det lokala behovet");
        sends.open("/resource-needs/" + need).sees("main", "Till den regionala händelsen");
    }

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

    /** In ordinary mode, with what the two settle between them (D4, A4). */
    @ParameterizedTest
    @EnumSource
    @Writes({
        "/resource-needs",
        "/resource-needs/*/extensions",
        "/resource-needs/*/extension-answers",
        "/resource-needs/*/replacements",
        "/resource-needs/*/costs",
        "/resource-needs/*/cost-answers"
    })
    void whatIsLentIsReplacedKeptLongerAndSettled_D4(Hands hands) {
        var asks = hands.of("region.vard").open("/resources");
        asks.unfold("details:has(> #need)")
                .write("#need-what", "elverk " + hands)
                .write("#need-quantity", "2")
                .write("#need-where", "Rimbo")
                .write("#need-ifNot", "Kylen går varm")
                .write(
                        "#need-until",
                        LocalDateTime.now(Say.STOCKHOLM).plusDays(3).withNano(0).withSecond(0))
                .press("#need button.next");
        var need = asks.there();
        var page = "/resource-needs/" + need;
        step("taby.tib", need, "promises", "{'quantity':2}");
        var lends = hands.of("taby.tib").open(page);
        lends.unfold("details:has(> #replacements)")
                .write("#replacements-quantity", "1")
                .write("#replacements-what", "batterier")
                .write("#replacements-reason", "Ett är trasigt")
                .press("#replacements button");
        lends.sees("main", "i stället kommer 1 batterier");
        step("region.vard", need, "acceptance", "{}");
        step("taby.tib", need, "arrivals", "{'quantity':2}");
        longer(asks.open(page), 5);
        lends.open(page).press("#longer button.next").sees("main", "förlängt till");
        longer(asks.open(page), 7);
        lends.open(page)
                .unfold("details:has(> #otherwise)")
                .write("#otherwise-reason", "Vi behöver dem")
                .press("#otherwise button");
        lends.sees("main", "förlängning nekad");
        charged(lends, "Bränsle").sees("main", "väntar på svar");
        asks.open(page)
                .unfold("details:has(> #disputed-taby)")
                .write("#disputed-taby-reason", "Vi tankade själva")
                .press("#disputed-taby button");
        asks.sees("main", "inte godkänd");
        charged(lends.open(page), "Bara förare");
        asks.open(page).press("#agreed-taby button.next").sees("main", "godkänd");
    }

    private static void longer(Hands.Hand asks, int days) {
        asks.unfold("details:has(> #extensions-taby)")
                .write(
                        "#extensions-taby-until",
                        LocalDateTime.now(Say.STOCKHOLM)
                                .plusDays(days)
                                .withNano(0)
                                .withSecond(0))
                .write("#extensions-taby-reason", "Snön ligger kvar")
                .press("#extensions-taby button");
        asks.sees("main", "inte besvarad");
    }

    private static Hands.Hand charged(Hands.Hand lends, String what) {
        return lends.unfold("details:has(> #costs)")
                .write("#costs-sek", "900")
                .write("#costs-note", what)
                .press("#costs button");
    }

    private static void step(String account, UUID need, String step, String json) {
        Running.as(account)
                .post("/api/resource-needs/" + need + "/" + step, json.replace('\'', '"'))
                .expect(201);
    }

    /** What nobody asked for is offered, taken up for a need, and taken back (A4). */
    @ParameterizedTest
    @EnumSource
    @Writes({"/incidents/*/resource-offers", "/resource-needs/*/offers", "/resource-offers/*/withdrawal"})
    void whatIsOfferedIsTakenUp_A4(Hands hands) {
        var incident = Prepared.signalled("Elverk " + hands);
        var offers = hands.of("taby.tib").open("/incidents/" + incident + "/resources");
        offers.unfold("details:has(> #offer)")
                .write("#offer-what", "elverk")
                .write("#offer-quantity", "3")
                .pick("#offer-kind", "POWER")
                .press("#offer button.next");
        offers.sees("main", "Täby erbjuder 3 elverk");
        var need = Running.as("region.vard")
                .post(
                        "/api/incidents/" + incident + "/resource-needs",
                        "{\"what\":\"elverk\",\"quantity\":2,\"where\":\"Rimbo\",\"ifNot\":\"Mörkt\"}")
                .expect(201)
                .id();
        hands.of("region.vard")
                .open("/resource-needs/" + need)
                .press("form[action$='/offers'] button")
                .sees("main", "Täby kan erbjuda 2");
        offers.open("/incidents/" + incident + "/resources").press("a[href^='/resource-offers/']");
        offers.unfold("details:has(> #withdrawal)").press("#withdrawal button");
        offers.sees("main", "tillbakadraget");
    }

    /** What one can usually share is listed, changed, read from a file and taken away (D4). */
    @ParameterizedTest
    @EnumSource
    @Writes({"/catalogue", "/catalogue/*/change", "/catalogue/file", "/catalogue/*/removal"})
    void whatOneCanShareIsListed_D4(Hands hands) {
        var what = "Tält " + hands;
        var hand = hands.of("nacka.tib").open("/catalogue");
        hand.unfold("details:has(> #line)")
                .write("#line-what", what)
                .pick("#line-kind", "SHELTER")
                .write("#line-quantity", "4")
                .press("#line button.next");
        hand.sees("main", what).open("/catalogue/file");
        hand.write("#lines-text", "slag;vad;antal\nLokaler;" + what + ";6").press("#lines button.next");
        hand.sees("main", "ändrad").press("#lines p.row > button.next");
        hand.open("/catalogue?q=" + hands).press("tbody th a").sees("main", "6");
        hand.unfold("details:has(> #change)").write("#change-contact", "TiB").press("#change button");
        hand.sees("main", "TiB");
        hand.unfold("details:has(> #removal)").press("#removal button").sees("h1", "Katalog");
    }
}
