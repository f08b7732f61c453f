package se.samlad.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one body from an address, within limits of time and size. Follows http and https only, also in redirects. Asks
 * for a body as it is, but takes one that was compressed all the same: the limit holds for what it inflates to.
 */
final class Fetch implements AutoCloseable {

    /**
     * @param total from the first byte sent to the last received, however slowly they arrive
     * @param bytes the most, as it came and inflated
     */
    record Limits(Duration connect, Duration total, int bytes) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), 16_000_000);
    }

    /** The fetch failed: a message key and its details. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String key;
        private final transient List<Object> details;

        Failed(String key, Object... details) {
            super(key, null, false, false);
            this.key = key;
            this.details = List.of(details);
        }

        String key() {
            return key;
        }

        Object[] details() {
            return details.toArray();
        }
    }

    private static final String TOO_LARGE = "body exceeds capacity";
    private final Limits limits;
    private final HttpClient.Redirect redirects;
    private @Nullable HttpClient client;

    Fetch(Limits limits) {
        this(limits, HttpClient.Redirect.NORMAL);
    }

    Fetch(Limits limits, HttpClient.Redirect redirects) {
        this.limits = limits;
        this.redirects = redirects;
    }

    /** Created when first needed: it reads all certificates that the machine trusts. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(limits.connect())
                    .followRedirects(redirects)
                    .build();
        }
        return client;
    }

    /**
     * @throws Failed feed.poll.address, feed.poll.unreachable, feed.poll.slow, feed.poll.too-large, feed.poll.status;
     *     feed.poll.encoding or feed.poll.damaged, with the content encoding, where it can't be inflated
     */
    byte[] get(String address) throws Failed, InterruptedException {
        return get(address, "application/json");
    }

    /** As {@link #get(String)}. @param accept what is asked for */
    byte[] get(String address, String accept) throws Failed, InterruptedException {
        var request = HttpRequest.newBuilder(checked(address))
                .timeout(limits.total())
                .header("Accept", accept)
                .header("Accept-Encoding", "identity")
                .header("User-Agent", "Samlad")
                .build();
        var coming = client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()));
        var response = within(limits.total(), coming);
        if (response.statusCode() != 200) throw new Failed("feed.poll.status", response.statusCode());
        return inflated(response.body(), response.headers().allValues("Content-Encoding"));
    }

    /** @param declared the encodings in the order in which they were applied (RFC 9110 §8.4) */
    private byte[] inflated(byte[] body, List<String> declared) throws Failed {
        var encodings = declared.stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty() && !each.equals("identity"))
                .toList();
        if (encodings.isEmpty()) return body;
        var said = String.join(", ", encodings);
        if (encodings.size() > 1) throw new Failed("feed.poll.encoding", said);
        try (var in = inflating(said, new ByteArrayInputStream(body))) {
            var whole = in.readNBytes(limits.bytes() + 1);
            if (whole.length > limits.bytes()) throw new Failed("feed.poll.too-large");
            return whole;
        } catch (IOException e) {
            throw new Failed("feed.poll.damaged", said);
        }
    }

    private static InputStream inflating(String encoding, InputStream body) throws IOException, Failed {
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(body);
            case "deflate" -> new InflaterInputStream(body);
            default -> throw new Failed("feed.poll.encoding", encoding);
        };
    }

    private static HttpResponse<byte[]> within(Duration total, CompletableFuture<HttpResponse<byte[]>> coming)
            throws Failed, InterruptedException {
        try {
            return coming.get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Failed("feed.poll.slow");
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    private static Failed failed(@Nullable Throwable why) {
        if (why instanceof HttpTimeoutException) return new Failed("feed.poll.slow");
        boolean large =
                why instanceof IOException && String.valueOf(why.getMessage()).contains(TOO_LARGE);
        return new Failed(large ? "feed.poll.too-large" : "feed.poll.unreachable");
    }

    private static URI checked(String address) throws Failed {
        try {
            var uri = URI.create(address.strip());
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && List.of("http", "https").contains(scheme)) return uri;
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new Failed("feed.poll.address");
    }

    @Override
    public synchronized void close() {
        if (client != null) client.shutdownNow();
    }
}
