package se.samlad.live;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A rendered panel, split into its rows and the frame around them. */
final class Rendered {

    /** Placeholder for each form's own idempotency key. */
    static final String ONCE = "00000000-0000-0000-0000-fresh-each-time";

    /**
     * One row and its list. Rows with only white space between them are in one list.
     *
     * @param still the row without its ages, by which it is compared
     */
    record Cut(String html, String still, int list) {}

    private static final String AGE = "data-age";

    private final String html;
    private final byte[] utf8;
    private final String mark;
    private final String frame;
    private final Map<String, Cut> cuts = new LinkedHashMap<>();

    /** Where two rows have the same id, the whole panel counts as frame. */
    Rendered(String html, List<Rows.Row> rows) {
        this.html = html;
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        this.utf8 = bytes;
        this.mark = mark(withoutAges(html).getBytes(StandardCharsets.UTF_8));
        var around = new StringBuilder();
        int at = 0;
        for (var row : rows) {
            around.append(text(bytes, at, row.from()).strip());
            var inside = text(bytes, row.from(), row.to()).strip();
            cuts.put(row.id(), new Cut(inside, withoutAges(inside), around.length()));
            at = row.to();
        }
        boolean cut = cuts.size() == rows.size();
        if (!cut) cuts.clear();
        this.frame = withoutAges(
                cut ? around.append(text(bytes, at, bytes.length).strip()).toString() : html);
    }

    /** Removes ages, which the page's script keeps current: an age alone is no change and sends nothing. */
    private static String withoutAges(String html) {
        int age = html.indexOf(AGE);
        if (age < 0) return html;
        var still = new StringBuilder(html.length());
        int from = 0;
        while (age >= 0) {
            int told = html.indexOf('>', age) + 1;
            int end = html.indexOf('<', told);
            if (told == 0 || end < 0) break;
            boolean inTag =
                    html.lastIndexOf('<', age) > html.lastIndexOf('>', age); // an attribute, not a person's text
            still.append(html, from, inTag ? told : age + AGE.length());
            from = inTag ? end : age + AGE.length();
            age = html.indexOf(AGE, from);
        }
        return still.append(html, from, html.length()).toString();
    }

    private static String mark(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Puts a fresh idempotency key into each form. */
    static String withKeys(String html) {
        if (!html.contains(ONCE)) return html;
        var parts = html.split(ONCE, -1);
        var with = new StringBuilder(html.length());
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) with.append(UUID.randomUUID());
            with.append(parts[i]);
        }
        return with.toString();
    }

    String html() {
        return html;
    }

    /** The content for a page, with a fresh key in each form; without forms, the same bytes for every page. */
    Content content() {
        if (!html.contains(ONCE)) return page -> page.writeBinaryContent(utf8);
        var with = withKeys(html);
        return page -> page.writeContent(with);
    }

    /** A digest of the content without ages, equal on all nodes. Pages say by it what they show. */
    String mark() {
        return mark;
    }

    /** The text around the rows, without ages. */
    String frame() {
        return frame;
    }

    Map<String, Cut> cuts() {
        return cuts;
    }

    List<String> ids() {
        return new ArrayList<>(cuts.keySet());
    }

    boolean sameAs(Rendered other) {
        return mark.equals(other.mark);
    }
}
