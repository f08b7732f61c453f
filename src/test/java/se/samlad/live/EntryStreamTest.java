package se.samlad.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.access.Viewers;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Pick;
import se.samlad.report.ReportFact;
import se.samlad.scenes.Running;

/**
 * {@code GET /api/live}: every entry that the reader may see, once and in order; slow readers delay nobody (DESIGN §5).
 */
class EntryStreamTest {

    private static final int WRITERS = 8;
    private static final int EACH = 6;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One event as received. */
    private record Event(String id, String kind, String data) {}

    /** An open stream, read line by line. */
    private static final class Listening implements AutoCloseable {
        private final BufferedReader lines;

        Listening(String account, String query, String last) throws IOException, InterruptedException {
            var request = Running.as(account)
                    .request("/api/live" + query, "text/event-stream")
                    .GET();
            if (!last.isEmpty()) request.header("Last-Event-ID", last);
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        Event next() throws IOException {
            String id = "";
            String kind = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) id = line.substring(4);
                else if (line.startsWith("event: ")) kind = line.substring(7);
                else if (line.startsWith("data:")) data = line.substring(5).strip();
                else if (line.isEmpty() && !kind.isEmpty() && !kind.equals("hello")) return new Event(id, kind, data);
            }
            throw new IOException("the stream ended");
        }

        List<Event> take(int n) throws IOException {
            var events = new ArrayList<Event>();
            while (events.size() < n) events.add(next());
            return events;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static Journal journal() {
        return Running.server().part(Journal.class);
    }

    private static UUID signal(String title) {
        var posted = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"" + title + "\"}")
                .expect(201);
        return posted.id();
    }

    private static void many(UUID incident) throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int w = 0; w < WRITERS; w++) {
                all.add(writers.submit(() -> {
                    for (int i = 0; i < EACH; i++) retitle(incident);
                }));
            }
            for (var each : all) each.get();
        }
    }

    /** 409 where two retitle at the same time: tried again, so that the number of entries is known. */
    private static void retitle(UUID incident) {
        int status;
        do {
            status = Running.as("lst.tib")
                    .post(
                            "/api/incidents/" + incident + "/title",
                            "{\"title\":\"" + UUID.randomUUID() + "\",\"reason\":\"x\"}")
                    .status();
        } while (status == 409);
        assertThat(status).isEqualTo(201);
    }

    private static List<String> cursors(UUID incident) {
        var viewer = Running.server().part(Viewers.class).find("lst.tib", null).orElseThrow();
        return journal().list(Pick.after(incident, 0, 10_000), viewer).stream()
                .map(Entry::position)
                .map(journal().cursors()::of)
                .toList();
    }

    @Test
    void everyEntryComesOnceAndInOrderWhileManyWrite() throws Exception {
        var incident = signal("många");
        var first = cursors(incident).getFirst();
        try (var live = new Listening("lst.tib", "?incident=" + incident + "&after=" + first, "")) {
            many(incident);
            var events = live.take(WRITERS * EACH);
            assertThat(events).extracting(Event::kind).containsOnly("entry");
            var all = cursors(incident);
            assertThat(events).extracting(Event::id).containsExactlyElementsOf(all.subList(1, all.size()));
        }
    }

    @Test
    void itGoesOnFromAnyEntryWithoutGapOrDouble() throws Exception {
        var incident = signal("åter");
        many(incident);
        var all = cursors(incident);
        for (int from : List.of(0, 7, all.size() - 2)) {
            var rest = all.subList(from + 1, all.size());
            try (var after = new Listening("lst.tib", "?incident=" + incident + "&after=" + all.get(from), "");
                    var last = new Listening("lst.tib", "?incident=" + incident, all.get(from))) {
                assertThat(after.take(rest.size())).extracting(Event::id).containsExactlyElementsOf(rest);
                assertThat(last.take(rest.size())).extracting(Event::id).containsExactlyElementsOf(rest);
            }
        }
    }

    /** More entries than one page from the journal. */
    @Test
    void whoComesFromFarBackGetsPageAfterPageAndThenWhatIsNew() throws Exception {
        var incident = signal("länge borta");
        var first = cursors(incident).getFirst();
        for (int batch = 0; batch < 5; batch++) record(incident, "x", 130);
        try (var live = new Listening("lst.tib", "?incident=" + incident + "&after=" + first, "")) {
            var old = cursors(incident);
            assertThat(live.take(old.size() - 1))
                    .extracting(Event::id)
                    .containsExactlyElementsOf(old.subList(1, old.size()));
            record(incident, "y", 1);
            assertThat(live.next().id()).isEqualTo(cursors(incident).getLast());
        }
    }

    private static void record(UUID incident, String text, int many) {
        var note = new ReportFact.Logged(ReportFact.Kind.NOTE, text, null, null, null, null);
        journal().record(new By("lst.tib", "lst", "tib"), null, facing -> Stream.generate(
                        () -> Draft.ofNewSubject(incident, note, Labels.of("actor:lst")))
                .limit(many)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoReadsNothingOrAByteNowAndThenHoldsNobodyUp(boolean aByte) throws Exception {
        var incident = signal("tyst");
        var first = cursors(incident).getFirst();
        var server = URI.create(Running.server().url());
        try (var mute = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                var live = new Listening("lst.tib", "?incident=" + incident + "&after=" + first, "")) {
            mute.setReceiveBufferSize(1_024);
            mute.getOutputStream()
                    .write(("GET /api/live?incident=" + incident + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: Bearer demo-lst.tib\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            many(incident);
            for (int i = 0; i < WRITERS * EACH; i++) {
                live.next();
                if (aByte) assertThat(mute.getInputStream().read()).isNotNegative();
            }
        }
    }

    /** More than its connection and queue hold: the client is dropped, and nothing more is kept for it. */
    @Test
    void whoNeverReadsIsDroppedAndItsConnectionEnds() throws Exception {
        var incident = signal("stum");
        long before = Client.DROPPED.sum();
        var server = URI.create(Running.server().url());
        try (var mute = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            mute.getOutputStream()
                    .write(("GET /api/live?incident=" + incident + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: Bearer demo-lst.tib\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var in = mute.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            for (int batch = 0; batch < 200 && Client.DROPPED.sum() == before; batch++)
                record(incident, "x".repeat(20_000), 20);
            while (Client.DROPPED.sum() == before) Thread.onSpinWait(); // bounded by the test's own time
            assertThat(Client.DROPPED.sum()).isEqualTo(before + 1);
            assertThatCode(() -> in.transferTo(OutputStream.nullOutputStream()))
                    .satisfiesAnyOf(end -> assertThat(end).isNull(), end -> assertThat(end)
                            .isInstanceOf(SocketException.class));
        }
    }

    @Test
    void whoHasNotSignedInGets401() {
        Running.anybody().get("/api/live").expect(401);
    }

    @Test
    void aCursorThatIsNoneIsSaid() {
        Running.as("lst.tib").get("/api/live?after=nonsense").expect(400);
    }
}
