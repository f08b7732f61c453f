package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From how many the picture is made moves on with the picture above it (C3, DESIGN §5). */
class PictureFootTest {

    private static final Pattern MADE_OF = Pattern.compile("Samlad lägesbild från (\\d+) av (\\d+) aktörer");

    @Test
    void theFootCountsWhoeverReportsWhileOneLooks() throws Exception {
        var incident = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"Foten räknar\"}")
                .expect(201)
                .id();
        var page = Running.as("nacka.tib")
                .page("/incidents/" + incident + "/picture")
                .expect(200)
                .body();
        assertThat(reported(page)).isZero();
        try (var live = Listening.to("nacka.tib", Listening.address(page))) {
            Running.as("taby.tib")
                    .post("/api/incidents/" + incident + "/reports", "{\"status\":\"RED\",\"happened\":\"Strömlöst\"}")
                    .expect(201);
            assertThat(reported(live.until("Samlad lägesbild från").getLast().data()))
                    .isOne();
        }
    }

    private static int reported(String html) {
        var foot = MADE_OF.matcher(html);
        assertThat(foot.find()).as(html).isTrue();
        return Integer.parseInt(foot.group(1));
    }
}
