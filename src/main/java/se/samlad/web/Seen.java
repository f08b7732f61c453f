package se.samlad.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.journal.Recorded;

/** Where a browser is sent after a form: to a page of ours, and of ours alone, that shows what was recorded. */
@Component
public class Seen {

    private static final int LONGEST = 4_000;
    /** One slash and no more, and nothing that browsers leave out or turn into one. */
    private static final Pattern ADDRESS = Pattern.compile("/(?!/)[^\\\\\\p{Cntrl}]*");
    /** What one reader takes for a step in the path and another does not. */
    private static final Pattern TWICE_READ =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|%(?:2[EF]|5C|[01].|7F)", Pattern.CASE_INSENSITIVE);

    private final ReadYourWrites readYourWrites;

    Seen(ReadYourWrites readYourWrites) {
        this.readYourWrites = readYourWrites;
    }

    /** 303 to a page that will show what was recorded. @param path of ours, with its query */
    public String at(String path, Recorded recorded, HttpServletResponse response) {
        readYourWrites.remember(recorded, response);
        return to(path);
    }

    /**
     * The address where it is a page of ours, else the start page: nobody is sent elsewhere by a form or a link.
     *
     * @param address a path with its query, as somebody sent it
     * @return in ASCII, so that nobody reads it as another
     */
    public static String local(@Nullable String address) {
        return address == null ? "/" : parsed(address).orElse("/");
    }

    static boolean isLocal(String address) {
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
    public static String to(String path) {
        return "seen:" + path;
    }
}
