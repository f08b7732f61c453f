package se.samlad.feed;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.samlad.journal.Refused;
import se.samlad.rota.Outside;

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
        if (http.length() > LONGEST || !local && !isPublic(http)) throw new Refused("rota.fetch-address").at("address");
        try {
            return new String(fetch.get(http, "text/calendar"), StandardCharsets.UTF_8);
        } catch (Fetch.Failed e) {
            throw new Refused(e.key(), e.details()).at("address");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("feed.poll.unreachable").at("address");
        }
    }

    private static boolean isPublic(String address) {
        try {
            var host = URI.create(address).getHost();
            return host != null && Arrays.stream(InetAddress.getAllByName(host)).allMatch(FetchedCalendars::isPublic);
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC; // RFC 4193
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64; // RFC 6598
        boolean embedded = bytes.length == 16 && isEmbedding(bytes);
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || unique
                || shared
                || embedded
                || bytes[0] == 0);
    }

    /** Whether it leads to an address of the older kind through a gateway: 64:ff9b::/96 and 2002::/16. */
    private static boolean isEmbedding(byte[] bytes) {
        return bytes[0] == 0x20 && bytes[1] == 0x02
                || bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
    }

    @Override
    public void close() {
        fetch.close();
    }
}
