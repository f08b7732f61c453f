package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.SeasonGuestTest.guest;
import static se.samlad.scenes.SeasonGuestTest.linked;
import static se.samlad.scenes.SeasonGuestTest.opened;
import static se.samlad.scenes.SeasonGuestTest.says;
import static se.samlad.scenes.SeasonTest.post;
import static se.samlad.scenes.SeasonTest.season;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A mistake about a season is made good by a later entry, and nothing that was said is lost (D5). */
class SeasonAgainTest {

    private static final String HOST = "haninge.sakchef";

    private static Running.Answer close(UUID season) {
        return post(HOST, "/" + season + "/closing", "{'reason':'Våren är här'}");
    }

    private static Running.Answer reopen(String account, UUID season, String reason) {
        return post(account, "/" + season + "/reopening", "{'reason':'" + reason + "'}");
    }

    @Test
    void whatWasAnsweredStandsAndIsAnsweredAgainWhenASeasonIsOpenedAgain_D5() {
        var season = season();
        post("polisen.tib", "/" + season + "/answers", "{'needs':'Väg 73 öppen'}")
                .expect(201);
        close(season).expect(201);
        assertThat(reopen(HOST, season, " ").expect(422).body()).contains("\"field\":\"reason\"");
        assertThat(reopen("polisen.tib", season, "Vi vill").status()).isEqualTo(403);
        assertThat(reopen("haninge.tib", season, "Vi vill").status()).isEqualTo(403);
        assertThat(reopen("nacka.sakchef", season, "Vi vill").status()).isEqualTo(404);
        for (var why : List.of("Det snöar igen", "Och igen")) {
            assertThat(Running.as(HOST).page("/seasons/" + season).body()).contains("id=\"reopening\"");
            assertThat(Running.as("polisen.tib").page("/seasons/" + season).body())
                    .doesNotContain("id=\"reopening\"");
            var entry = reopen(HOST, season, why).expect(201).id();
            assertThat(Running.as("polisen.tib").page("/seasons/" + season).body())
                    .contains("Väg 73 öppen", why);
            Visitor.of("polisen.tib").get("/entries/" + entry).expect(200);
            post("polisen.tib", "/" + season + "/answers", "{'needs':'Väg 73 öppen. " + why + "'}")
                    .expect(201);
            close(season).expect(201);
        }
    }

