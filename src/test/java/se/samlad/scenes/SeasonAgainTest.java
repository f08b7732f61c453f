package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.SeasonGuestTest.guest;
import static se.samlad.scenes.SeasonGuestTest.linked;
import static se.samlad.scenes.SeasonGuestTest.opened;
import static se.samlad.scenes.SeasonGuestTest.says;
import static se.samlad.scenes.SeasonTest.post;
import static se.samlad.scenes.SeasonTest.season;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mistake about a season is made good by a later entry, and nothing that was said is lost (D5). */
@Timeout(120)
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
        close(season).expect(201);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Integer> again =
                    () -> reopen(HOST, season, "Det snöar igen").status();
            var statuses = new ArrayList<Integer>();
            for (var each : both.invokeAll(List.of(again, again))) statuses.add(each.get());
            assertThat(statuses).containsExactlyInAnyOrder(201, 422);
        }
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
