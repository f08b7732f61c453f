package se.samlad.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samlad.ical.Outside;
import se.samlad.journal.Refused;
import se.samlad.web.PublicAddress;

/**
 * Fetches others' calendars for the rota: a megabyte at most, for ten seconds, from public addresses, and nowhere that it is
 * sent on to. The address is a secret of whoever has the calendar: it is not logged.
 */
@Component
class FetchedCalendars implements Outside, AutoCloseable {

    private static final Fetch.Limits LIMITS =
            new Fetch.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 1_000_000);
    private static final int LONGEST = 2_000;

    private final Fetch fetch = new Fetch(LIMITS, HttpClient.Redirect.NEVER);
    private final boolean local;

    /** @param local whether addresses of the installation's own network are asked too: for tests only */
    FetchedCalendars(@Value("${samlad.calendars.local:false}") boolean local) {
        this.local = local;
    }

    @Override
    public String get(String address) {
        var http = http(address);
        if (http.length() > LONGEST || !local && !PublicAddress.isHostOf(http))
            throw new Refused("rota.fetch-address").at("address");
        try {
            return text(fetch.get(http, "text/calendar"));
        } catch (Fetch.Failed e) {
            throw new Refused(e.key(), e.details()).at("address");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("feed.poll.unreachable").at("address");
        }
    }

    @Override
    public String host(String address) {
        var http = http(address);
        try {
            var uri = URI.create(http);
            boolean secret = "https".equalsIgnoreCase(uri.getScheme()) || local;
            if (secret && http.length() <= LONGEST && uri.getHost() != null && uri.getUserInfo() == null)
                return uri.getHost().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new Refused("rota.fetch-secret").at("address");
    }

    private static String http(String address) {
        return address.strip().replaceFirst("(?i)^webcals?://", "https://");
    }

    /** As of RFC 5545 in UTF-8; some old programs write Latin 1, and then names would not be found. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException e) {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        fetch.close();
    }
}