    @Test
    void oneThatIsOpenIsNotOpenedAndOfTwoAtOnceOneIsTold_D5() throws Exception {
        var season = season();
        assertThat(reopen(HOST, season, "Fel").expect(422).body()).contains("inte avslutad");
        var waits = "season-answer-" + season;
        assertThat(Running.as("polisen.tib").page("/turn").body()).contains(waits);
        close(season).expect(201);
        assertThat(Running.as("polisen.tib").page("/turn").body()).doesNotContain(waits);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Integer> again =
                    () -> reopen(HOST, season, "Det snöar igen").status();
            var statuses = new ArrayList<Integer>();
            for (var each : both.invokeAll(List.of(again, again))) statuses.add(each.get());
            assertThat(statuses).containsExactlyInAnyOrder(201, 422);
        }
        assertThat(Running.as("polisen.tib").page("/turn").body()).contains(waits);
    }

    /** The page that closed it promised that the links end. */
    @Test
    void aLinkThatEndedStaysEndedAndANewOneIsMade_A8() {
        var season = season();
        var linked = linked(season, guest(season, "Bussbolaget"));
        var visitor = opened(linked);
        says(visitor, linked, "Vega plogad först").expect(200);
        close(season).expect(201);
        reopen(HOST, season, "Det snöar igen").expect(201);
        assertThat(visitor.get(linked.page()).status()).isEqualTo(404);
        assertThat(visitor.post("/guest/seasons/open", linked.form()).status()).isEqualTo(404);
        assertThat(says(visitor, linked, "Ännu mer").expect(404).body()).contains("Ännu mer");
        assertThat(Running.as(HOST).page("/seasons/" + season).body())
                .contains("Vega plogad först")
                .doesNotContain("Ännu mer");
        var again = linked(season, linked.participant());
        var back = opened(again);
        assertThat(back.get(again.page()).body()).contains("Vega plogad först");
        says(back, again, "Ännu mer").expect(200);
    }

    private static Running.Answer correct(UUID season, UUID meeting, String json) {
        return post(HOST, "/" + season + "/meetings/" + meeting + "/correction", json);
    }

    /** The corrected note stands on the page, the old one is there to be opened (C5). */
    @Test
    void aMeetingsNoteIsCorrectedAndTheOldOneStands_C5() {
        var season = season();
        var bus = guest(season, "Bussbolaget");
        var met = post(HOST, "/" + season + "/meetings", "{'text':'Sextio bussar','there':['" + bus + "']}")
                .expect(201)
                .id();
        post(HOST, "/" + season + "/participants/" + bus + "/ending", "{'reason':'Sade upp'}")
                .expect(201);
        var body = Running.as(HOST).page("/seasons/" + season).body();
        assertThat(body).contains("correct-" + met, "value=\"" + bus + "\" checked");
        for (var bad : List.of(
                "{'text':'','reason':'Fel','there':['" + bus + "']}",
                "{'text':'Sextio bussar','reason':'Fel','there':['" + bus + "']}",
                "{'text':'Fyrtio bussar','reason':'','there':['" + bus + "']}",
                "{'text':'Fyrtio bussar','reason':'Fel','there':['" + met + "']}",
                "{'text':'Fyrtio bussar','reason':'Fel','met':'2090-01-01T00:00:00Z'}"))
            assertThat(correct(season, met, bad).status()).as(bad).isEqualTo(422);
        assertThat(correct(season, bus, "{'text':'Fyrtio','reason':'Fel'}").status())
                .isEqualTo(422);
        assertThat(post(
                                "polisen.tib",
                                "/" + season + "/meetings/" + met + "/correction",
                                "{'text':'Fyrtio','reason':'Fel'}")
                        .status())
                .isEqualTo(403);
        var now = "{'text':'Fyrtio bussar','reason':'Vi hörde fel','there':['" + bus + "']}";
        var second = correct(season, met, now).expect(201).id();
        assertThat(Running.as("polisen.tib").page("/seasons/" + season).body())
                .contains("<p class=\"said\">Fyrtio bussar", "Rättat: Vi hörde fel", "/entries/" + met)
                .contains("<p class=\"said\">Sextio bussar", "Bussbolaget")
                .doesNotContain("id=\"correct-");
        assertThat(Visitor.of("polisen.tib").get("/entries/" + met).body()).contains("Sextio bussar");
        assertThat(Visitor.of("polisen.tib").get("/entries/" + second).body()).contains("Fyrtio bussar");
        close(season).expect(201);
        assertThat(correct(season, met, now.replace("Fyrtio", "Fyra")).body()).contains("avslutad");
    }

    /** Of two that correct the same note, the second is told, and sees what the first wrote. */
    @Test
    void aCorrectionIsDrawnFromTheNoteThatStands() {
        var season = season();
        var met = post(HOST, "/" + season + "/meetings", "{'text':'Sextio bussar'}")
                .expect(201)
                .id();
        correct(season, met, "{'text':'Fyrtio bussar','reason':'Fel'}").expect(201);
        var page = Visitor.of(HOST);
        var typed = new HashMap<>(Map.of("text", "Femtio bussar", "reason", "Fel igen", "drawn", met.toString()));
        typed.put("form", "correct-" + met);
        typed.put("page", "/seasons/" + season);
        typed.put("once", UUID.randomUUID().toString());
        var told = page.post("/seasons/" + season + "/meetings/" + met + "/correction", typed);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("Femtio bussar", "Fyrtio bussar");
    }

    /** The season that follows keeps what was said in it; its next answers are compared with what was last said here. */
    @Test
    void oneThatIsFollowedMayBeOpenedAgain_D5() {
        var season = season();
        post("polisen.tib", "/" + season + "/answers", "{'needs':'Väg 73'}").expect(201);
        close(season).expect(201);
        var next = season(",'earlier':'" + season + "'");
        post("polisen.tib", "/" + next + "/answers", "{'needs':'Väg 227'}").expect(201);
        reopen(HOST, season, "Det snöar igen").expect(201);
        post("polisen.tib", "/" + season + "/answers", "{'needs':'Väg 225'}").expect(201);
        assertThat(Running.as("polisen.tib").page("/seasons/" + next).body())
                .contains("Väg 227", "förut: Väg 73")
                .doesNotContain("Väg 225");
        post("polisen.tib", "/" + next + "/answers", "{'needs':'Väg 229'}").expect(201);
        assertThat(Running.as("polisen.tib").page("/seasons/" + next).body()).contains("Väg 229", "förut: Väg 225");
    }
}
