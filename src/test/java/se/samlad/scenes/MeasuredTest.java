package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What is measured is for those who run the server, on a port of its own. */
class MeasuredTest {

    @Test
    void whatMattersIsMeasured() throws Exception {
        Running.as("lst.tib").post("/api/incidents", "{\"title\":\"Mätt\"}").expect(201);
        var told = get(Running.server().metricsUrl() + "/metrics").body();
        assertThat(told)
                .contains(
                        "samlad_journal_append_seconds_count",
                        "samlad_journal_batch_count",
                        "samlad_journal_queued",
                        "samlad_journal_streams",
                        "samlad_live_clients",
                        "samlad_live_dropped_total",
                        "samlad_feed_age_seconds",
                        "samlad_database_silent_seconds",
                        "samlad_ready 1.0");
        assertThat(told).doesNotContain("Mätt", "lst.tib");
    }

    @Test
    void readyIsToldFromAlive() throws Exception {
        for (var which : new String[] {"/alive", "/ready"}) {
            assertThat(get(Running.server().metricsUrl() + which).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nothingOfItIsOnThePortThatPeopleUse() throws Exception {
        for (var path : new String[] {"/metrics", "/alive", "/ready"}) {
            Running.as("lst.tib").get(path).expect(404);
        }
        assertThat(get(Running.server().metricsUrl() + "/metrics/more").statusCode())
                .isEqualTo(404);
        assertThat(get(Running.server().metricsUrl() + "/").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
