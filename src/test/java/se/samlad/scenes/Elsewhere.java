package se.samlad.scenes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stand-in for the calendar systems of others: says at each path what it was told to, and remembers what it was asked. */
public final class Elsewhere implements AutoCloseable {

    public static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int STATUS = 3;

    private final HttpServer server;
    private final Map<String, String> calendars = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public Elsewhere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param said a calendar, or a status of three digits without anything */
    public void says(String path, String said) {
        calendars.put(path, said);
    }

    public static String event(String who, Instant from, Instant until) {
        return "BEGIN:VEVENT\r\nUID:" + from + "@x\r\nDTSTART:" + UTC.format(from) + "\r\nDTEND:" + UTC.format(until)
                + "\r\nSUMMARY:Jour " + who + "\r\nEND:VEVENT\r\n";
    }

    public static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    public String said(String path) {
        return calendars.getOrDefault(path, "404");
    }

    public List<String> asked() {
        return asked;
    }

    public void forget() {
        asked.clear();
    }

    public String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(path);
        var said = said(path);
        boolean status = said.length() == STATUS;
        if (said.equals("302")) exchange.getResponseHeaders().add("Location", "/elsewhere.ics");
        var body = said.getBytes(path.contains("latin") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status ? Integer.parseInt(said) : 200, status ? -1 : body.length);
        if (!status) exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
