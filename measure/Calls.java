package measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** Calls of the public API as an account of the demo. */
final class Calls implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern CURSOR = Pattern.compile("\"cursor\"\\s*:\\s*\"([^\"]+)\"");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Calls(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** @return the id of what was created */
    String post(String account, String path, String json) throws IOException, InterruptedException {
        return posted(account, path, json, ID);
    }

    /** @return the cursor of what was created */
    String cursor(String account, String path, String json) throws IOException, InterruptedException {
        return posted(account, path, json, CURSOR);
    }

    private String posted(String account, String path, String json, Pattern wanted) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer demo-" + account)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        if (answer.statusCode() != 201) throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        return first(wanted, answer.body());
    }

    /** @return the id of what was created */
    static String idIn(String answer) {
        return first(ID, answer);
    }

    private static String first(Pattern wanted, String answer) {
        var found = wanted.matcher(answer);
        return found.find() ? found.group(1) : "";
    }

    /** How long it takes until something is recorded, in ns. */
    long timePost(String account, String path, String json) throws IOException, InterruptedException {
        long began = System.nanoTime();
        post(account, path, json);
        return System.nanoTime() - began;
    }

    /** @return what the page or the answer says */
    String get(String account, String path) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer demo-" + account));
        if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
        return answer.body();
    }

    /** How long a page takes until its last byte, in ns. */
    long time(String account, String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        get(account, path);
        return System.nanoTime() - began;
    }

    /** Returns when the other node has it too. */
    void await(int otherPort, String account, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + otherPort + path))
                .header("Authorization", "Bearer demo-" + account);
        for (int i = 0; i < 500; i++) {
            if (send(request).statusCode() == 200) return;
            Thread.sleep(20);
        }
        throw new IOException(path + " is not known at " + otherPort);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
