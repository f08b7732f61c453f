package se.samlad.scenes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import se.samlad.Awaited;

/** A stand-in for a provider of SMS and calls: takes what is sent, or is out of order, and tells what it is asked to tell. */
final class Provider implements AutoCloseable {

    private final HttpServer server;
    private final List<Map<String, String>> taken = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Map<String, String>> arriving = new LinkedBlockingQueue<>();
    private volatile int answer = 200;
    private volatile String authorization = "";

    Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var form = new HashMap<String, String>();
        form.put("path", exchange.getRequestURI().getPath());
        for (var each : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            var field = each.split("=", 2);
            form.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8));
        }
        taken.add(form);
        arriving.add(form);
        exchange.sendResponseHeaders(answer, 0);
        exchange.getResponseBody().close();
    }

    /** From now on it answers so. */
    void answers(int status) {
        answer = status;
    }

    String url(String path) {
        return "http://user:secret@127.0.0.1:" + server.getAddress().getPort() + path;
    }

    String authorization() {
        return authorization;
    }

    List<Map<String, String>> taken() {
        return List.copyOf(taken);
    }

    /** The next that arrives. */
    Map<String, String> next() throws InterruptedException {
        return Awaited.next(arriving);
    }

    /** Posts a form as a provider does: with no header that a browser has. */
    static int tells(String address, Map<String, String> form) throws Exception {
        return post(address, form).statusCode();
    }

    static HttpResponse<String> post(String address, Map<String, String> form) throws Exception {
        var body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
