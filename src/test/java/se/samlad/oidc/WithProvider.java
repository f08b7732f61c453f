package se.samlad.oidc;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import se.samlad.access.Viewers;
import se.samlad.credential.OwnSignIns;
import se.samlad.credential.OwnSignIns.Subject;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** A server with organisations that have a sign-in of their own. */
abstract class WithProvider {

    static final AtomicInteger COUNT = new AtomicInteger();

    static String database;
    static Running server;
    static Provider provider;

    @BeforeAll
    static void begin() {
        provider = new Provider();
        database = Ground.here().database();
        server = Running.apart(database, Map.of("samlad.data", ""));
        for (var actor : List.of("nacka", "taby")) {
            set(actor, "");
            awaitProvider(actor);
        }
    }

    /** The first answers of a server that has just begun may come too late where the machine is busy. */
    private static void awaitProvider(String actor) {
        String page;
        provider.says(actor, "first", Map.of());
        do {
            page = Visitor.stranger(server)
                    .get("/sign-in/organisation/" + actor)
                    .body();
        } while (page.contains("svarar inte just nu"));
    }

    @AfterAll
    static void end() {
        server.close();
        provider.close();
        Ground.here().drop(database);
    }

    /** @param more further fields */
    static void set(String actor, String more) {
        server.by(actor + ".admin")
                .post(
                        "/api/actors/" + actor + "/sign-in",
                        "{\"issuer\":\"" + provider.issuer(actor) + "\",\"client\":\"" + Provider.CLIENT
                                + "\",\"secret\":\"hemligt\"" + more + "}")
                .expect(201);
    }

    static void passkey(String account) {
        Ground.here()
                .execute(
                        database,
                        "insert into user_entities values ('%1$s', '%1$s', '') on conflict do nothing;"
                                        .formatted(account)
                                + "insert into user_credentials (credential_id, user_entity_user_id, public_key,"
                                + " backup_eligible, backup_state, label) values ('%1$s', '%1$s', '', false, false, '')"
                                        .formatted(account)
                                + " on conflict do nothing");
    }

    static String somebody() {
        return "person-" + COUNT.incrementAndGet();
    }

    static Optional<String> account(String actor, String subject) {
        return server.part(OwnSignIns.class).account(new Subject(actor, provider.issuer(actor), subject));
    }

    static List<String> functions(String account) {
        return server.part(Viewers.class).functionsOf(account).stream()
                .map(f -> f.name())
                .sorted()
                .toList();
    }

    static boolean isIn(Visitor visitor) {
        return !visitor.get("/me").body().contains("action=\"/sign-in\"");
    }

    static java.util.Date hoursAgo(int hours) {
        return java.util.Date.from(java.time.Instant.now().minus(java.time.Duration.ofHours(hours)));
    }

    /** The address that the browser came back to. */
    static URI back(HttpResponse<String> last) {
        for (var response = Optional.of(last);
                response.isPresent();
                response = response.get().previousResponse())
            if (response.get().uri().getPath().endsWith("/back"))
                return response.get().uri();
        throw new AssertionError("nobody came back: " + last.uri());
    }
}
