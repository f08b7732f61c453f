package se.samlad.scenes;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.web.Say;

/** The agreement by hand: an actor's own steps, the secretariat's documents and figures, the heads' group's decisions (A3, A5). */
class HandsOnAgreementTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/agreement/accessions", "/agreement/signatures", "/agreement/departures"})
    void anActorAccedesSignsAndLeavesInItsOwnName_A3(Hands hands) {
        var reference = "KF " + hands;
        var hand = hands.of("salem.chef").open("/agreement");
        hand.unfold("details:has(> #own-accede)")
                .write("#own-accede-from", LocalDate.parse("2015-01-01"))
                .write("#own-accede-decided", LocalDate.parse("2015-05-04"))
                .write("#own-accede-body", "Kommunfullmäktige")
                .write("#own-accede-reference", reference);
        hand.press("#own-accede button").sees("#milestones ~ ol", "Eget beslut, infört av Salem");
        hand.unfold("details:has(> #own-sign)")
                .pick("#own-sign-document", "overenskommelse")
                .write("#own-sign-on", LocalDate.parse("2015-05-05"))
                .write("#own-sign-name", "N. N.")
                .write("#own-sign-title", "Ordförande");
        hand.press("#own-sign button");
        hand.unfold("details:has(> #own-leave)")
                .write("#own-leave-last", LocalDate.parse("2090-12-31"))
                .write("#own-leave-decided", LocalDate.parse("2016-05-04"))
                .write("#own-leave-body", "Kommunfullmäktige")
                .write("#own-leave-reference", reference);
        hand.press("#own-leave button").sees("#milestones ~ ol", "Sista dagen som part");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/agreement/documents",
        "/agreement/counts",
        "/agreement/shares",
        "/agreement/prices",
        "/agreement/decisions",
        "/agreement/outcomes"
    })
    void aYearsFeesAreReadInDecidedAndFollowedUp_A5(Hands hands) {
        int year = 2061 + hands.ordinal();
        var page = "/agreement/fees?year=" + year;
        var keeps = hands.of("kansli").open("/agreement");
        keeps.unfold("details:has(> #document)")
                .write("#document-code", "rutin")
                .choose("#document input[value='ANNEX']")
                .write("#document-nameSv", "Rutin för avgifter")
                .write("#document-nameEn", "Routine for fees")
                .write("#document-version", hands.name())
                .write("#document-from", LocalDate.parse("2026-01-01"));
        keeps.press("#document button").sees("main", "Rutin för avgifter");
        keeps.open("/agreement/counts")
                .write("#counts-on", LocalDate.of(year - 1, 6, 30))
                .write("#counts-text", Statistics.csv())
                .press("#counts button[name='look']")
                .press("#counts button:not([name])");
        var decides = hands.of("lst.chef").open(page);
        decides.unfold("details:has(> #price)").write("#price-ore", "175").write("#price-reason", "Dyrare");
        decides.press("#price button");
        decides.unfold("details:has(> #share)")
                .write("#share-weights", Statistics.shares())
                .write("#share-reason", "Lika");
        decides.press("#share button");
        decides.write("#decide-reason", "Alla siffror finns")
                .press("#decide button")
                .sees("main", "Beslutat");
        keeps.open(page)
                .unfold("details:has(> #outcome)")
                .write("#outcome-sek", "1")
                .write("#outcome-text", "Bokslut");
        keeps.press("#outcome button").sees("main", "Utfall: 1 kr");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({"/capabilities/*/assessments", "/capabilities/sharing"})
    void anActorAssessesItselfAndSaysWhoReadsIt_G3(Hands hands) {
        int year = 2021 + 2 * hands.ordinal();
        var hand = hands.of("solna.tib").open("/capabilities/actors/solna?year=" + year);
        hand.unfold("details:has(> #activate-2)")
                .choose("#activate-2 input[value='2']")
                .write("#activate-2-evidence", "Prövat i övningen Vågen");
        hand.press("#activate-2 button").sees("main", "Prövat i övningen Vågen");
        hand.open("/capabilities/actors/solna?year=" + (year + 1))
                .press("#again-activate button")
                .sees("main", "1 av 22 delförmågor är skattade");
        hand.unfold("details:has(> #share)").choose("#share input[value='MEMBERS']");
        hand.press("#share button").sees("main", "Skattningen ses av alla medlemmar.");
        hands.of("salem.chef").open("/capabilities?year=" + (year + 1)).sees("main", "Solna");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/capabilities/years/*")
    void theSecretariatWritesTheYearsList_G3(Hands hands) {
        var hand = hands.of("kansli")
                .open("/capabilities/years/" + (LocalDate.now(Say.STOCKHOLM).getYear() + 1));
        hand.unfold("details:has(> #list)")
                .unfold("#list details:has(details)")
                .unfold("#list details details:has(#list-p0-lowest)")
                .pick("#list-p0-lowest", "1")
                .write("#list-decision", " ");
        hand.press("#list button").sees("#list .wrong", "Skriv vilket beslut");
        hand.write("#list-decision", "Chefsgruppen 7 § " + hands);
        hand.press("#list button").sees("main", "Chefsgruppen 7 § " + hands);
    }
}
