package se.samlad.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors stand for positions outside the server: one AES block of the position and zero padding, under a key that all nodes
 * share. A cursor is the same for everybody. Two cursors do not tell how many entries lie between them.
 */
public final class Cursors {

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private final Cipher to;
    private final Cipher from;

    Cursors(byte[] key) {
        var secret = new SecretKeySpec(key, "AES");
        to = cipher(Cipher.ENCRYPT_MODE, secret);
        from = cipher(Cipher.DECRYPT_MODE, secret);
    }

    public String of(long position) {
        var block = ByteBuffer.allocate(16).putLong(position).array();
        return TO_TEXT.encodeToString(run(to, block));
    }

    /** The position that the cursor stands for. Empty where it is no cursor of this installation. */
    public OptionalLong position(String cursor) {
        if (cursor.length() != 22) return OptionalLong.empty();
        try {
            var block = ByteBuffer.wrap(run(from, Base64.getUrlDecoder().decode(cursor)));
            long position = block.getLong();
            return block.getLong() == 0 && position >= 0 ? OptionalLong.of(position) : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    /** Made once, since making a cipher costs many times more than using it, and each entry that is shown has a cursor. */
    private static Cipher cipher(int mode, SecretKey key) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] run(Cipher cipher, byte[] block) {
        synchronized (cipher) {
            try {
                return cipher.doFinal(block);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
