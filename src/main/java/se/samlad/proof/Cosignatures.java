package se.samlad.proof;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Co-signatures of our checkpoints: the table {@code cosignature}, which the application can only append to. */
@Repository
class Cosignatures {

    /**
     * @param key the key that checked it, as C2SP defines it;
     * @param signature with the time in front, as in the line of the note
     */
    record Cosignature(
            String actor,
            String function,
            VerifierKey key,
            long size,
            byte[] root,
            Instant signedAt,
            byte[] signature,
            Instant recordedAt) {
        String line() {
            return Note.Line.by(key, signature).written();
        }
    }

    private static final String COLUMNS = "actor, function, name, key, size, root, signed_at, signature, recorded_at";
    private static final RowMapper<Cosignature> ROW = (row, n) -> new Cosignature(
            row.getString(1),
            row.getString(2),
            new VerifierKey(row.getString(3), VerifierKey.COSIGNATURE, row.getBytes(4)),
            row.getLong(5),
            row.getBytes(6),
            row.getObject(7, OffsetDateTime.class).toInstant(),
            row.getBytes(8),
            row.getObject(9, OffsetDateTime.class).toInstant());

    private final JdbcClient database;

    Cosignatures(JdbcClient database) {
        this.database = database;
    }

    /** Returns the recorded row; where the same signature was handed in before, the earlier one. */
    Cosignature add(Cosignature v) {
        database.sql("insert into cosignature (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        v.actor(),
                        v.function(),
                        v.key().name(),
                        v.key().key(),
                        v.size(),
                        v.root(),
                        Timestamp.from(v.signedAt()),
                        v.signature(),
                        Timestamp.from(v.recordedAt()))
                .update();
        return database.sql("select " + COLUMNS
                        + " from cosignature where actor = ? and name = ? and size = ? and signed_at = ?")
                .params(v.actor(), v.key().name(), v.size(), Timestamp.from(v.signedAt()))
                .query(ROW)
                .single();
    }

    /** For each name the co-signature of the largest tree, even where the name no longer signs. */
    List<Cosignature> newest() {
        return database.sql("select distinct on (actor, name) " + COLUMNS
                        + " from cosignature order by actor, name, size desc, signed_at desc")
                .query(ROW)
                .list();
    }

    /** The newest co-signature of each name, where it is for this size. */
    List<Cosignature> of(long size) {
        return newest().stream().filter(v -> v.size() == size).toList();
    }
}
