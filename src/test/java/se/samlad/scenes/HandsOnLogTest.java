package se.samlad.scenes;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.scenes.Hands.Hand;

/** All that is written in the log and reported, without script and by keyboard alone. */
class HandsOnLogTest {

    private static final String LOG = "[id='desk.log']";
    private static Prepared scene;
    private static String form;

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Snö till loggen");
        form = "#log-" + scene.incident();
    }

    private static Hand at(Hands hands, String account) {
        return hands.of(account).open("/incidents/" + scene.incident());
    }

    private static String kind(String kind) {
        return form + " input[name='kind'][value='" + kind + "']";
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/log")
    void aRowOfEachKind_C5(Hands hands) {
        var hand = at(hands, "nacka.tib");
        for (var kind : new String[] {"NOTE", "NEED", "MEASURE"}) {
            hand.write(form + "-text", kind + " skrivs för " + hands)
                    .choose(kind(kind))
                    .press(form + " button.write");
            hand.sees(LOG, kind + " skrivs för " + hands);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/log")
    void aDecisionWithItsReason_C5(Hands hands) {
        var hand = at(hands, "nacka.tib");
        hand.write(form + "-text", "Vi öppnar sporthallen för " + hands)
                .choose(kind("DECISION"))
                .write(form + "-reason", "Värmen är borta")
                .press(form + " button.write");
        hand.sees(LOG, "Vi öppnar sporthallen för " + hands);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/log")
    void whatIsPassedOnAboutAnother_C3(Hands hands) {
        var hand = at(hands, "nacka.tib");
        hand.write(form + "-text", "Elen är borta, hörs för " + hands)
                .choose(kind("RELAY"))
                .write(form + "-about", "Ellevio");
        hand.unfold(form + " details:has(> div > " + form + "-certainty)")
                .pick(form + "-certainty", "UNSURE")
                .press(form + " button.write");
        hand.sees(LOG, "Elen är borta, hörs för " + hands);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/log")
    void whatIsLateSaysWhy_C5(Hands hands) {
        var hand = at(hands, "nacka.tib");
        var before =
                LocalDateTime.now(ZoneId.of("Europe/Stockholm")).minusHours(30).truncatedTo(ChronoUnit.MINUTES);
        hand.write(form + "-text", "Larmet kom i går för " + hands);
        hand.unfold(form + " details:has(> div > " + form + "-lateBecause)")
                .write(form + "-occurredAt", before)
                .write(form + "-lateBecause", "Nätet var nere")
                .press(form + " button.write");
        hand.sees(LOG, "Larmet kom i går för " + hands);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/incidents/*/log")
    void aRowForAChosenFew_S1(Hands hands) {
        var hand = at(hands, "nacka.tib");
        hand.write(form + "-text", "Bara för några, för " + hands);
        hand.unfold(form + " details.sharing")
                .pick(form + "-share", "chosen")
                .choose(form + " input[name='to'][value='polisen']")
                .pick(form + "-ground", "OSL 18:1")
                .press(form + " button.write");
        hand.sees(LOG + " .marking", "OSL 18:1");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/incidents/*/log", "/incidents/*/reports"})
    void aReportAndNothingNew_C1(Hands hands) {
        var hand = at(hands, hands == Hands.KEYBOARD ? "haninge.tib" : "huddinge.tib");
        var report = "#report-" + scene.incident();
        hand.choose(report + " input[name='kind'][value='YELLOW']")
                .write(report + "-text", "Skolorna har reservkraft, för " + hands)
                .press(report + " button.next");
        hand.sees(LOG, "Skolorna har reservkraft, för " + hands);
        hand.press("button[form='still-" + scene.incident() + "']");
        hand.sees(LOG, "Inget nytt");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/reports/*/correction")
    void aReportIsCorrected_C5(Hands hands) {
        var account = hands == Hands.KEYBOARD ? "solna.tib" : "salem.tib";
        var report = Running.as(account)
                .post(
                        "/api/incidents/" + scene.incident() + "/reports",
                        "{\"status\":\"RED\",\"happened\":\"Allt är borta, för " + hands + "\"}")
                .expect(201)
                .id();
        var hand = hands.of(account).open("/entries/" + report).press("a[href$='/correction']");
        var mend = "form[action$='/correction']";
        hand.choose(mend + " input[value='ORANGE']")
                .write(mend + " [name='happened']", "Mycket är borta, för " + hands)
                .write(mend + " [name='reason']", "Det var bara en del")
                .press(mend + " button.next");
        hand.sees(LOG, "Mycket är borta, för " + hands);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/notes/*/correction")
    void aRowIsCorrected_C5(Hands hands) {
        UUID note = Running.as("nacka.tib")
                .post(
                        "/api/incidents/" + scene.incident() + "/notes",
                        "{\"kind\":\"NOTE\",\"text\":\"Bron är stängd, för " + hands + "\"}")
                .expect(201)
                .id();
        var hand = at(hands, "nacka.tib");
        hand.press("#row-" + note + " p > a[href^='/entries/']").press("a[href$='/correction']");
        var mend = "form[action$='/correction']";
        hand.holds(mend + " [name='text']", "Bron är stängd, för " + hands);
        hand.write(mend + " [name='text']", "Bron är öppen, för " + hands)
                .write(mend + " [name='reason']", "Fel bro")
                .press(mend + " button.next");
        hand.sees(LOG, "Bron är öppen, för " + hands);
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/notes/*/met")
    void aNeedIsMet_C4(Hands hands) {
        UUID need = Running.as("nacka.tib")
                .post(
                        "/api/incidents/" + scene.incident() + "/notes",
                        "{\"kind\":\"NEED\",\"text\":\"Två elverk, för " + hands + "\"}")
                .expect(201)
                .id();
        var hand = at(hands, "nacka.tib");
        hand.press("#row-" + need + " p > a[href^='/entries/']").press("a[href$='/correction']");
        hand.write("#met-" + need + "-how", "Lånade av Solna").press("#met-" + need + " button");
        hand.sees(LOG, "Behov tillgodosett");
        hand.sees(LOG, "Lånade av Solna");
    }

    /** What only looks goes by hand too: the filters, a word in the log, the whole search, the picture as it was. */
    @ParameterizedTest
    @EnumSource
    void whatIsLookedFor(Hands hands) {
        var hand = at(hands, "nacka.tib");
        hand.press(".filters a[href$='kind=REPORT']").sees(".ledger", "Hemtjänsten når inte fram");
        hand.unfold(".filters details").write("#log-q", "bandvagn").press(".filters details button");
        hand.sees("main", "Det här är ett urval");
        hand.open("/search").write("#search-q", "Snö till loggen").press("main search button, main form button");
        hand.sees("main ul.lines", "Snö till loggen");
        hand.open("/incidents/" + scene.incident() + "/picture");
        hand.first("#knew");
        hand.sees("p.as-of", "visste");
    }
}
