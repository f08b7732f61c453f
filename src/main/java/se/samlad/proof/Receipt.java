package se.samlad.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A receipt for an entry: its id and its leaf hash. Those who may read the entry can hand it to somebody who may ask
 * for proofs. It tells neither the entry's contents nor the number of entries.
 */
record Receipt(UUID entry, byte[] leaf) {

    private static final int HASH = 32;
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

    String text() {
        return entry + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(leaf);
    }

    static Optional<Receipt> parse(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) return Optional.empty();
        try {
            byte[] leaf = Base64.getUrlDecoder().decode(match.group(2));
            return Optional.of(new Receipt(UUID.fromString(match.group(1)), Arrays.copyOf(leaf, HASH)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
