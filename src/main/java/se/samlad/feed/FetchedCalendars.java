package se.samlad.feed;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samlad.journal.Refused;
import se.samlad.rota.Outside;
import se.samlad.web.PublicAddress;

/**
 * Fetches others' calendars for the rota: a megabyte at most, for ten seconds, from public addresses, and nowhere that it is
 * sent on to. The address is a secret of whoever has the calendar: it is neither kept nor logged.
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
        var http = address.strip().replaceFirst("(?i)^webcals?://", "https://");
        if (http.length() > LONGEST || !local && !PublicAddress.isHostOf(http))
            throw new Refused("rota.fetch-address").at("address");
        try {
            return new String(fetch.get(http, "text/calendar"), StandardCharsets.UTF_8);
        } catch (Fetch.Failed e) {
            throw new Refused(e.key(), e.details()).at("address");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("feed.poll.unreachable").at("address");
        }
    }

    @Override
    public void close() {
        fetch.close();
    }
}
