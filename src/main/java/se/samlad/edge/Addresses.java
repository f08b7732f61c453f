package se.samlad.edge;

import java.util.HexFormat;

/**
 * The one form that a path may have. A path in two forms would pass one check as one thing and another as another, so a
 * request whose path is written otherwise is refused, before anything looks at it (RFC 3986 section 6.2.2).
 */
final class Addresses {

    private Addresses() {}

    /** Whether nothing in it is encoded that needs no encoding, nothing empty, and no way up or parameter. */
    static boolean isPlain(String path) {
        if (!path.startsWith("/")) return false;
        for (int at = 0; at < path.length(); at++) {
            char c = path.charAt(at);
            if (c <= ' ' || c == 0x7f || c == '\\' || c == ';') return false;
            if (c == '/' && isOddSegment(path, at + 1)) return false;
            if (c == '%') {
                if (at + 2 >= path.length() || !isNeeded(path, at)) return false;
                at += 2;
            }
        }
        return true;
    }

    /** Whether a segment is empty, though not the last, or consists of dots. */
    private static boolean isOddSegment(String path, int from) {
        int next = path.indexOf('/', from);
        var segment = path.substring(from, next < 0 ? path.length() : next);
        return segment.equals(".") || segment.equals("..") || (segment.isEmpty() && next >= 0);
    }

    /** Whether what is encoded could not stand there as it is: no letter, digit, mark, slash or control character. */
    private static boolean isNeeded(String path, int percent) {
        if (!HexFormat.isHexDigit(path.charAt(percent + 1)) || !HexFormat.isHexDigit(path.charAt(percent + 2)))
            return false;
        int encoded = HexFormat.fromHexDigits(path, percent + 1, percent + 3);
        boolean plain = Character.isLetterOrDigit(encoded) && encoded < 0x80 || "-._~/\\;%".indexOf(encoded) >= 0;
        return !plain && encoded >= ' ' && encoded != 0x7f;
    }
}
