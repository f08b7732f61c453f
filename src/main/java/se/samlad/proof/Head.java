package se.samlad.proof;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The contents of a checkpoint (C2SP tlog-checkpoint): the journal's name, its number of entries, and the root hash
 * over them.
 *
 * @param root 32 bytes
 */
record Head(String origin, long size, byte[] root) {

    private static final int HASH = 32;
    private static final Pattern TEXT =
            Pattern.compile("([^\\n]{1,200})\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/=]{44})\\n");

    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** Empty where it is no checkpoint, or has extension lines, which we never write. */
    static Optional<Head> parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) return Optional.empty();
        try {
            byte[] root = Base64.getDecoder().decode(match.group(3));
            if (root.length != HASH) return Optional.empty();
            return Optional.of(new Head(match.group(1), Long.parseLong(match.group(2)), root));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
