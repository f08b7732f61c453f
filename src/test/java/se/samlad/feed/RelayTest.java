package se.samlad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.scenes.Running;

/** Who may relay warnings from outside, and that the relay's name is shown. */
class RelayTest {

    /** An invented warning in SMHI's format, with an id of its own. */
    private static String warning(String id) {
        try {
            return Files.readString(Path.of("scenes/snowstorm/smhi-warning.json"))
                    .replaceFirst("\"id\"\\s*:\\s*\\d+", "\"id\": " + id);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"taby.sakchef", "taby.tib", "lst.chef", "polisen.chef", "komm", "utom.flygplats"})
    void whoHasNoMandateToRelayHandsInNothing(String account) {
        long before = Running.server().position();
        for (var body : new String[] {warning("700001"), "[]", "x"})
            assertThat(Running.as(account)
                            .post("/api/watch/smhi", body)
                            .expect(403)
                            .json()
                            .get("code")
                            .asString())
                    .isEqualTo("feed.relay-only");
        Running.as(account).post("/api/watch/nosuch", "[]").expect(403);
        assertThat(Running.server().position()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lst.tib", "rsib", "kansli"})
    void whatIsHandedInSaysByWhomAndAnEmptyDeliveryIsNoNews(String account) {
        var id = String.valueOf(710_000 + Math.abs(UUID.randomUUID().hashCode() % 10_000));
        var relay = Running.as(account);
        var items =
                relay.post("/api/watch/smhi", warning(id)).expect(200).json().get("items");
        var by = items.get(0).get("handedInBy");
        assertThat(by.get("actor").asString() + "/" + by.get("function").asString())
                .isEqualTo(account.equals("lst.tib") ? "lst/tib" : "ssr/" + account);
        var page = Running.as("taby.tib").page("/watch?area=all").expect(200).body();
        assertThat(page)
                .contains("Inlämnad av " + (account.equals("lst.tib") ? "Tjänsteman i beredskap, Länsstyrelsen" : ""));
        long before = Running.server().position();
        var empty = relay.post("/api/watch/smhi", "[]").expect(200).json();
        assertThat(empty.get("received").asInt()).isZero();
        assertThat(Running.server().position()).isEqualTo(before);
        assertThat(Running.as("taby.tib").get("/api/watch").expect(200).body())
                .contains("\"" + items.get(0).get("id").asString() + "\"");
    }
}
