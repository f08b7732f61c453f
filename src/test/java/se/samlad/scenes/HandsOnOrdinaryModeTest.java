package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scene 1 whole, by hand: at the monthly meeting a party raises a lack, others have the same and one has worked on it; it is
 * examined, proposed, decided, carried out, valued, decided and followed up (G4, F1). The story is {@code scenes/ordinary-mode.yaml};
 * here a party, another party, the samordningsgruppen's and the chefsgruppen's chair and the secretariat play it.
 */
class HandsOnOrdinaryModeTest {

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/meetings",
        "/meetings/*/points",
        "/meetings/*/attendance",
        "/meetings/*/moving",
        "/meetings/*/decisions",
        "/meetings/*/notes",
        "/meetings/*/undertakings",
        "/meetings/*/own-word",
        "/meetings/*/carried-out",
        "/meetings/*/dissent",
        "/meetings/*/corrections",
        "/meetings/*/closing",
        "/meetings/*/approval",
        "/meetings/*/home",
        "/meetings/*/calling-off",
        "/cases",
        "/papers/*",
        "/papers/*/withdrawal",
        "/cases/*/same",
        "/cases/*/experience",
        "/cases/*/examination",
        "/cases/*/sections",
        "/cases/*/proposal",
        "/cases/*/decision",
        "/cases/*/project",
        "/cases/*/work",
        "/cases/*/report",
        "/cases/*/valuation",
        "/cases/*/follow-up",
        "/cases/*/ending",
        "/cases/*/resting",
        "/cases/*/resumption",
        "/cases/*/merging",
        "/case-steps"
    })
    void scene1(Hands hands) {
        var meeting = called(hands.of("kansli"));
        var page = raised(hands, meeting);
        minuted(hands, meeting);
        approved(hands, meeting);
        examined(hands, page);
        decided(hands, page);
        carriedOut(hands, page);
        var settles = hands.of("kansli").open("/case-steps");
        fill(settles, "steps", "[id='steps-waits[1].days']", "900", "button"); // none is late for that
        settles.sees("main", "900 dagar");
    }

    /** The samordningsgruppen is called to its meeting, which is moved; one besides is called off. */
    private static String called(Hands.Hand leads) {
        var at = LocalDateTime.now(ZoneId.of("Europe/Stockholm")).plusDays(4).truncatedTo(ChronoUnit.MINUTES);
        for (var forum : new String[] {"kommunikatorerna", "samordningsgruppen"}) {
            leads.open("/meetings").unfold("details:has(> #call)").pick("#call-forum", forum);
            leads.write("#call-at", at).press("#call button.next");
            if (forum.equals("samordningsgruppen")) break;
            fill(leads, "off", "#off-reason", "Ingen kan", "button.next");
            leads.sees("main", "Inställt: Ingen kan");
        }
        fill(leads, "moving", "#moving-reason", "Snön", "button.next");
        leads.sees("main", "Flyttat: Snön");
        return "/meetings/" + leads.there();
    }

    /** A party raises the lack, there and as a case; another has the same, and one has worked on it before. */
    private static String raised(Hands hands, String meeting) {
        var raises = hands.of("botkyrka.tib").open(meeting);
        raises.press("#how-COMING button").sees("main", "Kommer");
        fill(raises, "point", "#point-title", "Tolkar når inte fram", "button.next");
        raises.sees("main", "Tolkar når inte fram");
        var title = "Tolkar i skarpt läge " + hands;
        raises.open("/cases/new")
                .write("#raise-title", title)
                .write("#raise-text", "60 boende fick inget de kunde läsa")
                .press("#raise button.next");
        raises.sees("h1", title);
        var page = "/cases/" + raises.there();
        fill(hands.of("sigtuna.tib").open(page), "same", "#same-text", "Elva språk i Märsta", "button");
        hands.of("sigtuna.tib").sees("main", "Elva språk i Märsta");
        var did = hands.of("taby.tib").open(page);
        fill(did, "experience", "#experience-text", "Avtal om tolk på distans", "button");
        did.sees("main", "Avtal om tolk på distans");
        papers(did);
        return page;
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

    /** What is decided, noted and undertaken, and each actor's own word on it (A4, C5). */
    private static void minuted(Hands hands, String meeting) {
        var leads = hands.of("kansli").open(meeting);
        leads.unfold("details:has(> #decision)").write("#decision-text", "Vi föreslår ett projekt");
        leads.write("#decision-reason", "Bristen är gemensam").press("#decision button.next");
        leads.sees("main", "Skäl: Bristen är gemensam");
        fill(leads, "note", "#note-text", "Täby har ett avtal", "button.next");
        leads.unfold("details:has(> #undertaking)").pick("#undertaking-actor", "taby");
        leads.write("#undertaking-what", "Delar avtalet").press("#undertaking button.next");
        leads.sees("main", "Väntar på Täbys eget ord");

        var takesPart = hands.of("taby.tib").open(meeting);
        takesPart.press("#how-PRESENT button").press("form[action$='/own-word'] button.next");
        takesPart.press("form[action$='/carried-out'] button").sees("main", "Klart");
        var decision = Running.as("taby.tib").get("/api" + meeting).expect(200).json();
        takesPart
                .unfold("details:has(> #dissent)")
                .pick(
                        "#dissent-decision",
                        decision.get("decisions").get(0).get("id").asString());
        takesPart.write("#dissent-text", "Flygplatsen borde vara med").press("#dissent button.next");
        takesPart.press("main a[href*='?line=']").write("#correction-text", "Flygplatsen ska vara med");
        takesPart.write("#correction-reason", "Stavfel").press("#correction button.next");
        takesPart.unfold("details.versions").sees("details.versions", "borde");
    }

    private static void approved(Hands hands, String meeting) {
        var leads = hands.of("kansli").open(meeting);
        leads.unfold("details:has(> #closing)").write("#closing-summary", "Ett projekt om tolkar föreslås");
        leads.press("#closing button.next").press("#approval button.next");
        var head = hands.of("taby.chef").open(meeting);
        head.press("#approval button.next").sees("main", "Protokollet är justerat");
        head.press("form[action$='/home'] button").sees("main", "Hemma hos");
    }

    /** The proposal is written by two at once: who has not seen the other's text is shown it, and nothing typed is lost. */
    private static void examined(Hands hands, String page) {
        var leads = hands.of("kansli").open(page);
        fill(leads, "resting", "#resting-reason", "Väntar", "button");
        leads.sees("main", "Vilar").press("#step button.next");
        write(leads, "Nio språk behövs");
        leads.unfold("details:has(> #section-new)")
                .write("#section-new-heading", "Kostnad")
                .write("#section-new-text", "Två miljoner kronor")
                .press("#section-new button");
        leads.sees("main article", "Två miljoner kronor");
        var edit = "form[id^='section-']:not(#section-new)";
        var other = hands.of("taby.tib").open(page).unfold("details:has(> " + edit + ")");
        leads.unfold("details:has(> " + edit + ")").write(edit + " textarea", "Tre miljoner kronor");
        leads.press(edit + " button").sees("main article", "Tre miljoner kronor");
        other.write(edit + " textarea", "Två miljoner, delat på fyra").press(edit + " button");
        other.sees("main", "Tre ");
        assertThat(other.find(edit + " textarea").inputValue()).isEqualTo("Två miljoner, delat på fyra");
        other.press(edit + " button").sees("main article", "delat på fyra");
        other.unfold("details.versions").sees("details.versions", "Tre ");
        leads.open(page).press("#step button.next").sees("main", "delat på fyra");
    }

    private static void decided(Hands hands, String page) {
        var heads = hands.of("lst.chef").open("/meetings");
        heads.unfold("details:has(> #call)").pick("#call-forum", "chefsgruppen");
        heads.write(
                "#call-at",
                LocalDateTime.now(ZoneId.of("Europe/Stockholm")).plusDays(6).truncatedTo(ChronoUnit.MINUTES));
        heads.press("#call button.next").sees("main", "Tolkar i skarpt läge " + hands);
        decides(heads, page, "Det behövs");
        hands.of("kansli").open(page).pick("#step-owner", "botkyrka").press("#step button.next");
    }

    private static void carriedOut(Hands hands, String page) {
        var owns = hands.of("botkyrka.tib").open(page);
        owns.unfold("details:has(> #work)")
                .write("[id='work-parts[0].what']", "Behovet räknat")
                .write("#work-budget", "240000")
                .press("#work button");
        write(owns.sees("main", "0 av 1 steg klara"), "Tre förslag");
        var leads = hands.of("kansli");
        write(leads.open(page), "Vi rekommenderar alla tre");
        decides(hands.of("lst.chef"), page, "Inför dem");
        write(leads.open(page), "Rutinen finns").sees("main", "Följt upp");
        var same = ActsOnCases.raised("nacka.tib", "Tolkning i skarpt läge " + hands);
        leads.open("/cases/" + same).unfold("details:has(> #merging)");
        leads.pick("#merging-into", page.substring("/cases/".length())).write("#merging-reason", "Samma sak");
        leads.press("#merging button").sees("main", "Går vidare i ett annat ärende");
        fill(leads.open(page), "ending", "#ending-reason", "Klart", "button");
        leads.sees("main", "Avslutat");
    }

    private static Hands.Hand write(Hands.Hand hand, String text) {
        return hand.write("#step-text", text).press("#step button.next");
    }

    private static void decides(Hands.Hand hand, String page, String why) {
        hand.open(page)
                .choose("#step input[value='APPROVED']")
                .write("#step-reason", why)
                .press("#step button.next")
                .sees("main", why);
    }

    private static void fill(Hands.Hand hand, String form, String field, String text, String button) {
        hand.unfold("details:has(> #" + form + ")").write(field, text).press("#" + form + " " + button);
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/standing-forums",
        "/standing-forums/*",
        "/standing-forums/*/seats",
        "/standing-forums/*/withdrawal",
        "/standing-forums/*/resumption"
    })
    void aForumIsEstablishedEditedAndWithdrawnAndAnActorSaysWhoIsInIt_F1(Hands hands) {
        var name = "Arbetsgruppen för sand " + hands;
        var keeps = hands.of("kansli").open("/standing-forums");
        keeps.unfold("details:has(> #forum)")
                .write("#forum-name", name)
                .write("#forum-task", "Delar på sanden")
                .write("#forum-holds", "99")
                .press("#forum button.next");
        keeps.sees("#forum .wrong", "mellan 1 och 60 månader");
        keeps.write("#forum-holds", "12").press("#forum button.next");
        var page = "/standing-forums/arbetsgruppen-for-sand-"
                + hands.name().toLowerCase(Locale.ROOT).replace('_', '-');
        keeps.sees("main", name).open(page);
        fill(keeps, "forum", "#forum-room", "Förrådet i Täby", "button.next");
        keeps.sees("main article", "Förrådet i Täby");

        var says = hands.of("taby.tib").open(page);
        says.unfold("details:has(> #seat)").pick("#seat-function", "tib").press("#seat button.next");
        says.sees("main", "Har sagt vem");
        fill(keeps, "withdrawal", "#withdrawal-reason", "Vintern är över", "button");
        keeps.sees("main", "Forumet finns inte längre").unfold("details:has(> #resumption)");
        keeps.press("#resumption button").sees("main", "Upptaget igen.");
    }
}
