package se.samlad;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Does what people do first, in an incident of its own and so often that it is worth to be compiled, so that the JVM can keep
 * what it learnt for a quick start and for what comes just after it; then ends.
 */
final class Training {

    private static final List<String> PAGES = List.of(
            "/sign-in",
            "/",
            "/incidents",
            "/watch",
            "/actors",
            "/public",
            "/api/incidents",
            "/api/actors",
            "/health",
            "/css/samlad.css",
            "/js/samlad.js");
    private static final List<String> OF_THE_INCIDENT =
            List.of("/incidents/%s", "/incidents/%s/picture", "/incidents/%s/wall", "/search?q=plogning&incident=%s");
    private static final List<String> ACTORS =
            List.of("taby", "nacka", "norrtalje", "varmdo", "solna", "polisen", "trafikverket", "sos");
    private static final int ROUNDS = 3;
    private static final int ROWS = "briefly".equals(System.getenv("SAMLAD_TRAINING")) ? 50 : 1_500;

    /** One in so many is a report. */
    private static final int REPORTS = 10;

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private final HttpClient client;
    private final String server;

    private Training(HttpClient client, String server) {
        this.client = client;
        this.server = server;
    }

    static void run(ConfigurableApplicationContext context) {
        var port = context.getEnvironment().getProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            new Training(client, "http://127.0.0.1:" + port).run();
        } catch (IOException e) {
            System.err.println("the training run ended early: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(SpringApplication.exit(context));
    }

    private void run() throws IOException, InterruptedException {
        var incident = post("lst", "/api/incidents", "{\"title\":\"Snöoväder\"}");
        for (int i = 0; i < ROWS; i++) {
            var in = "/api/incidents/" + incident;
            if (i % REPORTS == 0)
                post(actor(i / REPORTS), in + "/reports", "{\"status\":\"RED\",\"happened\":\"Läge " + i + "\"}");
            else
                post(
                        actor(i),
                        in + "/notes",
                        "{\"kind\":\"NOTE\",\"text\":\"Plogningen ligger efter, rad " + i + "\"}");
        }
        for (var actor : ACTORS) {
            // seen by nobody else, so that for each of them all is read anew
            post(
                    actor,
                    "/api/incidents/" + incident + "/notes",
                    "{\"kind\":\"NOTE\",\"text\":\"För oss\",\"marking\":{\"audience\":[\"actor:" + actor
                            + "\"],\"ground\":\"OSL 18:1\"}}");
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var page : PAGES) get("lst", page);
            for (var actor : ACTORS) {
                for (var page : OF_THE_INCIDENT) get(actor, page.formatted(incident));
            }
        }
    }

    private static String actor(int number) {
        return ACTORS.get(number % ACTORS.size());
    }

    private void get(String actor, String path) throws IOException, InterruptedException {
        client.send(request(actor, path).build(), HttpResponse.BodyHandlers.discarding());
    }

    /** @return the id of what was recorded */
    private String post(String actor, String path, String json) throws IOException, InterruptedException {
        var request = request(actor, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var id = ID.matcher(answer.body());
        if (!id.find()) throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        return id.group(1);
    }

    private HttpRequest.Builder request(String actor, String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer demo-" + actor + ".tib");
    }
}
