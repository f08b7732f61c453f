package se.samlad.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses that a form, a link or a sign-in may lead to: those of our own pages, and no others. */
public final class LocalPage {

    private static final int LONGEST = 4_000;
    /** One slash and no more, and nothing that browsers leave out or turn into one. */
    private static final Pattern ADDRESS = Pattern.compile("/(?!/)[^\\\\\\p{Cntrl}]*");
    /** What one reader takes for a step in the path and another does not. */
    private static final Pattern TWICE_READ =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|%(?:2[EF]|5C|[01].|7F)", Pattern.CASE_INSENSITIVE);

    private LocalPage() {}

    /**
     * The address where it is a page of ours, else the start page: nobody is sent elsewhere by a form or a link.
     *
     * @param address a path with its query, as somebody sent it
     * @return in ASCII, so that nobody reads it as another
     */
    public static String of(@Nullable String address) {
        return address == null ? "/" : parsed(address).orElse("/");
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

    /** What browsers send as it is, and the grammar of addresses has not. */
    private static String encoded(String address) {
        var encoded = new StringBuilder(address.length());
        for (byte each : address.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && " \"<>[]^`{|}".indexOf(each) < 0) encoded.append((char) each);
            else encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return encoded.toString();
    }

    /** 303 to a page. */
    public static String redirect(String path) {
        return "seen:" + path;
    }
}
