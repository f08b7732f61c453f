package se.samlad;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the common pages once, so that the JVM can keep what it learnt for a quick start; then ends. */
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
    private static final int ROUNDS = 3;

    private Training() {}

    static void run(ConfigurableApplicationContext context) {
        var port = context.getEnvironment().getProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (var page : PAGES) open(client, "http://127.0.0.1:" + port + page);
            }
        } catch (IOException e) {
            System.err.println("the training run ended early: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(SpringApplication.exit(context));
    }

    private static void open(HttpClient client, String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer demo-lst.tib")
                .build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
    }
}
