package se.samlad.scenes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ordinary mode by hand: the register of forums (F1, A6). */
class HandsOnMeetingTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/standing-forums", "/standing-forums/*", "/standing-forums/*/seats"})
    void aForumIsEstablishedAndEditedAndAnActorSaysWhoIsInIt_F1(Hands hands) {
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
                + hands.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        keeps.sees("main", name).open(page);
        keeps.unfold("details:has(> #forum)")
                .write("#forum-room", "Förrådet i Täby")
                .press("#forum button.next");
        keeps.sees("main article", "Förrådet i Täby");

        var says = hands.of("taby.tib").open(page);
        says.unfold("details:has(> #seat)").pick("#seat-function", "tib").press("#seat button.next");
        says.sees("main", "Har sagt vem");
    }

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
        "/meetings/*/home"
    })
    void aMeetingIsHeldFromCallToApproval_F1(Hands hands) {
        var at = LocalDateTime.now(ZoneId.of("Europe/Stockholm")).plusDays(4).truncatedTo(ChronoUnit.MINUTES);
        var leads = hands.of("kansli").open("/meetings");
        leads.unfold("details:has(> #call)")
                .pick("#call-forum", "samordningsgruppen")
                .write("#call-at", at)
                .press("#call button.next");
        var page = "/meetings/" + leads.there();
        fill(leads, "moving", "#moving-reason", "Snön");
        leads.sees("main", "Flyttat: Snön");

        var takesPart = hands.of("taby.tib").open(page);
        takesPart.press("#how-COMING button").sees("main", "Kommer");
        fill(takesPart, "point", "#point-title", "Isvägar i skärgården");
        takesPart.sees("main", "Isvägar i skärgården");

        leads.open(page).unfold("details:has(> #decision)").write("#decision-text", "Vi plogar");
        leads.write("#decision-reason", "Snön").press("#decision button.next");
        leads.sees("main", "Skäl: Snön");
        fill(leads, "note", "#note-text", "Täby har sand");
        leads.unfold("details:has(> #undertaking)").pick("#undertaking-actor", "taby");
        leads.write("#undertaking-what", "Lista över sanden").press("#undertaking button.next");
        leads.sees("main", "Väntar på Täbys eget ord");

        takesPart.open(page).press("#how-PRESENT button").press("form[action$='/own-word'] button.next");
        takesPart.press("form[action$='/carried-out'] button").sees("main", "Klart");
        takesPart.unfold("details:has(> #dissent)").pick("#dissent-decision", decided(page));
        takesPart.write("#dissent-text", "Vi sandar").press("#dissent button.next");
        takesPart.press("main a[href*='?line=']");
        takesPart.write("#correction-reason", "Stavfel").press("#correction button.next");

        leads.open(page).unfold("details:has(> #closing)").write("#closing-summary", "Sanden räcker");
        leads.press("#closing button.next").press("#approval button.next");
        hands.of("taby.chef").open(page).press("#approval button.next").sees("main", "Protokollet är justerat");
        hands.of("taby.chef").open(page).press("form[action$='/home'] button").sees("main", "Hemma hos");
    }

    private static String decided(String page) {
        var told = Running.as("taby.tib").get("/api" + page).expect(200).json();
        return told.get("decisions").get(0).get("id").asString();
    }

    private static void fill(Hands.Hand hand, String form, String field, String text) {
        hand.unfold("details:has(> #" + form + ")").write(field, text).press("#" + form + " button.next");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/meetings/*/calling-off")
    void aMeetingIsCalledOff_F1(Hands hands) {
        var id = ActsOnMeetings.called(
                "kansli", "kommunikatorerna", Instant.now().plus(5, ChronoUnit.DAYS));
        var leads = hands.of("kansli").open("/meetings/" + id);
        fill(leads, "off", "#off-reason", "Ingen kan");
        leads.sees("main", "Inställt: Ingen kan");
    }
}
