package se.samlad.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of papers, by their hash: in parts, so that none is ever whole in memory. */
@Component
class Store {

    private static final int PART = 1024 * 1024;

    private final DataSource database;
    private final JdbcClient client;

    Store(DataSource database, JdbcClient client) {
        this.database = database;
        this.client = client;
    }

    /** Stores the file whole or not at all; where it is there already, nothing is done. */
    void put(Path file, String sha256) throws IOException {
        byte[] key = HexFormat.of().parseHex(sha256);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (isNew(connection, key, Files.size(file))) parts(connection, key, file);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("a paper could not be stored", e);
        }
    }

    /** Who stores the same at the same time waits here until the other is done. */
    private static boolean isNew(Connection connection, byte[] key, long size) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into paper (sha256, size) values (?, ?) on conflict do nothing")) {
            insert.setBytes(1, key);
            insert.setLong(2, size);
            return insert.executeUpdate() == 1;
        }
    }

    private static void parts(Connection connection, byte[] key, Path file) throws SQLException, IOException {
        try (var insert = connection.prepareStatement("insert into paper_part (sha256, part, bytes) values (?, ?, ?)");
                InputStream in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                insert.setBytes(1, key);
                insert.setInt(2, part++);
                insert.setBytes(3, bytes);
                insert.executeUpdate();
            }
        }
    }

    /** One part of a paper; empty: there is none so far on. */
    Optional<byte[]> part(String sha256, int part) {
        return client
                .sql("select bytes from paper_part where sha256 = ? and part = ?")
                .params(HexFormat.of().parseHex(sha256), part)
                .query((row, n) -> row.getBytes(1))
                .list()
                .stream()
                .findFirst();
    }

    /** @param first the part 0 */
    void copy(String sha256, byte[] first, OutputStream to) throws IOException {
        to.write(first);
        int part = 1;
        for (var next = part(sha256, part); next.isPresent(); next = part(sha256, ++part)) to.write(next.get());
    }
}
