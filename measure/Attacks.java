package measure;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attacks that try to keep others from recording, as raw bytes on the attacker's own connections. */
final class Attacks {

    /** The default settings of an installation. */
    static final Map<String, String> USUAL = Map.of(
            "SAMLAD_REQUESTS_A_SECOND", "1000", "SAMLAD_STREAMS_AN_ACCOUNT", "128", "SAMLAD_CONNECTIONS_AN_ACCOUNT", "1024");

    private static final int MB = 1024 * 1024;
    private static final int PATIENCE_MS = 3_000;
    private static final String FORM = "Origin: http://localhost\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    /** @param go attacks until the deadline, and describes the outcome */
    record Attack(String name, Assault assault) {
        String go(long until) throws Exception {
            return assault.go(until);
        }
    }

    private interface Assault {
        String go(long until) throws Exception;
    }

    private final int port;

    private Attacks(int port) {
        this.port = port;
    }

    static List<Attack> all(int port) {
        var by = new Attacks(port);
        return List.of(
                new Attack("256 bodies that never come, with a wrong token", until -> by.held(256, until,
                        "POST /api/incidents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer nonsense\r\nContent-Length: 9\r\n\r\n{")),
                new Attack("256 bodies that never come, from an account", until -> by.held(256, until,
                        "POST /api/incidents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-sigtuna.chef\r\nContent-Length: 9\r\n\r\n{")),
                new Attack("256 forms that never come", until -> by.held(256, until, "POST /incidents HTTP/1.1\r\n" + FORM + "Content-Length: 9\r\n\r\na")),
                new Attack("256 forms to be shown on /live", until -> by.held(256, until, form("/language/sv", "page=/live&form=x&once=1"))),
                new Attack("400 streams of one account", until -> by.held(400, until,
                        "GET /api/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-sigtuna.chef\r\n\r\n")),
                new Attack("64 connections with 20 requests that nobody reads", until -> by.unread(64, until,
                        "GET / HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-sigtuna.chef\r\n\r\n".repeat(20))),
                new Attack("20 bodies of 19 MB with a wrong token", until -> by.large(20, until)),
                new Attack("2 loops of wrong passwords", until -> by.loops(2, until, form("/sign-in", "account=lst.tib&password=wrong"))),
                new Attack("256 wrong passwords at once, again and again", until -> by.loops(256, until, form("/sign-in", "account=lst.tib&password=wrong"))),
                new Attack("3 connections that ask for the form to sign in", until -> by.loops(3, until, "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n")),
                new Attack("4 connections with malformed forms", until -> by.loops(4, until, form("/sign-in", "a=%zz"))),
                new Attack("4 connections with forms of 1,000 fields", until -> by.loops(4, until, form("/sign-in",
                        IntStream.range(0, 1_000).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"))))),
                new Attack("4 connections with tokens that nobody has", until -> by.loops(4, until,
                        "GET /api/actors HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer NUMBER\r\n\r\n")));
    }

    private static String form(String path, String form) {
        return "POST " + path + " HTTP/1.1\r\n" + FORM + "Content-Length: " + form.length() + "\r\n\r\n" + form;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Holds so many connections open, and replaces each that the server closes. */
    private String held(int many, long until, String request) throws Exception {
        return each(many, until, (line, said) -> {
            line.write(bytes(request));
            read(line, said);
            while (System.nanoTime() < until && !closed(line)) {
                // until the server closes it
            }
        });
    }

    private String unread(int many, long until, String requests) throws Exception {
        return each(many, until, (line, said) -> {
            line.socket().setReceiveBufferSize(4 * 1024);
            line.write(bytes(requests));
            while (System.nanoTime() < until) Thread.sleep(100);
        });
    }

    private String large(int many, long until) throws Exception {
        var head = bytes("POST /api/watch/smhi HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer nonsense\r\nContent-Length: "
                + 19 * MB + "\r\n\r\n");
        var part = new byte[64 * 1024];
        return each(many, until, (line, said) -> {
            line.write(head);
            for (int sent = 0; sent < 19 * MB && System.nanoTime() < until; sent += part.length) line.write(part);
            read(line, said);
        });
    }

    /** Sends the next request as soon as an answer has come. */
    private String loops(int many, long until, String request) throws Exception {
        return each(many, until, (line, said) -> {
            while (System.nanoTime() < until) {
                line.write(bytes(request.replace("NUMBER", Long.toString(System.nanoTime()))));
                if (!read(line, said)) return;
            }
        });
    }

    private interface Doing {
        void on(Line line, Map<String, Integer> said) throws Exception;
    }

    /** A connection that is read in large pieces, so that the attacker uses little of the processors that it shares with the server. */
    private record Line(Socket socket, java.io.InputStream in) {
        Line(Socket socket) throws IOException {
            this(socket, new java.io.BufferedInputStream(socket.getInputStream(), 16 * 1_024));
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }
    }

    private String each(int many, long until, Doing doing) throws Exception {
        var all = new ArrayList<Future<Map<String, Integer>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) all.add(threads.submit(() -> again(until, doing)));
        }
        var said = new TreeMap<String, Integer>();
        for (var one : all) one.get().forEach((what, times) -> said.merge(what, times, Integer::sum));
        return said.toString();
    }

    private Map<String, Integer> again(long until, Doing doing) throws Exception {
        var said = new TreeMap<String, Integer>();
        while (System.nanoTime() < until) {
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(PATIENCE_MS);
                doing.on(new Line(socket), said);
            } catch (IOException e) {
                said.merge("closed", 1, Integer::sum);
                Thread.sleep(20);
            }
        }
        return said;
    }

    /** Reads one answer. False where the server closed the connection, or no answer came in time. */
    private static boolean read(Line line, Map<String, Integer> said) throws IOException {
        var head = new StringBuilder();
        try {
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = line.in().read();
                if (next < 0) return false;
                head.append((char) next);
            }
        } catch (java.net.SocketTimeoutException e) {
            said.merge("no answer", 1, Integer::sum);
            return false;
        }
        said.merge(head.substring(9, 12), 1, Integer::sum);
        int length = 0;
        for (var field : head.toString().split("\r\n")) {
            if (field.regionMatches(true, 0, "content-length: ", 0, 16)) length = Integer.parseInt(field.substring(16));
            if (field.equalsIgnoreCase("connection: close")) return false;
        }
        line.in().readNBytes(length);
        return true;
    }

    private static boolean closed(Line line) throws IOException {
        try {
            return line.in().read(new byte[16 * 1_024]) < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }
}
