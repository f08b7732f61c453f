package se.samlad.reach;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What carries a notice out of the building. Only {@link Outgoing} sends by one. */
public interface Channel {

    /**
     * What is to be carried. It says nothing that may not be seen on a locked screen.
     *
     * @param key of this sending: the same for the same thing sent again
     * @param title one line
     * @param text all of it
     * @param report where the provider tells what became of it; null: this installation has no address for that
     * @param keptIn whether it must stay in the building
     * @param link where one press answers, for a channel that carries it beside the text; null: none
     */
    record Notice(
            UUID key,
            String title,
            String text,
            @Nullable String report,
            boolean keptIn,
            @Nullable String link) {}

    /** How handing over went. */
    enum Handed {
        HANDED_OVER,
        /** It was kept in the building. */
        KEPT_IN,
        /** The channel works, but not for this address. */
        FAILED,
        /** The channel does not work now. */
        DOWN,
        /** There is no address, or this installation has no such channel. */
        NO_PATH
    }

    Way way();

    /** Whether this installation has what it takes. */
    boolean isSetUp();

    /** What it reaches the accounts at by itself, such as at their devices: addresses, by account. */
    default Map<String, List<String>> devices(Collection<String> accounts) {
        return Map.of();
    }

    /** Hands the notice over. Takes some seconds at most. */
    Handed send(Notice notice, String address);

    /**
     * The address of a provider, as it was set.
     *
     * @throws IllegalArgumentException where it is no such address; never with the address itself, which holds a password
     */
    static URI provider(String url) {
        var wrong = new IllegalArgumentException(
                "--sms and --voice take an address such as https://user:password@api.example/sms");
        try {
            var uri = new URI(url);
            boolean local = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || local && "http".equals(uri.getScheme())))
                return uri;
            throw wrong;
        } catch (URISyntaxException e) {
            throw wrong;
        }
    }
}
