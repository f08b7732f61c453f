package se.samlad.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Limits forms, links and sign-in to addresses of Samlad's own pages. */
public final class LocalPage {

    private static final int LONGEST = 4_000;
    /** Exactly one slash at the start, and no characters that browsers drop or turn into a slash. */
    private static final Pattern ADDRESS = Pattern.compile("/(?!/)[^\\\\\\p{Cntrl}]*");
    /** Sequences that some parsers read as a step in the path and others do not. */
    private static final Pattern TWICE_READ =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|%(?:2[EF]|5C|[01].|7F)", Pattern.CASE_INSENSITIVE);

    private LocalPage() {}

    /**
     * The address if it is one of our pages, else the start page, so that no form or link leads to another site.
     *
     * @param address a path with its query, as it was sent
     * @return in ASCII, so that all parsers read it alike
     */
    public static String of(@Nullable String address) {
        return address == null ? "/" : parsed(address).orElse("/");
    }

    /** The query parameter of a page after something was sent: the id of its entry, for the receipt. */
    public static final String SENT = "sent";

    /** The page as {@link #of} gives it, with the entry that was sent to be receipted on it. */
    static String after(@Nullable String address, UUID sent) {
        var page = of(address);
        int fragment = page.indexOf('#');
        var path = fragment < 0 ? page : page.substring(0, fragment);
        return path + (path.contains("?") ? "&" : "?") + SENT + "=" + sent
                + (fragment < 0 ? "" : page.substring(fragment));
    }

    static boolean is(String address) {
        return parsed(address).isPresent();
    }

    private static Optional<String> parsed(String address) {
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) return Optional.empty();
        try {
            var uri = new URI(encoded(address));
            boolean plain = uri.getScheme() == null && uri.getRawAuthority() == null && !uri.isOpaque();
            return plain && !TWICE_READ.matcher(uri.getRawPath()).find()
                    ? Optional.of(uri.toString())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Characters that browsers send unencoded, although the grammar of URIs does not allow them. */
    private static String encoded(String address) {
        var encoded = new StringBuilder(address.length());
        for (byte each : address.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && " \"<>[]^`{|}".indexOf(each) < 0) encoded.append((char) each);
            else encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return encoded.toString();
    }

    /** Redirects to a page (303). */
    public static String redirect(String path) {
        return "seen:" + path;
    }
}
