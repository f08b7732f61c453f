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
        var told = get(Running.server().metricsUrl() + "/actuator/prometheus").body();
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
        for (var which : new String[] {"liveness", "readiness"}) {
            var answer = get(Running.server().metricsUrl() + "/actuator/health/" + which);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"UP\"");
        }
    }

    @Test
    void nothingOfItIsOnThePortThatPeopleUse() throws Exception {
        assertThat(get(Running.server().url() + "/actuator/prometheus").statusCode())
                .isEqualTo(404);
        assertThat(get(Running.server().url() + "/actuator/health").statusCode())
                .isEqualTo(404);
        assertThat(get(Running.server().metricsUrl() + "/actuator/env").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
