package measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One page that is open on many screens, each with its stream: when each of the reports that are sent is seen on each. */
final class Screens implements AutoCloseable {

    /** What a report is known by in a panel: its number follows, and a full stop. */
    static final String MARK = "Besked nummer ";

    private static final long PATIENCE_SECONDS = 30;
    private static final Pattern LIVE = Pattern.compile("data-live=\"([^\"]+)\"");

    private final long[] sent;
    private final long[][] seen;
    private final CountDownLatch[] left;
    private final List<Socket> sockets = new ArrayList<>();

    /** @param accounts one for each screen @param reports how many will be sent */
    Screens(int port, List<String> accounts, String page, int reports, Calls calls) throws Exception {
        int screens = accounts.size();
        sent = new long[reports];
        seen = new long[screens][reports];
        left = new CountDownLatch[reports];
        for (int i = 0; i < reports; i++) left[i] = new CountDownLatch(screens);
        for (int i = 0; i < screens; i++) {
            var account = accounts.get(i);
            var live = LIVE.matcher(calls.get(account, page));
            if (!live.find()) throw new IOException("the page is not live");
            open(port, account, live.group(1).replace("&amp;", "&"), seen[i]);
        }
    }

    private void open(int port, String account, String path, long[] at) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        sockets.add(socket);
        var head = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer demo-" + account
                + "\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        if (!in.readLine().startsWith("HTTP/1.1 200")) throw new IOException("a screen was refused");
        Thread.ofVirtual().start(() -> hear(in, at));
    }

    private void hear(BufferedReader in, long[] at) {
        try {
            for (var line = in.readLine(); line != null; line = in.readLine())
                for (int i = line.indexOf(MARK); i >= 0; i = line.indexOf(MARK, i + 1)) {
                    int end = line.indexOf('.', i);
                    int number = Integer.parseInt(line.substring(i + MARK.length(), end));
                    if (at[number] != 0) continue;
                    at[number] = System.nanoTime();
                    left[number].countDown();
                }
        } catch (IOException e) {
            // closed by us; where not, it is missed below
        }
    }

    /** The report is about to be sent. */
    void sends(int number) {
        sent[number] = System.nanoTime();
    }

    /** Until all screens have so many. */
    void await(int reports) throws InterruptedException {
        for (int i = 0; i < reports; i++)
            if (!left[i].await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new IllegalStateException(left[i].getCount() + " screens never got report " + i);
    }

    /** The times of all screens and all reports from that one on, in ns. */
    Samples since(int first) {
        var samples = new Samples();
        for (var screen : seen) for (int i = first; i < sent.length; i++) samples.add(screen[i] - sent[i]);
        return samples;
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) socket.close();
    }
}
