package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The budget of actions, from the page where one stands, counted. */
class BudgetTest {

    private static Prepared scene;

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Snö och få tryck");
    }

    /** What a hand does in a window: every field filled, choice made and button pressed is counted. */
    private static final class Hand {
        private final Window window;
        private int fields;
        private int choices;
        private int presses;

        Hand(Window window) {
            this.window = window;
        }

        Hand fill(String field, String text) {
            fields++;
            window.find(field).first().fill(text);
            return this;
        }

        Hand choose(String choice) {
            choices++;
            window.find(choice).first().check(new Locator.CheckOptions().setForce(true));
            return this;
        }

        Hand press(String button) {
            presses++;
            window.find(button).first().click();
            return this;
        }

        void used(int mostFields, int mostChoices, int mostPresses) {
            assertThat(fields).as("fields").isLessThanOrEqualTo(mostFields);
            assertThat(choices).as("choices").isLessThanOrEqualTo(mostChoices);
            assertThat(presses).as("presses").isLessThanOrEqualTo(mostPresses);
        }
    }

    private static String page(UUID incident) {
        return "/incidents/" + incident;
    }

    @Test
    void aSignal() {
        try (var window = Window.of("nacka.tib", Window.PHONE)) {
            var hand = new Hand(window.open("/").live());
            hand.fill("#signal [name='title']", "Vattnet är borta i Fisksätra").press("#signal button");
            window.sees("h1", "Vattnet är borta i Fisksätra");
            hand.used(1, 0, 1);
        }
    }

    @Test
    void aRowInTheLog() {
        try (var window = Window.of("polisen.tib", Window.DESKTOP)) {
            var hand = new Hand(window.open(page(scene.incident())).live());
            hand.fill("form.composer [name='text']", "Avspärrningen är flyttad").press("form.composer button.write");
            window.sees("[id='desk.log']", "Avspärrningen är flyttad");
            hand.used(1, 0, 1);
        }
    }

    @Test
    void aReport_C4() {
        try (var window = Window.of("polisen.tib", Window.PHONE)) {
            var hand = new Hand(window.open(page(scene.incident())).live());
            hand.choose("form.report input[value='YELLOW']")
                    .fill("form.report [name='text']", "Två patruller i norr")
                    .press("form.report button.next");
            window.sees("[id='desk.log']", "Två patruller i norr");
            hand.used(1, 1, 1);
        }
    }

    @Test
    void aReportWhereThereIsRoom_C4() {
        try (var window = Window.of("fm.tib", Window.DESKTOP)) {
            var hand = new Hand(window.open(page(scene.incident())).live());
            hand.choose("form.report input[value='YELLOW']")
                    .fill("form.report [name='text']", "Två bandvagnar i norr")
                    .press("form.report button.next");
            window.sees("[id='desk.log']", "Två bandvagnar i norr");
            hand.used(1, 1, 1);
        }
    }

    @Test
    void nothingNew_C4() {
        try (var window = Window.of("sos.tib", Window.DESKTOP)) {
            var hand = new Hand(window.open(page(scene.incident())).live());
            hand.press("button[form='still-" + scene.incident() + "']");
            window.sees("[id='desk.log']", "Inget nytt");
            hand.used(0, 0, 1);
        }
    }

    @Test
    void aCallIsAcknowledgedFromNow_F5() {
        try (var window = Window.of("trafikverket.tib", Window.PHONE)) {
            var hand = new Hand(window.open("/turn").live());
            var call = "form[action='/forums/" + scene.forum() + "/acknowledgement']";
            hand.press(call + " button");
            window.find(call)
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            hand.used(0, 0, 1);
            window.open(page(scene.incident()) + "/forums");
            var seat = "#seat-" + scene.forum() + "-trafikverket";
            assertThat(window.find("[id$='-met'] " + seat).count()).isOne();
            assertThat(window.find("[id$='-missing'] " + seat).count()).isZero();
        }
    }

    @Test
    void theForumIsConvened_I2() {
        var incident = Prepared.signalled("Två tryck till ett forum");
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            var hand = new Hand(window.open(page(incident)).live());
            hand.press("[id='desk.assess'] a.next").press("#convene-COORDINATING-" + incident + " button.next");
            window.sees("[id='forum.list']", "Samordnande forum");
            hand.used(0, 0, 2);
        }
    }

    @Test
    void aStance_D3() {
        try (var window = Window.of("taby.tib", Window.DESKTOP)) {
            var hand = new Hand(window.open(page(scene.incident())).live());
            hand.choose("[id='direction.stance'] input[value='ACCEPTS']")
                    .press("[id='direction.stance'] form.stance button");
            window.sees("[id^='my-stance-'] h2", "Ställer sig bakom");
            hand.used(0, 1, 1);
        }
    }

    @Test
    void whoHasNotReportedIsSeenAtOnce_C3() {
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            window.open(page(scene.incident()));
            var holes = window.find("[id='picture.board'] section.none");
            assertThat(holes.getByText("Norrtälje").isVisible()).isTrue();
            assertThat(holes.getByText("Trafikverket").count()).isZero();
        }
    }

    /** A guest whose answers are as last season presses once; what is new is one field more (D5). */
    @Test
    void aGuestsFiveAnswersOnAPhone_D5() {
        var last = SeasonTest.season();
        var bus = SeasonGuestTest.guest(last, "Bussbolaget");
        SeasonTest.post(
                        "haninge.sakchef",
                        "/" + last + "/participants/" + bus + "/answers",
                        "{'preparations':'Kedjor på 28 bussar','contacts':'Trafikledningen'}")
                .expect(201);
        var season = SeasonTest.season(",'earlier':'" + last + "'");
        var linked = SeasonGuestTest.linked(season, SeasonGuestTest.second(season));
        try (var window = Window.ofNobodyAt(Running.server().url(), Window.PHONE)) {
            var hand = new Hand(window.open(linked.link()));
            hand.press("#open-season button");
            window.sees("main", "Era svar från förra säsongen står redan där");
            hand.fill("#answer-preparations", "Kedjor på 40 bussar").press("#answer button.next");
            window.sees("main", "Era svar kom fram");
            window.sees("main", "Kedjor på 28 bussar");
            hand.used(1, 0, 2);
            assertThat(window.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void anAssessmentOfOneselfOnAPhone_G3() {
        try (var window = Window.of("ekero.tib", Window.PHONE)) {
            var hand =
                    new Hand(window.open("/capabilities/actors/ekero?year=2025").live());
            hand.press("details:has(> #activate-2) > summary")
                    .choose("#activate-2 input[value='3']")
                    .fill("#activate-2-evidence", "Prövat i övningen Vågen")
                    .press("#activate-2 button.next");
            window.sees("main", "1 av 22 delförmågor är skattade");
            window.sees("main", "Prövat i övningen Vågen");
            hand.used(1, 1, 2);
        }
    }
}
