package se.samlad.journal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/** An array of UUIDs for a statement, as the database itself has it: the driver would write it out letter by letter. */
final class Uuids extends PGobject implements PGBinaryObject {

    private static final long serialVersionUID = 1;
    private static final int SIZE = 2 * Long.BYTES;
    private static final int HEAD = 5 * Integer.BYTES;
    private static final int NULL = -1;

    private final transient List<? extends @Nullable UUID> all;

    Uuids(List<? extends @Nullable UUID> all) throws SQLException {
        this.all = all;
        setType("_uuid");
    }

    /** From now on they may be given to what this connection prepares. */
    static void takenBy(Connection connection) throws SQLException {
        connection.unwrap(BaseConnection.class).getQueryExecutor().addBinarySendOid(Oid.UUID_ARRAY);
    }

    @Override
    public int lengthInBytes() {
        return HEAD + all.size() * Integer.BYTES + given() * SIZE;
    }

    private int given() {
        return (int) all.stream().filter(Objects::nonNull).count();
    }

    /** One dimension that begins at 1, whether a null is among them, of what type; then each with its length. */
    @Override
    public void toBytes(byte[] bytes, int offset) {
        var to = ByteBuffer.wrap(bytes, offset, lengthInBytes());
        to.putInt(1)
                .putInt(given() < all.size() ? 1 : 0)
                .putInt(Oid.UUID)
                .putInt(all.size())
                .putInt(1);
        for (var each : all) {
            if (each == null) to.putInt(NULL);
            else to.putInt(SIZE).putLong(each.getMostSignificantBits()).putLong(each.getLeastSignificantBits());
        }
    }

    @Override
    public void setByteValue(byte[] bytes, int offset) {
        throw new UnsupportedOperationException("these are only given, never read");
    }
}
