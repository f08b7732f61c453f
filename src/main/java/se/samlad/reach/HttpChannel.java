package se.samlad.reach;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMS and read-out calls through a provider's HTTP interface: a POST of a form with {@code from}, {@code to} and
 * {@code message}, by basic authentication, as 46elks has for SMS. The provider tells what became of it at the address in
 * {@code whendelivered} (SMS) or {@code whenhangup} (calls).
 */
final class HttpChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(HttpChannel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What says that the account or the service does not work, rather than this number: also out of credit, too many. */
    private static final int[] OF_THE_CHANNEL = {401, 402, 403, 407, 408, 429};

    private final Way way;
    private final Optional<URI> provider;
    private final String from;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param url as {@code https://user:password@api.example/sms}; empty: not set up @param from who it comes from */
    HttpChannel(Way way, String url, String from) {
        this.way = way;
        this.provider = url.isEmpty() ? Optional.empty() : Optional.of(Channel.provider(url));
        this.from = from;
    }

    @Override
    public Way way() {
        return way;
    }

    @Override
    public boolean isSetUp() {
        return provider.isPresent();
    }

    @Override
    public Handed send(Notice notice, String address) {
        try {
            // the body is not needed, and may be anything
            var answer = http.send(request(notice, address), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return said(answer.statusCode());
            }
        } catch (IOException e) {
            LOG.warn("{} can't be handed over: {}", way, e.getClass().getSimpleName());
            return Handed.DOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Handed.DOWN;
        }
    }

    private Handed said(int status) {
        if (status / 100 == 2) return Handed.HANDED_OVER;
        LOG.warn("{} can't be handed over: the provider answers {}", way, status);
        for (int each : OF_THE_CHANNEL) if (each == status) return Handed.DOWN;
        return status / 100 == 4 ? Handed.FAILED : Handed.DOWN;
    }

    private HttpRequest request(Notice notice, String address) {
        var uri = provider.orElseThrow();
        var bare = URI.create(uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        var fields = new LinkedHashMap<String, String>();
        fields.put("from", from);
        fields.put("to", address);
        fields.put("message", notice.text());
        if (notice.report() != null) fields.put(way == Way.SMS ? "whendelivered" : "whenhangup", notice.report());
        var request = HttpRequest.newBuilder(bare)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
        if (uri.getUserInfo() != null)
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(uri.getUserInfo().getBytes(StandardCharsets.UTF_8)));
        return request.build();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
