package se.samlad.scenes;

import static se.samlad.scenes.Conferring.step;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.scenes.Hands.Hand;
import se.samlad.web.Say;

/** A conference is called, prepared, held, closed and confirmed, without script and by keyboard alone. */
class HandsOnConferenceTest {

    private static String unfolded(Hand hand, String form) {
        hand.unfold("details:has(> #" + form + ")");
        return "#" + form;
    }

    private static UUID called(String title) {
        var forum = Prepared.convened(Prepared.signalled(title));
        return Conferring.called(forum);
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/forums/*/conferences",
        "/conferences/*/agenda",
        "/conferences/*/reminder",
        "/conferences/*/lines",
        "/conferences/*/opening",
        "/conferences/*/attendance"
    })
    void itIsCalledPreparedAndOpened_C1(Hands hands) {
        var incident = Prepared.signalled("Konferens för " + hands);
        var forum = Prepared.convened(incident);
        var soon = LocalDateTime.now(Say.STOCKHOLM).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        var leads = hands.of("lst.tib").open("/incidents/" + incident + "/conference");
        var call = unfolded(leads, "call-" + forum);
        leads.write(call + " [name='at']", soon)
                .write(call + " [name='points']", "Skolorna\nFärdtjänsten")
                .press(call + " button.next");
        leads.sees("main", "Färdtjänsten").sees("main", "har inte rapporterat");
        var conference = leads.there();

        var says = hands.of("sos.tib").open("/conferences/" + conference);
        says.press("#nothing-new button").sees("main", "Inget nytt");
        var reports = hands.of("taby.tib").open("/conferences/" + conference);
        var own = unfolded(reports, "own-report");
        reports.write(own + " textarea", "Hemtjänsten når inte fram")
                .choose(own + " input[value='ORANGE']")
                .press(own + " button.next");
        reports.sees("[id='conference.minutes']", "Hemtjänsten når inte fram");

        leads.open("/conferences/" + conference).press("#reminder button");
        leads.sees("main", "Påminda");
        var agenda = unfolded(leads, "agenda");
        leads.write(agenda + " [name='minutes']", "25").press(agenda + " button");
        leads.sees("main", "25 minuter");
        leads.press("#opening button").sees("main", "Ingen har ordet ännu");
        reports.open("/conferences/" + conference).press("#come button");
        reports.sees("main", "Täby är med");
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/conferences/*/word",
        "/conferences/*/step",
        "/conferences/*/roles",
        "/conferences/*/own-word",
        "/conferences/*/closing",
        "/conferences/*/confirmation",
        "/conferences/*/home"
    })
    void itIsHeldClosedAndConfirmed_A4(Hands hands) {
        var conference = called("Hållen för " + hands);
        step("lst.tib", conference, "opening", "{}");
        step("taby.tib", conference, "attendance", "{\"how\":\"PRESENT\"}");
        var leads = hands.of("lst.tib").open("/conferences/" + conference);
        var word = unfolded(leads, "other");
        leads.pick(word + " select", "taby").press(word + " button");
        leads.sees("[id='conference.speaker'] .who", "Täby");
        leads.write("#keep textarea[name='text']", "Två bandvagnar till hemtjänsten")
                .choose("#keep input[value='NEED']")
                .press("#keep button.next");
        leads.sees("[id='conference.minutes']", "väntar på aktörens eget ord");
        leads.press("#step-3 button").sees("[aria-current='step']", "Behov av samverkan");
        leads.unfold("details.roles").press("#role-KEEPER button");
        leads.unfold("details.roles").sees("details.roles", "Tjänsteman i beredskap, Länsstyrelsen");

        var taby = hands.of("taby.tib").open("/conferences/" + conference);
        taby.press("form[id^='yes-'] button");
        taby.sees("[id='conference.minutes']", "bekräftat");

        var close = unfolded(leads.open("/conferences/" + conference), "closing");
        leads.write(close + " textarea", "Skolorna stänger").press(close + " button");
        leads.sees("main", "Skolorna stänger");
        taby.open("/conferences/" + conference)
                .write("#confirm textarea", "Vi heter Täby kommun")
                .press("#confirm button.next");
        taby.sees("main", "Vi heter Täby kommun");
        taby.press("#home button").sees("main", "Sammanfattningen togs emot");
    }

    /** It is asked about, one says it aloud, another answers on its own screen (A4). */
    @ParameterizedTest
    @EnumSource
    @Writes("/conferences/*/stances")
    void aStanceIsAskedForInTheRound_A4(Hands hands) {
        var ice = Ice.incident("Ställning för " + hands).agreed();
        var conference = Running.as("lst.chef")
                .post("/api/forums/" + ice.forum() + "/conferences", "{\"kind\":\"ACTIVATED\"}")
                .expect(201)
                .id();
        step("lst.chef", conference, "opening", "{}");
        var stances = "[id='conference.stances']";
        var leads = hands.of("lst.chef").open("/conferences/" + conference);
        var ask = unfolded(leads, "ask-stances");
        leads.press(ask + " button").sees(stances, "Ställningstagande till Inriktning 1");
        var note = unfolded(leads, "aloud-" + ice.direction());
        leads.pick(note + " select", "taby").choose(note + " [value='ADAPTS']").press(note + " button");
        leads.sees(note, "Skriv varför");
        note = unfolded(leads, "aloud-" + ice.direction());
        leads.write(note + " textarea", "Vi har ingen plog").press(note + " button");
        leads.sees(stances, "Sagt muntligt").sees("[id='conference.minutes']", "Vi har ingen plog");

        var polis = hands.of("polisen.chef").open("/conferences/" + conference);
        polis.choose("#stance-" + ice.direction() + " [value='ACCEPTS']")
                .press("#stance-" + ice.direction() + " button");
        polis.sees(stances, "Ställer sig bakom");
        var taby = hands.of("taby.chef").open("/conferences/" + conference);
        taby.press("form[id^='yes-'] button").sees(stances, "Anpassar");
    }

    @ParameterizedTest
    @EnumSource
    @Writes("/conferences/*/calling-off")
    void itIsCalledOff(Hands hands) {
        var leads = hands.of("lst.tib").open("/conferences/" + called("Inställd för " + hands));
        var off = unfolded(leads, "calling-off");
        leads.write(off + " input[name='reason']", "Alla är på väg").press(off + " button");
        leads.sees("main", "Inställd: Alla är på väg");
    }

    /** By the secretariat; no other test calls conferences of that kind. */
    @ParameterizedTest
    @EnumSource
    @Writes("/conference-kinds/*")
    void aKindOfConferenceIsEdited(Hands hands) {
        var step = "Tågordningen enligt " + hands;
        var hand = hands.of("kansli").open("/conference-kinds");
        hand.press("main a[href='/conference-kinds/ACTIVATED_EXECUTING']");
        var form = unfolded(hand, "kind");
        hand.write(form + " [name='minutes']", "3").press(form + " button.next");
        hand.sees(form + " .wrong", "mellan 5 och 480 minuter");
        hand.write(form + " [name='minutes']", "25")
                .write(form + " [name='steps[4].name']", step)
                .press(form + " button.next");
        hand.sees("main article", step).sees("main article", "25 minuter").sees("main", "Version 2");
        hand.open("/conference-kinds").sees("main", step);
    }
}
