package se.samlad.scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scene 1 by hand: a party raises a case, others have the same, and it is taken to its follow-up (G4). */
class HandsOnCaseTest {

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/cases",
        "/papers/*",
        "/papers/*/withdrawal",
        "/cases/*/same",
        "/cases/*/experience",
        "/cases/*/examination",
        "/cases/*/proposal",
        "/cases/*/decision",
        "/cases/*/project",
        "/cases/*/work",
        "/cases/*/report",
        "/cases/*/valuation",
        "/cases/*/follow-up",
        "/cases/*/ending",
        "/cases/*/resting",
        "/cases/*/resumption"
    })
    void aCaseIsTakenFromRaisedToEnded_G4(Hands hands) {
        var title = "Tolkar i skarpt läge " + hands;
        var raises = hands.of("botkyrka.tib").open("/cases/new");
        raises.write("#raise-title", title)
                .write("#raise-text", "60 boende fick inget de kunde läsa")
                .press("#raise button.next");
        raises.sees("h1", title);
        var page = "/cases/" + raises.there();

        var same = hands.of("sigtuna.tib").open(page);
        same.unfold("details:has(> #same)")
                .write("#same-text", "Elva språk i Märsta")
                .press("#same button");
        same.sees("main", "Elva språk i Märsta");
        var did = hands.of("taby.tib").open(page);
        did.unfold("details:has(> #experience)")
                .write("#experience-text", "Avtal om tolk på distans")
                .press("#experience button");
        did.sees("main", "Avtal om tolk på distans");

        papers(did.open(page));

        var leads = hands.of("kansli").open(page);
        leads.unfold("details:has(> #resting)")
                .write("#resting-reason", "Väntar")
                .press("#resting button");
        leads.sees("main", "Vilar").press("#step button.next");
        write(leads, "Nio språk behövs").write("#step-text", "Ett projekt").press("#step button.next");
        decides(hands, page, "Det behövs");
        leads.open(page).pick("#step-owner", "botkyrka").press("#step button.next");
        raises.open(page)
                .unfold("details:has(> #work)")
                .write("[id='work-parts[0].what']", "Behovet räknat")
                .write("#work-budget", "240000")
                .press("#work button");
        raises.sees("main", "0 av 1 steg klara");
        write(raises.open(page), "Tre förslag");
        write(leads.open(page), "Vi rekommenderar alla tre");
        decides(hands, page, "Inför dem");
        write(leads.open(page), "Rutinen finns").sees("main", "Följt upp");
        leads.unfold("details:has(> #ending)").write("#ending-reason", "Klart").press("#ending button");
        leads.sees("main", "Avslutat");
    }

    private static void papers(Hands.Hand hand) {
        var form = "form[action^='/papers/']";
        hand.unfold("details:has(> " + form + ")")
                .attach(form + " input[type=file]", "avtal.pdf", new byte[] {'M', 'Z', 0, 0})
                .press(form + " button");
        hand.sees("main", "Filen är till innehållet något annat");
        hand.attach(form + " input[type=file]", "avtal.pdf", Sent.pdf()).press(form + " button");
        hand.sees("main", "avtal.pdf");
        var back = "form[action$='/withdrawal']";
        hand.unfold("details:has(> " + back + ")")
                .write(back + " input[name=reason]", "Fel version")
                .press(back + " button");
        hand.sees("main", "Tillbakadragen: Fel version");
    }

    private static Hands.Hand write(Hands.Hand hand, String text) {
        return hand.write("#step-text", text).press("#step button.next");
    }

    private static void decides(Hands hands, String page, String why) {
        hands.of("lst.chef")
                .open(page)
                .choose("#step input[value='APPROVED']")
                .write("#step-reason", why)
                .press("#step button.next")
                .sees("main", why);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/cases/*/merging")
    void twoBecomeOne_I6(Hands hands) {
        var one = ActsOnCases.raised("taby.tib", "Plogförare över gränserna " + hands);
        var two = ActsOnCases.raised("nacka.tib", "Plogning över gränserna " + hands);
        var leads = hands.of("kansli").open("/cases/" + two);
        leads.unfold("details:has(> #merging)")
                .pick("#merging-into", one.toString())
                .write("#merging-reason", "Samma sak")
                .press("#merging button");
        leads.sees("main", "Går vidare i ett annat ärende");
    }
}
