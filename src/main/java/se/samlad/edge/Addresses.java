package se.samlad.edge;

import java.util.HexFormat;

/**
 * Checks that a path is written in its normal form (RFC 3986 section 6.2.2). Two spellings of one path could pass one
 * check and fail another, so a request with another spelling is refused before anything reads its path.
 */
final class Addresses {

    private Addresses() {}

    /**
     * False where the path percent-encodes a character that needs no encoding, has an empty segment or a dot segment,
     * or has a path parameter.
     */
    static boolean isPlain(String path) {
        if (!path.startsWith("/")) return false;
        for (int at = 0; at < path.length(); at++) {
            char c = path.charAt(at);
            if (c <= ' ' || c == 0x7f || c == '\\' || c == ';') return false;
            if (c == '/' && isOddSegment(path, at + 1)) return false;
            if (c == '%') {
                if (at + 2 >= path.length() || !mustBeEncoded(path, at)) return false;
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

    /** Whether the character must be encoded: it is no ASCII letter or digit, mark, slash or control character. */
    private static boolean mustBeEncoded(String path, int percent) {
        if (!HexFormat.isHexDigit(path.charAt(percent + 1)) || !HexFormat.isHexDigit(path.charAt(percent + 2)))
            return false;
        int encoded = HexFormat.fromHexDigits(path, percent + 1, percent + 3);
        boolean plain = Character.isLetterOrDigit(encoded) && encoded < 0x80 || "-._~/\\;%".indexOf(encoded) >= 0;
        return !plain && encoded >= ' ' && encoded != 0x7f;
    }
}
