package se.samlad.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text with signatures below it (C2SP signed-note).
 *
 * @param text ends with a line break
 */
record Note(String text, List<Line> signatures) {

    /** @param id of the key, four bytes */
    record Line(String name, byte[] id, byte[] signature) {
        static Line by(VerifierKey key, byte[] signature) {
            return new Line(key.name(), key.id(), signature);
        }

        boolean isBy(VerifierKey key) {
            return name.equals(key.name()) && Arrays.equals(id, key.id());
        }

        String written() {
            byte[] both = Arrays.copyOf(id, id.length + signature.length);
            System.arraycopy(signature, 0, both, id.length, signature.length);
            return "— " + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }
    }

    private static final int LONGEST = 64 * 1024;
    private static final int MOST = 100;
    private static final int ID = 4;
    private static final Pattern LINE = Pattern.compile("— ([^\\s+\\p{Z}\\p{C}]{1,100}) ([A-Za-z0-9+/=]{8,8000})");

    /** Empty where it is no note, or has more than 64 kB or a hundred signatures. */
    static Optional<Note> parse(String written) {
        int end = written.lastIndexOf("\n\n");
        if (written.length() > LONGEST || end < 1 || !written.endsWith("\n")) return Optional.empty();
        var lines = written.substring(end + 2).split("\n", -1);
        if (lines.length < 2 || lines.length > MOST + 1) return Optional.empty();
        var signatures = new ArrayList<Line>();
        for (var line : Arrays.copyOf(lines, lines.length - 1)) {
            var match = LINE.matcher(line);
            if (!match.matches()) return Optional.empty();
            try {
                byte[] both = Base64.getDecoder().decode(match.group(2));
                if (both.length <= ID) return Optional.empty();
                signatures.add(
                        new Line(match.group(1), Arrays.copyOf(both, ID), Arrays.copyOfRange(both, ID, both.length)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new Note(written.substring(0, end + 1), signatures));
    }

    String written() {
        var all = new StringBuilder(text).append('\n');
        signatures.forEach(line -> all.append(line.written()));
        return all.toString();
    }
}
