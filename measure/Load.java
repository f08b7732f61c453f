package measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Many callers write to one incident, each one row at a time, repeated with the same key until acknowledged; and some listen. */
final class Load implements AutoCloseable {

    private static final Pattern FIELDS = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern CURSOR = Pattern.compile("\"cursor\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int ASKED_AGAIN = 500;

    /** @param sent when it was first sent @param acknowledged when it was answered; both by a counter that all callers share */
    private record Acknowledged(String path, String json, UUID key, String id, String cursor, long sent, long acknowledged) {}

    /** The outcome. */
    record Verdict(int acknowledged, int lost, int doubled, int misplaced, int answeredOtherwise, int unlikeLive) {
        boolean sound() {
            return acknowledged > 0 && lost + doubled + misplaced + answeredOtherwise + unlikeLive == 0;
        }

        @Override
        public String toString() {
            return "acknowledged %d, lost %d, doubled %d, out of order %d, answered otherwise when asked again %d, live clients that missed or doubled %d"
                    .formatted(acknowledged, lost, doubled, misplaced, answeredOtherwise, unlikeLive);
        }
    }

    private final HttpClient http;
    private final List<String> urls;
    private final String incident;
    private final String start;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final List<Acknowledged> all = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> callers = new ArrayList<>();
    private final List<Thread> listeners = new ArrayList<>();
    private final List<List<String>> heard = new ArrayList<>();
    private volatile boolean calling = true;
    private volatile boolean listening = true;

    Load(HttpClient http, String url, int callers, int listeners) throws Exception {
        this(http, List.of(url), callers, listeners);
    }

    /** @param urls of the nodes; a caller that is refused by one goes on at the next */
    Load(HttpClient http, List<String> urls, int callers, int listeners) throws Exception {
        this.http = http;
        this.urls = urls;
        var signal = post(urls.getFirst(), "/api/incidents", "{\"title\":\"Avbrottet\"}", UUID.randomUUID());
        incident = first(FIELDS, signal);
        start = first(CURSOR, signal);
        for (int i = 0; i < listeners; i++) {
            var list = new CopyOnWriteArrayList<String>();
            heard.add(list);
            int number = i;
            this.listeners.add(Thread.ofVirtual().start(() -> listen(number, list)));
        }
        for (int i = 0; i < callers; i++) {
            int number = i;
            this.callers.add(Thread.ofVirtual().start(() -> call(number)));
        }
    }

    private static String first(Pattern pattern, String json) {
        var found = pattern.matcher(json);
        if (!found.find()) throw new IllegalStateException(json);
        return found.group(1);
    }

    private void call(int number) {
        for (int i = 0; calling; i++) {
            var path = "/api/incidents/" + incident + "/notes";
            var json = "{\"kind\":\"NOTE\",\"text\":\"Rad " + number + "-" + i + "\"}";
            var key = UUID.randomUUID();
            long sent = count.incrementAndGet();
            for (int tries = number; listening; tries++) {
                try {
                    var answer = post(urls.get(tries % urls.size()), path, json, key);
                    all.add(new Acknowledged(
                            path, json, key, first(FIELDS, answer), first(CURSOR, answer), sent, count.incrementAndGet()));
                    answered.incrementAndGet();
                    break;
                } catch (IOException | IllegalStateException e) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    private void listen(int number, List<String> to) {
        var after = start;
        for (int tries = number; listening; tries++) {
            var url = urls.get(tries % urls.size()) + "/api/live?incident=" + incident + "&after=" + after;
            try (var lines = http.send(request(url).GET().build(), BodyHandlers.ofLines()).body()) {
                for (var line : (Iterable<String>) lines::iterator) {
                    if (line.startsWith("id: ")) after = line.substring(4);
                    else if (line.startsWith("data:") && line.contains("\"id\"")) to.add(first(FIELDS, line));
                }
            } catch (IOException | RuntimeException e) {
                // comes back below from where it was
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer demo-lst.tib").header("Accept", "application/json, text/event-stream");
    }

    private String post(String url, String path, String json, UUID key) throws IOException {
        return answer(request(url + path).timeout(PATIENCE).header("Content-Type", "application/json").header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), 201);
    }

    private String get(String url) throws IOException {
        return answer(request(url).timeout(PATIENCE).GET().build(), 200);
    }

    private interface Asked {
        String answer() throws IOException;
    }

    /** Retries: after the last kill, processes may answer for a moment, then none, until the restart. */
    private static String patiently(Asked asked, long deadline) throws IOException {
        while (true) {
            try {
                return asked.answer();
            } catch (IOException e) {
                if (System.nanoTime() > deadline) throw e;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private String answer(HttpRequest request, int expected) throws IOException {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != expected) throw new IOException(answer.statusCode() + " " + answer.body());
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Returns when so many more are acknowledged. */
    void awaitMore(int more, int seconds) {
        long until = answered.get() + more;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (answered.get() < until) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("nothing was acknowledged for too long");
            LockSupport.parkNanos(PAUSE_NANOS / 10);
        }
    }

    void stopCalling() throws InterruptedException {
        calling = false;
        for (var caller : callers) caller.join();
    }

    Verdict verdict(int seconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var stored = stored(deadline);
        var places = new HashMap<String, Integer>();
        int doubled = 0;
        for (int i = 0; i < stored.size(); i++) if (places.put(stored.get(i).text(), i) != null) doubled++;
        int lost = 0;
        var inOrder = new Acknowledged[stored.size()];
        for (var each : all) {
            var text = each.json().replaceAll(".*\"text\":\"([^\"]*)\".*", "$1");
            var place = places.get(text);
            if (place == null || !stored.get(place).id().equals(each.id())) lost++;
            else inOrder[place] = each;
        }
        return new Verdict(all.size(), lost, doubled, misplaced(inOrder), otherwise(deadline), unlike(stored, seconds));
    }

    /** Checks that an entry acknowledged before another was sent comes before it. */
    private static int misplaced(Acknowledged[] inOrder) {
        int misplaced = 0;
        long lastSent = 0;
        for (var each : inOrder) {
            if (each == null) continue;
            if (each.acknowledged() < lastSent) misplaced++;
            lastSent = Math.max(lastSent, each.sent());
        }
        return misplaced;
    }

    private int otherwise(long deadline) throws IOException {
        int otherwise = 0;
        int each = Math.max(1, all.size() / ASKED_AGAIN);
        for (int i = 0; i < all.size(); i += each) {
            var first = all.get(i);
            var again = patiently(() -> post(urls.getLast(), first.path(), first.json(), first.key()), deadline);
            if (!first(FIELDS, again).equals(first.id()) || !first(CURSOR, again).equals(first.cursor())) otherwise++;
        }
        return otherwise;
    }

    private int unlike(List<Row> stored, int seconds) {
        var ids = stored.stream().map(Row::id).toList();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int unlike = 0;
        for (var list : heard) {
            while (list.size() < ids.size() && System.nanoTime() < deadline) LockSupport.parkNanos(PAUSE_NANOS);
            if (!list.equals(ids)) unlike++;
        }
        return unlike;
    }

    private record Row(String id, String text) {}

    /** All rows of the incident after its beginning, as the journal gives them. */
    private List<Row> stored(long deadline) throws IOException {
        var rows = new ArrayList<Row>();
        var after = start;
        var json = new tools.jackson.databind.json.JsonMapper();
        while (true) {
            var url = urls.getLast() + "/api/journal?limit=1000&incident=" + incident + "&after=" + after;
            var page = json.readTree(patiently(() -> get(url), deadline));
            for (var entry : page.get("entries")) rows.add(new Row(entry.get("id").asString(), entry.get("body").get("text").asString()));
            after = page.get("next").asString();
            if (page.get("entries").size() < 1000) return rows;
        }
    }

    @Override
    public void close() {
        calling = false;
        listening = false;
        for (var thread : listeners) thread.interrupt();
        for (var thread : callers) thread.interrupt();
    }
}
