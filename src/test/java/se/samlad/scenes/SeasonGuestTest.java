package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.scenes.SeasonTest.post;
import static se.samlad.scenes.SeasonTest.season;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes part in a season by a link: it opens in one browser, for one season, as long as that goes on (A8, D5). */
class SeasonGuestTest {

    private static final String PATH = "/api/seasons";

    static UUID guest(UUID season, String who) {
        return post("haninge.sakchef", "/" + season + "/participants", "{'organisation':'" + who + "','function':'x'}")
                .expect(201)
                .id();
    }

    /** @param link its path and query */
    record Linked(UUID season, UUID participant, String link) {

        Map<String, String> form() {
            var query = link.substring(link.indexOf('?') + 1).split("[=&]");
            return Map.of("season", query[1], "link", query[3], "key", query[5]);
        }

        String page() {
            return "/guest/seasons/" + season + "/" + form().get("link");
        }
    }

    static Linked linked(UUID season, UUID participant) {
        var answer = post("haninge.sakchef", "/" + season + "/participants/" + participant + "/link", "{}")
                .expect(201);
        return new Linked(season, participant, answer.link());
    }

    static Visitor opened(Linked linked) {
        var visitor = Visitor.stranger();
        visitor.post("/guest/seasons/open", linked.form()).expect(200);
        return visitor;
    }

    static Map<String, String> words(String needs) {
        return new HashMap<>(Map.of("needs", needs, "once", UUID.randomUUID().toString()));
    }

    static Running.Answer says(Visitor visitor, Linked linked, String needs) {
        return visitor.post(linked.page() + "/answers", words(needs));
    }

    /** The guest's page, found by what its browser was led to. */
    private static Linked linkedTo(Visitor visitor, UUID season) {
        var again = linked(season, second(season));
        visitor.post("/guest/seasons/open", again.form()).expect(200);
        return again;
    }

    @Test
    void aLinkWorksInOneBrowserAndANewOneEndsTheOld_A8() {
        var season = season();
        var linked = linked(season, guest(season, "Bussbolaget"));
        var forged = new HashMap<>(linked.form());
        forged.put("key", "x".repeat(32));
        assertThat(Visitor.stranger().post("/guest/seasons/open", forged).status())
                .isEqualTo(404);
        var first = opened(linked);
        var second = Visitor.stranger();
        assertThat(second.post("/guest/seasons/open", linked.form()).expect(410).body())
                .contains("en annan enhet");
        assertThat(second.get(linked.page()).status()).isEqualTo(404);
        assertThat(says(second, linked, "Någon annans ord").body()).contains("Någon annans ord");
        long before = Running.server().position();
        second.post("/guest/seasons/open", linked.form()).expect(410);
        assertThat(Running.server().position()).isEqualTo(before);
        assertThat(Running.as("haninge.sakchef").page("/seasons/" + season).body())
                .contains("Någon försökte öppna länken");

        var again = linked(season, linked.participant());
        assertThat(first.get(linked.page()).status()).isEqualTo(404);
        assertThat(first.post("/guest/seasons/open", linked.form()).status()).isEqualTo(404);
        says(opened(again), again, "Sand").expect(200);
    }

    @Test
    void aLinkOpensItsOwnSeasonAloneAndNothingElseInSamlad() {
        var season = season();
        var linked = linked(season, guest(season, "Bussbolaget"));
        var visitor = opened(linked);
        var elsewhere = season();
        var other = linked(elsewhere, guest(elsewhere, "Elnätsbolaget"));
        assertThat(visitor.get(other.page()).status()).isEqualTo(404);
        var crossed = "/guest/seasons/" + elsewhere + "/" + linked.form().get("link");
        assertThat(visitor.get(crossed).status()).isEqualTo(404);
        assertThat(visitor.post(crossed + "/answers", words("Intrång")).body()).contains("Intrång");
        var mixed = new HashMap<>(linked.form());
        mixed.put("season", elsewhere.toString());
        assertThat(Visitor.stranger().post("/guest/seasons/open", mixed).status())
                .isEqualTo(404);
        assertThat(visitor.get("/seasons/" + season).body()).doesNotContain("Bussbolaget");
        assertThat(Running.as("haninge.sakchef").page("/seasons/" + elsewhere).body())
                .doesNotContain("Intrång");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/closing", "/participants/*/ending"})
    void afterTheEndNothingIsTakenAndNothingTypedIsLost(String ending) {
        var season = season();
        var linked = linked(season, guest(season, "Bussbolaget"));
        var visitor = opened(linked);
        var path = ending.replace("*", linked.participant().toString());
        post("haninge.sakchef", "/" + season + path, "{'reason':'Våren är här'}")
                .expect(201);
        assertThat(visitor.get(linked.page()).status()).isEqualTo(410);
        assertThat(says(visitor, linked, "Fyra hundra bussar").expect(410).body())
                .contains("Fyra hundra bussar");
    }

    /** The participant that was invited after the first. */
    static UUID second(UUID season) {
        var there = Running.as("haninge.sakchef")
                .get(PATH + "/" + season)
                .expect(200)
                .json();
        return UUID.fromString(there.get("participants").get(1).get("id").asString());
    }

    @Test
    void aGuestBeginsFromLastSeasonsAnswersAndReadsTheOthers_D5() {
        var last = season();
        var bus = guest(last, "Bussbolaget");
        var visitor = opened(linked(last, bus));
        says(visitor, linkedTo(visitor, last), "Vega plogad först").expect(200);
        post("polisen.tib", "/" + last + "/answers", "{'needs':'Väg 73 öppen'}").expect(201);
        var next = season(",'earlier':'" + last + "'");
        var there = Running.as("haninge.sakchef")
                .get(PATH + "/" + next)
                .expect(200)
                .json()
                .get("participants");
        assertThat(there).hasSize(2);
        var linked = linked(next, UUID.fromString(there.get(1).get("id").asString()));
        var guest = opened(linked);
        // its own answer stands there; what the police said last time is not shown before it says it again
        assertThat(guest.get(linked.page()).body())
                .contains("Vega plogad först")
                .doesNotContain("Väg 73 öppen");
        says(guest, linked, "Vega och Jordbro plogade först").expect(200);
        post("polisen.tib", "/" + next + "/answers", "{'needs':'Väg 73 och 227 öppna'}")
                .expect(201);
        assertThat(guest.get(linked.page()).body()).contains("Väg 73 och 227 öppna", "förut: Väg 73 öppen");
        assertThat(Running.as("polisen.tib").page("/seasons/" + next).body())
                .contains("Vega och Jordbro plogade först", "förut: Vega plogad först", "2 svar är ändrade");
    }
}
