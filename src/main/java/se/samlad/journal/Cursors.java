package se.samlad.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * An entry's place as those outside know it: one AES block of the position and zero padding, under a key that all nodes
 * share. It is the same for everybody, and tells nobody how many entries lie between two that it has.
 */
public final class Cursors {

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private final SecretKey key;

    Cursors(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    public String of(long position) {
        var block = ByteBuffer.allocate(16).putLong(position).array();
        return TO_TEXT.encodeToString(run(Cipher.ENCRYPT_MODE, block));
    }

    /** Empty where it is no cursor of ours. */
    public OptionalLong position(String cursor) {
        if (cursor.length() != 22) return OptionalLong.empty();
        try {
            var block = ByteBuffer.wrap(
                    run(Cipher.DECRYPT_MODE, Base64.getUrlDecoder().decode(cursor)));
            long position = block.getLong();
            return block.getLong() == 0 && position >= 0 ? OptionalLong.of(position) : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    private byte[] run(int mode, byte[] block) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
