package se.samlad.credential;

import java.math.BigInteger;

/** Base32 (RFC 4648) without padding, as the apps for one-time codes read it. For whole groups of five bytes. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int BYTE = 8;

    private Base32() {}

    static String of(byte[] bytes) {
        var number = new BigInteger(1, bytes);
        var text = new StringBuilder();
        for (int bit = bytes.length * BYTE - BITS; bit >= 0; bit -= BITS) {
            text.append(LETTERS.charAt(number.shiftRight(bit).intValue() & (1 << BITS) - 1));
        }
        return text.toString();
    }

    static byte[] bytes(String text) {
        var bytes = new byte[text.length() * BITS / BYTE];
        long buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << BITS | LETTERS.indexOf(letter);
            bits += BITS;
            if (bits >= BYTE) {
                bits -= BYTE;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
