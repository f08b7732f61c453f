package se.samlad.play;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The running server, as any outside program meets it: HTTP with the demo's tokens. An answer is at most 8 MB. */
final class Server implements AutoCloseable {

    private static final int MOST_BYTES = 8_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Server(URI base) {
        this.base = base;
    }

    /**
     * @param json the answer as plain maps, lists and values, or null where it is not JSON
     * @param text the answer as received
     */
    record Answer(int status, @Nullable Object json, String text) {}

    /** @throws SceneRefused unreachable, where no answer comes */
    Answer get(String as, String path) {
        return send(request(as, path).GET().build());
    }

    /** @param once the same for the same step of the same run, so that a repeated run records nothing twice */
    Answer post(String as, String path, String body, UUID once) {
        return send(request(as, path)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", once.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    }

    static String write(@Nullable Object body) {
        return JSON.writeValueAsString(body);
    }

    private HttpRequest.Builder request(String as, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (!as.isEmpty()) request.header("Authorization", "Bearer demo-" + as);
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES)
                    throw new SceneRefused("answer-too-big", request.uri().getPath());
                String text = new String(bytes, StandardCharsets.UTF_8);
                return new Answer(response.statusCode(), parsed(text), text);
            }
        } catch (IOException gone) {
            throw new SceneRefused("unreachable", base, gone.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SceneRefused("unreachable", base, "interrupted");
        }
    }

    private static @Nullable Object parsed(String text) {
        try {
            return text.isBlank() ? null : JSON.readValue(text, Object.class);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
