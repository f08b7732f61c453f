package se.samlad.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as a reader sees it: the same letters are the same characters, and what can't be seen is nothing. Every text that
 * is recorded, indexed or searched for passes here.
 */
public final class Letters {

    /** Fillers, selectors and blanks that Unicode counts as letters, marks or symbols but that show nothing. */
    private static final String HOLLOW =
            "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}";

    private static final Pattern SEEN =
            Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Mn}\\p{Me}" + HOLLOW + "]");

    /** Control characters are no part of it: a line break separates words. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}" + HOLLOW + "]");

    private static final int CODE = 60;

    private Letters() {}

    /** Composed letters (Unicode's NFC): an {@code a} followed by a ring becomes {@code å}. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether the text has no character that can be seen. */
    public static boolean isEmpty(@Nullable String text) {
        return text == null || !SEEN.matcher(text).find();
    }

    /** The text to be searched, or to search for: composed, without soft hyphens and all else that is not seen. */
    public static String searched(String text) {
        return composed(UNSEEN.matcher(text).replaceAll(""));
    }

    /** A short code of a name, for addresses: {@code Långt elavbrott} becomes {@code langt-elavbrott}; empty where no letter is left. */
    public static String code(String name) {
        var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), CODE));
    }

    /** As {@link #code}, made unlike those that are taken by a number behind it. @param otherwise where no letter is left */
    public static String code(String name, String otherwise, Predicate<String> taken) {
        var base = code(name).isEmpty() ? otherwise : code(name);
        var code = base;
        for (int n = 2; taken.test(code); n++) code = base + "-" + n;
        return code;
    }

    /** Whether the reader would find the words in the text, ignoring case. */
    public static boolean contains(String text, String words) {
        return folded(text).contains(folded(words));
    }

    private static String folded(String text) {
        return searched(text).toLowerCase(Locale.ROOT);
    }
}
