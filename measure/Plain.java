package measure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The same row as the journal's, in a table with the same indexes, by plain JDBC with a commit of its own. */
final class Plain {

    private static final String INSERT =
            """
            insert into plain_entry (position, id, origin, origin_position, stream, subject, kind, account, actor, function,
              recorded_at, occurred_at, labels, marking, once_key, once_digest, salt, body, leaf)
            values (nextval('plain_position'), ?, ?, currval('plain_position'), ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?)""";

    private Plain() {}

    static void table(Connection c) throws SQLException {
        try (var s = c.createStatement()) {
            s.execute("create table if not exists plain_entry (like entry including all)");
            s.execute("create sequence if not exists plain_position");
            s.execute("alter sequence plain_position owned by plain_entry.position");
        }
    }

    static void insert(Connection c, UUID id, String body) throws SQLException {
        try (var p = c.prepareStatement(INSERT)) {
            var now = OffsetDateTime.now();
            int i = 0;
            p.setObject(++i, id);
            p.setObject(++i, new UUID(1, 1));
            p.setObject(++i, new UUID(2, 2));
            p.setObject(++i, new UUID(2, 2));
            for (var text : new String[] {"report.logged.1", "taby.tib", "taby", "tib"}) p.setString(++i, text);
            p.setObject(++i, now);
            p.setObject(++i, now);
            p.setArray(++i, c.createArrayOf("text", new String[] {"actor:taby", "incident:" + new UUID(2, 2)}));
            p.setObject(++i, UUID.randomUUID());
            p.setString(++i, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
            p.setBytes(++i, new byte[16]);
            p.setBytes(++i, body.getBytes(StandardCharsets.UTF_8));
            p.setBytes(++i, new byte[32]);
            p.executeUpdate();
        }
    }
}
