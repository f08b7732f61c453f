package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Before a season through the public API: who is let in, who reads what, and what bad input gets (D5, F5). */
class SeasonTest {

    private static final String PATH = "/api/seasons";

    static Running.Answer post(String account, String path, String json) {
        return Running.as(account).post(PATH + path, json.replace('\'', '"'));
    }

    static UUID season(String more) {
        return post("haninge.sakchef", "", ActsOnSeasons.frame(more))
                .expect(201)
                .id();
    }

    static UUID season() {
        return season(",'to':['polisen']");
    }

    @Test
    void whatIsTooMuchOrStrangeIsRefusedAtItsField() {
        var season = season();
        var linked = SeasonGuestTest.linked(season, SeasonGuestTest.guest(season, "Bussbolaget 🚌"));
        var visitor = SeasonGuestTest.opened(linked);
        assertThat(SeasonGuestTest.says(visitor, linked, "x".repeat(100_000)).status())
                .isIn(413, 422);
        assertThat(SeasonGuestTest.says(visitor, linked, "x".repeat(4_001))
                        .expect(422)
                        .body())
                .contains("Särskilda behov");
        assertThat(SeasonGuestTest.says(visitor, linked, "").expect(422).body()).contains("Svara på minst en");
        assertThat(SeasonGuestTest.says(visitor, linked, "<script>alert(1)</script> 🚌")
                        .expect(200)
                        .body())
                .contains("&lt;script")
                .doesNotContain("<script>alert(1)");
        var frame = ActsOnSeasons.frame("");
        for (var bad : List.of(
                frame.replace("WINTER", "SPRING"),
                frame.replaceAll("'answerBy':'[^']*'", "'answerBy':'2020-01-01T00:00:00Z'"),
                frame.replaceAll("'answerBy':'[^']*'", "'answerBy':'2090-01-01T00:00:00Z'"),
                frame.replace("snow-and-ice", "finns-inte"),
                ActsOnSeasons.frame(",'to':['finns-inte']"),
                ActsOnSeasons.frame(",'to':['region/finns-inte']"),
                ActsOnSeasons.frame(",'meetingAt':'2020-01-01T00:00:00Z'")))
            assertThat(post("haninge.sakchef", "", bad).status()).as(bad).isIn(400, 422);
        var strangers = season(",'to':['nacka']");
        assertThat(post("nacka.sakchef", "", ActsOnSeasons.frame(",'earlier':'" + strangers + "'"))
                        .status())
                .isEqualTo(422);
        assertThat(post("taby.sakchef", "", ActsOnSeasons.frame(",'earlier':'" + strangers + "'"))
                        .status())
                .isEqualTo(404);
        assertThat(post("haninge.tib", "", frame).status()).isEqualTo(403);
    }

    @Test
    void whoIsNotInvitedSeesNothingUntilTheHostLetsIt_F5() {
        var season = season();
        var path = PATH + "/" + season;
        assertThat(Running.as("lst.tib").get(path).status()).isEqualTo(404);
        post("haninge.sakchef", "/" + season + "/sharing", "{'with':'COUNTY'}").expect(201);
        Running.as("lst.tib").get(path).expect(200);
        assertThat(Running.as("nacka.tib").get(path).status()).isEqualTo(404);
        post("haninge.sakchef", "/" + season + "/sharing", "{'with':'MEMBERS'}").expect(201);
        Running.as("nacka.tib").get(path).expect(200);
        post("haninge.sakchef", "/" + season + "/sharing", "{'with':'PARTICIPANTS'}")
                .expect(201);
        for (var account : List.of("lst.tib", "nacka.tib", "kansli"))
            assertThat(Running.as(account).get(path).status()).isEqualTo(404);
        Running.as("polisen.tib").get(path).expect(200);
    }

    /** Narrower means that the earlier word is shown no more either. */
    @Test
    void howAnAreaStandsIsSeenByWhomTheHostLets_F5() {
        var season = season();
        var id = season.toString();
        var cursor = post(
                        "haninge.sakchef",
                        "/" + season + "/state",
                        "{'status':'RED','text':'Saltet är slut','with':'MEMBERS'}")
                .expect(201)
                .json()
                .get("cursor")
                .asString();
        assertThat(Running.as("nacka.tib").get(PATH + "/states").body()).contains(id, "Saltet är slut");
        assertThat(Running.as("nacka.tib").page("/seasons/states").body()).contains("Saltet är slut");
        post("haninge.sakchef", "/" + season + "/state", "{'status':'GREEN','text':'Saltet kom','with':'COUNTY'}")
                .expect(201);
        assertThat(Running.as("nacka.tib").get(PATH + "/states").body()).doesNotContain(id);
        assertThat(Running.as("nacka.tib").get("/api/journal?after=" + cursor).body())
                .contains("season.unstated.1")
                .doesNotContain("Saltet kom");
        assertThat(Running.as("lst.tib").get(PATH + "/states").body())
                .contains("Saltet kom")
                .doesNotContain("slut");
        post("haninge.sakchef", "/" + season + "/state", "{'status':'GREEN','text':'Allt väl','with':'PARTICIPANTS'}")
                .expect(201);
        assertThat(Running.as("lst.tib").get(PATH + "/states").body()).doesNotContain(id);
        assertThat(Running.as("polisen.tib").get(PATH + "/states").body()).contains("Allt väl");
    }

