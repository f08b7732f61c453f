package se.samlad.scenes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rooms and a staff, without script and by keyboard alone (F7). */
class HandsOnStaffTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/forums/*/rooms", "/forums/*/staff", "/staffs/*/presence", "/staffs/*/hand-over", "/staffs/*/closing"})
    void aStaffSitsTogether_F7(Hands hands) {
        var incident = Prepared.signalled("Stab för " + hands);
        var forum = Prepared.convened(incident);
        var page = "/incidents/" + incident + "/forums";
        var leads = hands.of("lst.tib").open(page);
        var rooms = "#rooms-" + forum;
        leads.unfold("details:has(> " + rooms + ")");
        leads.write(rooms + " [name='link']", "video 4711").press(rooms + " button");
        leads.sees("[id='staff.all']", "video 4711");
        var open = "#staff-" + forum;
        leads.unfold("details:has(> " + open + ")").press(open + " button.next");
        leads.sees(open + " .wrong", "En stab behöver en plats");
        leads.write(open + " [name='room']", "Stora salen").press(open + " button.next");
        leads.sees("[id='staff.all'] table", "Stabschef");

        var taby = hands.of("taby.tib").open(page);
        taby.unfold("details:has(> form[id^='come-'])").pick("form[id^='come-'] select", "PICTURE");
        taby.press("form[id^='come-'] button.next");
        taby.sees("[id='staff.all'] table", "Tjänsteman i beredskap, Täby");
        taby.unfold("details:has(> form[id^='over-'])").write("form[id^='over-'] textarea", "Väg 76 är osäker");
        taby.press("form[id^='over-'] button").sees("[id='staff.all'] table", "Väg 76 är osäker");
        taby.press("form[id^='leave-'] button");

        leads.open(page).unfold("details:has(> form[id^='close-'])");
        leads.write("form[id^='close-'] [name='reason']", "Läget är normalt").press("form[id^='close-'] button");
        leads.sees("[id='staff.all']", "Öppna en samverkansstab");
    }
}
