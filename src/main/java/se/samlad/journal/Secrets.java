package se.samlad.journal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Random values that all nodes of an installation share and nobody outside may know. Made at the first start. */
public final class Secrets {

    private final DataSource database;

    public Secrets(DataSource database) {
        this.database = database;
    }

    /** @param name of the secret, unique in the installation @param size in bytes, if it is made now */
    public byte[] get(String name, int size) {
        byte[] fresh = new byte[size];
        new SecureRandom().nextBytes(fresh);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into secret values (?, ?) on conflict do nothing");
                var select = connection.prepareStatement("select value from secret where name = ?")) {
            insert.setString(1, name);
            insert.setBytes(2, fresh);
            insert.executeUpdate();
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        } catch (SQLException e) {
            throw new Unavailable("the installation's secrets can't be read", e);
        }
    }

    /** The secret as a UUID of version 4, such as the name that tells this installation from others. */
    UUID uuid(String name) {
        var bytes = ByteBuffer.wrap(get(name, 16));
        return new UUID((bytes.getLong() & ~0xF000L) | 0x4000L, (bytes.getLong() & ~(3L << 62)) | (1L << 63));
    }
}
