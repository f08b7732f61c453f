package se.samlad.credential;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Refused;

/**
 * Which passwords are taken: long ones that others do not use. There is no rule about what characters they have (ASVS
 * 5.0, 6.2).
 */
public final class PasswordRule {

    public static final int LEAST = 12;
    /** A bound for hashing; no person types as much. */
    public static final int MOST = 200;

    private static final String OWN_NAME = "samlad";
    /** What must be left of a password without what everybody can guess of its owner. */
    private static final int LEFT = 8;

    /** The common ones that are long enough to be tried, read when the first password is chosen. */
    private static final class Common {
        private static final Set<String> ALL = read();

        private static Set<String> read() {
            try {
                return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER
                        .load()
                        .getRankedDictionary()
                        .keySet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private PasswordRule() {}

    /**
     * The password, if it may be used.
     *
     * @param own what everybody can guess about the person, such as name and address
     * @throws Refused password.short, password.long, password.common, password.own, naming the field {@code password}
     */
    public static String of(@Nullable String password, String... own) {
        var text = password == null ? "" : password;
        int length = text.codePointCount(0, text.length());
        if (length < LEAST) throw no("password.short", LEAST);
        if (length > MOST) throw no("password.long", MOST);
        var plain = text.toLowerCase(Locale.ROOT);
        if (isCommon(plain)) throw no("password.common");
        var guessed = Stream.concat(Stream.of(OWN_NAME), Arrays.stream(own))
                .flatMap(each -> Arrays.stream(each.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(each -> each.length() > 2)
                .toList();
        var rest = plain;
        for (var each : guessed) rest = rest.replace(each, "");
        if (rest.length() < LEFT) throw no("password.own");
        return text;
    }

    private static boolean isCommon(String plain) {
        if (Common.ALL.contains(plain)) return true;
        int length = plain.length();
        for (int part = 1; part <= length / 2; part++) {
            var first = plain.substring(0, part);
            boolean repeats = plain.equals(first.repeat(length / part) + first.substring(0, length % part));
            if (repeats && (part < LEAST / 2 || Common.ALL.contains(first))) return true;
        }
        var digits = plain.replaceAll("^\\P{L}+|\\P{L}+$", ""); // a common word with a year and a mark
        return digits.length() < LEAST - 4 && (digits.isEmpty() ? isRow(plain) : Common.ALL.contains(digits));
    }

    /** Whether each sign follows the one before, as in 123456789012. */
    private static boolean isRow(String plain) {
        for (int i = 1; i < plain.length(); i++) {
            int step = plain.charAt(i) - plain.charAt(i - 1);
            if (step != 1 && step != -9 && step != -1) return false;
        }
        return true;
    }

    private static Refused no(String key, Object... details) {
        return new Refused(key, details).at("password");
    }
}
