package se.samlad.scenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import se.samlad.App;
import se.samlad.Awaited;
import se.samlad.Measured;
import se.samlad.database.Cluster;
import se.samlad.database.Schema;
import se.samlad.journal.Journal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as {@code ./samlad --demo} runs it, on a free port: started by the first test that asks for it. */
public final class Running implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static Running running;

    private final ConfigurableApplicationContext context;
    private final Runnable end = this::close;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Awaited.PATIENCE).build();

    private Running(String database, Map<String, ?> more, Class<?>... parts) {
        var ground = Ground.here();
        var settings = new HashMap<String, Object>();
        settings.put("server.port", 0);
        settings.put("server.address", "127.0.0.1");
        settings.put("samlad.demo", true);
        settings.put("samlad.data", ground.folder().resolve("data").toString());
        settings.put("samlad.watch.smhi", "");
        settings.put("samlad.metrics.port", 0);
        settings.put("samlad.calendars.local", true); // stand-ins for others' calendars are on this machine
        settings.put("samlad.call-nobody", true); // what goes on by itself is in the way of what a test counts
        settings.putAll(ground.settings(database));
        var app = new SpringApplication(App.class);
        app.setDefaultProperties(settings);
        app.setRegisterShutdownHook(false);
        app.addPrimarySources(List.of(parts));
        context = app.run(more.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
        ground.atEnd(end);
        Warnings.keep(); // not before: Spring sets up logging anew
    }

    /** One of one's own on the database. @param more settings, @param parts configuration, besides or instead of the usual */
    public static Running apart(String database, Map<String, ?> more, Class<?>... parts) {
        return new Running(database, more, parts);
    }

    /** One of one's own that calls people, and whose clock a test moves. @param more the operators' and its own addresses */
    static Running calling(String database, Map<String, ?> more) {
        var settings = new HashMap<String, Object>(more);
        settings.putAll(Map.of("samlad.data", "", "samlad.call-nobody", false, "samlad.demo.sends", true));
        return apart(database, settings, Ahead.class);
    }

    /** On a cluster of one's own. */
    static Running on(Cluster cluster, Path data) {
        var settings = new HashMap<String, String>(Schema.migrate(cluster.jdbcUrl(), cluster.user(), cluster.password())
                .settings());
        settings.put("samlad.data", data.toString());
        return apart("", settings);
    }

    public static synchronized Running server() {
        if (running == null) running = new Running(Ground.here().database(), Map.of());
        return running;
    }

    /** A demo account, by its token. */
    public static Account as(String account) {
        return new Account(server(), "Bearer demo-" + account);
    }

    /** Records by a demo account. @return the entry's id */
    public static UUID post(String account, String path, String json) {
        return as(account).post(path, json).expect(201).id();
    }

    /** Somebody who has not signed in. */
    public static Account anybody() {
        return new Account(server(), "");
    }

    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** A demo account on this one. */
    public Account by(String account) {
        return new Account(this, "Bearer demo-" + account);
    }

    /** Somebody who has not signed in on this one. */
    public Account nobody() {
        return new Account(this, "");
    }

    @Override
    public void close() {
        Ground.here().ended(end);
        context.close();
    }

    /** Where what is measured is asked for. */
    String metricsUrl() {
        return "http://127.0.0.1:" + part(Measured.class).port();
    }

    /** How far its journal has come. */
    public long position() {
        return part(Journal.class).position();
    }

    /** One of the application's own parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All of a kind that the rooms contribute. */
    public <T> java.util.List<T> parts(Class<T> type) {
        return java.util.List.copyOf(context.getBeansOfType(type).values());
    }

    /** What was answered. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        /** @throws AssertionError where the status is another, with what was said */
        public Answer expect(int expected) {
            if (status == expected) return this;
            var why = status < 500 ? "" : "\nthe last warnings, " + Instant.now() + ":\n" + Warnings.last();
            throw new AssertionError("expected " + expected + ", got " + status + ": " + body + why);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public UUID id() {
            return UUID.fromString(json().get("id").asString());
        }

        /** The path and query of a guest's new link. */
        public String link() {
            var link = response.headers().firstValue("Link").orElseThrow();
            return link.replaceAll("<https?://[^/]+(.*)>.*", "$1");
        }
    }

    /** Who asks. */
    public record Account(Running server, String authorization, HttpClient http) {

        Account(Running server, String authorization) {
            this(server, authorization, server.http);
        }

        /** From an address of its own on this machine, so that nobody else waits for what it does wrong. */
        public Account from(String address) {
            try {
                var client = HttpClient.newBuilder().localAddress(InetAddress.getByName(address));
                return new Account(server, authorization, client.build());
            } catch (UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Answer get(String path) {
            return send(request(path, "application/json").GET());
        }

        /** All that this account may see of the journal, however much others have recorded before. */
        public String journal() {
            var all = new StringBuilder();
            var from = "/api/journal?limit=1000";
            for (var page = get(from).expect(200); ; page = get(from).expect(200)) {
                if (page.json().get("entries").isEmpty()) return all.toString();
                all.append(page.body());
                from = "/api/journal?limit=1000&after="
                        + page.json().get("next").asString();
            }
        }

        public Answer page(String path) {
            return send(request(path, "text/html").GET());
        }

        /** With a key of its own. */
        public Answer post(String path, String json) {
            return post(path, json, UUID.randomUUID());
        }

        public Answer post(String path, String json, UUID key) {
            return send(request(path, "application/json")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key.toString())
                    .POST(HttpRequest.BodyPublishers.ofString(json)));
        }

        /** For what the others don't do. */
        public HttpRequest.Builder request(String path, String accept) {
            var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                    .timeout(Awaited.PATIENCE)
                    .header("Accept", accept);
            return authorization.isEmpty() ? request : request.header("Authorization", authorization);
        }

        public Answer send(HttpRequest.Builder request) {
            try {
                var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body(), response);
            } catch (IOException e) {
                throw new AssertionError("the server did not answer", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
