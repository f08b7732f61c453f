package se.samlad.scenes;

import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Before the winter, by hand (scene 4, D5, F5): the safety head invites, a bus company answers by its link, the police by their
 * account, a contractor telephones; a need goes up, the meeting ends in a direction that each answers for itself, and the county
 * sees what it is let see.
 */
class HandsOnSeasonTest {

    private static final LocalDateTime IN_A_MONTH = LocalDateTime.now(se.samlad.web.Say.STOCKHOLM)
            .plusMonths(1)
            .withMinute(0)
            .withSecond(0)
            .withNano(0);

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/seasons",
        "/seasons/*/frame",
        "/seasons/*/participants",
        "/seasons/*/participants/*/link",
        "/seasons/*/participants/*/answers",
        "/seasons/*/participants/*/ending",
        "/seasons/*/answers",
        "/seasons/*/reminder",
        "/seasons/*/needs",
        "/seasons/*/needs/*/settling",
        "/seasons/*/direction",
        "/seasons/*/stances",
        "/seasons/*/meetings",
        "/seasons/*/meetings/*/correction",
        "/seasons/*/state",
        "/seasons/*/sharing",
        "/seasons/*/closing",
        "/seasons/*/reopening",
        "/guest/seasons/open",
        "/guest/seasons/*/*/answers",
        "/guest/seasons/*/*/stances"
    })
    void aMunicipalityPreparesForTheWinter_scene4_D5_F5(Hands hands) {
        var host = hands.of("taby.sakchef").open("/seasons");
        host.press("a.next");
        var title = "Vintern i Täby " + UUID.randomUUID().toString().substring(0, 6);
        host.write("#season-title", title).write("#season-answerBy", IN_A_MONTH);
        host.unfold("details:has(input[name='to'])").choose("input[name='to'][value='polisen']");
        host.choose("input[name='to'][value='taby']")
                .press("#season button.next")
                .sees("h1", title);
        var page = "/seasons/" + host.there();

        var bus = invited(host, page, "Bussbolaget");
        invited(host, page, "Plogentreprenör öst");
        host.press("form[id='link-" + bus + "'] button");
        var link = host.find("input.link").inputValue().replaceAll("^https?://[^/]+", "");

        var guest = hands.of("utom.flygplats").open(link).sees("main", "Bussbolaget");
        guest.press("#open-season button").press("#answer button.next").sees("#answer .wrong", "Svara på minst en");
        guest.write("#answer-preparations", "Kedjor på 40 bussar").write("#answer-needs", "Vändslingan i Vega först");
        guest.press("#answer button.next").sees("main", "Era svar kom fram");

        host.open(page).press("#reminder button").sees("main", "Påminda");
        var police = hands.of("polisen.tib").open("/turn").sees("main", "påminner om de fem frågorna");
        police.open(page).press("a.next").sees("main", "Vändslingan i Vega först");
        police.write("#answers-needs", "Väg 276 öppen")
                .press("#answers button.next")
                .sees("main", "Väg 276 öppen");

        host.open(page).press("a[href*='/answer?participant=']:not([href$='" + bus + "'])");
        host.write("#answers-readiness", "Sex bilar").press("#answers button.next");
        host.sees("main", "som det sades till värden").open(page);
        host.press("form[id^='link-']:not([id='link-" + bus + "']) button");
        var other = host.find("input.link").inputValue().replaceAll("^https?://[^/]+", "");
        var ploughs =
                hands.of("kansli").open(other).press("#open-season button").sees("main", "Värden antecknade");
        ploughs.write("#answer-preparations", "Nio förare")
                .press("#answer button.next")
                .sees("main", "Era svar kom fram");
        host.open(page).sees("main", "Nio förare");
        host.unfold("details:has(> #need)")
                .write("#need-text", "Bandvagn till Ingmarsö")
                .press("#need button");
        host.sees("[id='season.needs']", "Bandvagn till Ingmarsö").press("a[href^='/resources?noted=']");
        host.sees("main", "Behovet är antecknat förut").open(page);

        host.press("a[href$='/direction']").write("#direction-aim", "Alla nås varje dag");
        host.pick("#direction-task0-who", bus).write("#direction-task0-what", "Kör till Vega när det är plogat");
        host.press("#direction button.next").sees("main", "Alla nås varje dag");
        police.open(page)
                .choose("#stance input[value='DECLINES']")
                .press("#stance button")
                .sees(".wrong", "Skriv");
        police.choose("#stance input[value='ACCEPTS']").press("#stance button").sees("main", "Ställer sig bakom");
        guest.open(guest.window.page().url().replaceAll("^https?://[^/]+", "")).sees("main", "Alla nås varje dag");
        guest.choose("#stance input[value='ADAPTS']").write("#stance-reason", "Inte efter 22");
        guest.press("#stance button");
        host.open(page).sees("main", "Inte efter 22");

        host.unfold("details:has(> #meeting)").write("#meeting-text", "Alla förstår varandra");
        host.choose("#meeting input[value='" + bus + "']")
                .press("#meeting button")
                .sees("main", "Alla förstår varandra");
        host.unfold("details:has(> form[id^='correct-'])").write("[id^='correct-'][id$='-text']", "Alla når varandra");
        host.write("[id^='correct-'][id$='-reason']", "Fel ord")
                .press("form[id^='correct-'] button")
                .sees("main", "Rättat: Fel ord");
        host.unfold("details:has(> form[id^='settle-'])").write("[id^='settle-'][id$='-how']", "Vi lånar en");
        host.press("form[id^='settle-'] button").sees("[id='season.needs']", "Löst: Vi lånar en");
        host.unfold("details:has(> #state)").choose("#state input[value='YELLOW']");
        host.write("#state-text", "Förare saknas nattetid").choose("#state input[value='COUNTY']");
        host.press("#state button").sees("main", "Förare saknas nattetid");
        var county = hands.of("lst.tib").open("/seasons/states").sees("main", "Förare saknas nattetid");
        host.unfold("details:has(> #sharing)")
                .choose("#sharing input[value='COUNTY']")
                .press("#sharing button");
        county.open(page).sees("main", "Kedjor på 40 bussar");

        host.open(page)
                .unfold("details:has(> #frame)")
                .write("#frame-where", "Stora salen")
                .press("#frame button");
        host.sees("main", "Stora salen");
        host.unfold("details:has(> form[id='leave-" + bus + "'])")
                .write("[id='leave-" + bus + "-reason']", "Har sagt upp");
        host.press("form[id='leave-" + bus + "'] button");
        guest.write("#answer-needs", "Ännu mer").press("#answer button.next").sees("main", "Ännu mer");
        guest.sees("main", "inte med längre");
        host.open(page)
                .unfold("details:has(> #closing)")
                .write("#closing-reason", "Våren är här")
                .press("#closing button");
        host.sees("main", "Avslutad: Våren är här")
                .unfold("details:has(> #reopening)")
                .write("#reopening-reason", "Det snöar igen")
                .press("#reopening button");
        host.sees("main", "Det snöar igen");
    }

    private static String invited(Hands.Hand host, String page, String who) {
        host.open(page);
        if (host.find("details:has(> #invite)").getAttribute("open") == null) host.unfold("details:has(> #invite)");
        host.write("#invite-organisation", who)
                .write("#invite-function", "arbetsledare")
                .press("#invite button");
        return host.find("form[id^='link-']").last().getAttribute("id").substring("link-".length());
    }
}
