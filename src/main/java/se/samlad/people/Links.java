package se.samlad.people;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.credential.Seal;
import se.samlad.journal.Journal;

/**
 * The links of invitations. A link's key is the invitation's id with a code over it under a secret of the installation,
 * so nothing need be stored, and the link can be shown again. A link made anew has another code.
 */
@Component
class Links {

    private static final int ID = 16;
    private static final int CODE = 20;

    private final Journal journal;
    private final Seal seal;

    Links(Journal journal, DataSource database) {
        this.journal = journal;
        this.seal = Seal.of(database, "invitation");
    }

    Journal journal() {
        return journal;
    }

    /** The path of the link. */
    String path(Invitation invitation) {
        return "/invitation?key=" + key(invitation);
    }

    String key(Invitation invitation) {
        var key = ByteBuffer.allocate(ID + CODE)
                .putLong(invitation.id().getMostSignificantBits())
                .putLong(invitation.id().getLeastSignificantBits())
                .put(code(invitation));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.array());
    }

    private byte[] code(Invitation invitation) {
        return Arrays.copyOf(seal.code(invitation.id() + " " + invitation.renewals()), CODE);
    }

    /** The invitation that the key opens; empty where there is none, or it has been used, withdrawn, renewed or is over. */
    Optional<Invitation> open(@Nullable String key) {
        if (key == null || key.length() > 2 * (ID + CODE)) return Optional.empty();
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID + CODE) return Optional.empty();
        var buffer = ByteBuffer.wrap(bytes);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        return journal.across(Invitation.All.ACROSS)
                .find(id)
                .filter(i -> MessageDigest.isEqual(code(i), Arrays.copyOfRange(bytes, ID, bytes.length)))
                .filter(i -> i.isOpen() && journal.now().isBefore(i.validUntil()));
    }
}
