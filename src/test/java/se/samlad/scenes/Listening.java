package se.samlad.scenes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An open stream of a page or of entries, read event by event. Heartbeats are passed over. */
public final class Listening implements AutoCloseable {

    private static final Pattern LIVE = Pattern.compile("data-live=\"(/live[^\"]*)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One event as it came; the id is empty where it has none. */
    public record Event(String kind, String data, String id) {}

    private final BufferedReader lines;

    private Listening(HttpResponse<InputStream> answer) {
        if (answer.statusCode() != 200) throw new AssertionError("no stream: " + answer.statusCode());
        lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** By an account's token. */
    public static Listening to(String account, String path) throws IOException, InterruptedException {
        return to(Running.as(account), path);
    }

    /** On a server of one's own. */
    public static Listening to(Running.Account account, String path) throws IOException, InterruptedException {
        return to(account.request(path, "text/event-stream").GET().build());
    }

    /** As asked. */
    public static Listening to(HttpRequest request) throws IOException, InterruptedException {
        return new Listening(HTTP.send(request, BodyHandlers.ofInputStream()));
    }

    /** By a browser's session. */
    public static Listening to(Visitor visitor, String path) throws IOException, InterruptedException {
        return new Listening(visitor.open(path));
    }

    /** Where the page's script listens. */
    public static String address(String page) {
        var live = LIVE.matcher(page);
        if (!live.find()) throw new AssertionError("the page does not listen: " + page);
        return live.group(1).replace("&amp;", "&");
    }

    /** The next event. @throws IOException where the stream has ended */
    public Event next() throws IOException {
        var event = read();
        if (event == null) throw new IOException("the stream ended");
        return event;
    }

    /** All that comes until the text has come. */
    public List<Event> until(String text) throws IOException {
        var all = new ArrayList<Event>();
        do all.add(next());
        while (!all.getLast().data().contains(text));
        return all;
    }

    /** What comes before it ends. */
    public List<Event> rest() throws IOException {
        var all = new ArrayList<Event>();
        for (var event = read(); event != null; event = read()) all.add(event);
        return all;
    }

    private Event read() throws IOException {
        var kind = "";
        var id = "";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) kind = line.substring(7);
            else if (line.startsWith("id: ")) id = line.substring(4);
            else if (line.startsWith("data:"))
                data.append(line.substring(5).strip()).append('\n');
            else if (line.isEmpty() && !kind.isEmpty()) {
                if (!kind.equals("hello")) return new Event(kind, data.toString(), id);
                kind = "";
                id = "";
                data.setLength(0);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
