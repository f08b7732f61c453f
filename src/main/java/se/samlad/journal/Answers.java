package se.samlad.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the answer that a key was given before. */
record Answers(Rows rows, Cursors cursors) {

    /** The stored digest of a key, with the salts of all entries recorded under it. */
    private static final String SEALED = "select f.once_digest, e.salt from entry f join entry e on e.position"
            + " between f.position and f.position + split_part(f.once_digest, ':', 1)::bigint - 1"
            + " where f.account = ? and f.once_key = ? order by e.position";

    /**
     * What the key recorded the first time, if anything.
     *
     * @throws Refused {@code once.other-body} where something else was sent under it, {@code once.disposed} where an entry
     *     was disposed of, so that nobody can tell
     */
    Optional<Recorded> earlier(By by, @Nullable Once once) {
        if (once == null) return Optional.empty();
        var found = rows.list(Rows.Where.of("account = ? and once_key = ?", by.account(), once.key()));
        if (found.isEmpty()) return Optional.empty();
        mustBeSame(by, once);
        return Optional.of(of(found.getFirst(), found.getFirst().position()));
    }

    private void mustBeSame(By by, Once once) {
        rows.read(connection -> {
            try (var query = connection.prepareStatement(SEALED)) {
                query.setString(1, by.account());
                query.setObject(2, once.key());
                try (var entries = query.executeQuery()) {
                    mustBeSame(once, entries);
                }
            }
        });
    }

    private static void mustBeSame(Once once, ResultSet entries) throws SQLException {
        var salts = new ArrayList<byte[]>();
        var seal = "";
        while (entries.next()) {
            byte @Nullable [] salt = entries.getBytes(2);
            if (salt == null) throw new Refused("once.disposed");
            seal = entries.getString(1);
            salts.add(salt);
        }
        if (!once.sealedBy(salts).digest().equals(seal)) throw new Refused("once.other-body");
    }

    Recorded of(Entry first, long last) {
        return new Recorded(first.id(), first.stream(), last, cursors.of(first.position()), first.recordedAt());
    }
}