    @Test
    void ofTwoWhoInviteTheSameAtOnceOneIsTold() throws Exception {
        var season = season();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Integer> invite = () -> post("haninge.sakchef", "/" + season + "/participants", "{'actor':'sbff'}")
                    .status();
            var statuses = both.invokeAll(List.of(invite, invite)).stream()
                    .map(each -> {
                        try {
                            return each.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 422);
        }
    }

    /** A need that the participants cannot meet goes up to all members, and what is promised comes down (F5, D4). */
    @Test
    void aNeedGoesUpAndTheAnswerComesDown_F5() {
        var season = season();
        var need = post("haninge.sakchef", "/" + season + "/needs", "{'text':'Bandvagn till Muskö'}")
                .expect(201)
                .id();
        var up = Running.as("haninge.tib")
                .post(
                        "/api/resource-needs",
                        "{\"what\":\"bandvagn\",\"quantity\":2,\"where\":\"Muskö\",\"ifNot\":\"Ingen vård\",\"noted\":\""
                                + need + "\"}")
                .expect(201)
                .id();
        assertThat(Running.as("polisen.tib").page("/seasons/" + season).body())
                .contains("/resource-needs/" + up, "2 av 2 saknas");
        Running.as("fm.tib")
                .post("/api/resource-needs/" + up + "/promises", "{\"quantity\":1}")
                .expect(201);
        assertThat(Running.as("polisen.tib").page("/seasons/" + season).body()).contains("1 av 2 saknas");
        // a member that does not read the season sees the need, and not where it was noted
        assertThat(Running.as("nacka.tib").page("/resource-needs/" + up).body()).doesNotContain(need.toString());
        assertThat(Visitor.of("polisen.tib").get("/entries/" + need).body()).contains("Bandvagn till Muskö");
    }

    /** The regional seasonal conference is the same with the county board as host, and units that answer for themselves (A6). */
    @Test
    void theRegionHasItsOwnSeason_A6() {
        var season = post("lst.tib", "", ActsOnSeasons.frame(",'to':['polisen','region/trafik','region/vard']"))
                .expect(201)
                .id();
        post("region.trafik", "/" + season + "/answers", "{'needs':'Stomlinjer först'}")
                .expect(201);
        assertThat(post("region.tib", "/" + season + "/answers", "{'needs':'Allt'}")
                        .status())
                .isEqualTo(403);
        post("region.vard", "/" + season + "/answers", "{'needs':'Ambulansvägar'}")
                .expect(201);
        var missing = Running.as("lst.tib").get(PATH + "/" + season).json().get("missing");
        assertThat(missing).hasSize(1);
        assertThat(Running.as("polisen.tib").page("/turn").body()).contains("ställer fem frågor");
    }

    /** What the autumn's meeting ended in is where the local direction begins when the snow comes (F5). */
    @Test
    void theLocalDirectionBeginsAProposalInTheHostsOwnIncident_F5() {
        var season = season();
        post("haninge.sakchef", "/" + season + "/direction", ActsOnSeasons.WORDING)
                .expect(201);
        var snow = Haninge.made("haninge.sakchef", "/incidents", "{'title':'Snö i Haninge','local':true}");
        Haninge.localForum(snow);
        var form = "/incidents/" + snow + "/direction/propose?begins=";
        assertThat(Running.as("haninge.sakchef").page("/seasons/" + season).body())
                .contains(form + season);
        assertThat(Running.as("haninge.sakchef").page(form + season).body())
                .contains("Alla nås varje dag", "Säger vad som är plogat");
        assertThat(Running.as("nacka.tib").page(form + season).body()).doesNotContain("Alla nås varje dag");
    }

    /** The county board takes part no more at the moment at which the season is shared with fewer: it must not go on reading. */
    @Test
    void ofLeavingAndSharingLessAtOnceTheSecondSeesTheFirst_F5() throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 8; i++) {
                var season = season(",'to':['lst']");
                post("haninge.sakchef", "/" + season + "/sharing", "{'with':'COUNTY'}")
                        .expect(201);
                var path = PATH + "/" + season;
                var one = Running.as("haninge.sakchef").get(path).json().get("participants");
                var leaving =
                        "/" + season + "/participants/" + one.get(0).get("id").asString() + "/ending";
                Callable<Running.Answer> leave = () -> post("haninge.sakchef", leaving, "{'reason':'Är inte med'}");
                Callable<Running.Answer> share =
                        () -> post("haninge.sakchef", "/" + season + "/sharing", "{'with':'PARTICIPANTS'}");
                for (var each : both.invokeAll(List.of(leave, share)))
                    each.get().expect(201);
                assertThat(Running.as("lst.tib").get(path).status()).isEqualTo(404);
            }
        }
    }
}
