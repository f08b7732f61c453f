package se.samlad.paper;

import java.io.PrintStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What {@code samlad verify} says of papers: whether the bytes of each are those that the journal names. It changes nothing. */
public record PaperProof(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;
    private static final String ATTACHED = """
            select e.position, e.body ->> 'sha256' as sha256, p.sha256 is not null as there
            from (select position, convert_from(body, 'UTF8')::jsonb as body from entry
                  where kind = 'paper.attached.1' and salt is not null) e
                 left join paper p on encode(p.sha256, 'hex') = e.body ->> 'sha256'
            order by e.position""";

    /** @return the exit status: 0, 1 where a paper is missing or another, 2 where it could not be found out */
    public int run(PrintStream out) {
        var account = new Properties();
        if (user != null) account.setProperty("user", user);
        if (password != null) account.setProperty("password", password);
        try (var connection = DriverManager.getConnection(jdbcUrl, account)) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return isBeforePapers(connection) ? SOUND : all(connection, out);
        } catch (SQLException e) {
            out.println("The papers can't be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static boolean isBeforePapers(Connection connection) throws SQLException {
        try (var asked = connection.createStatement();
                var there = asked.executeQuery("select to_regclass('paper_part') is null")) {
            return there.next() && there.getBoolean(1);
        }
    }

    private static int all(Connection connection, PrintStream out) throws SQLException {
        int papers = 0;
        int wrong = 0;
        try (var asked = connection.createStatement();
                var rows = asked.executeQuery(ATTACHED)) {
            while (rows.next()) {
                papers++;
                var sha256 = rows.getString(2);
                var of = "position " + rows.getLong(1) + ": the paper " + sha256;
                if (!rows.getBoolean(3)) out.println(of + " is missing");
                else if (!hash(connection, sha256).equals(sha256)) out.println(of + " is not what was attached");
                else continue;
                wrong++;
            }
        }
        if (wrong == 0 && papers > 0) out.println(papers + " papers, each as it was attached");
        int gone = disposed(connection);
        if (gone > 0) out.println("disposed of by decisions in the journal: " + gone);
        return wrong == 0 ? SOUND : BROKEN;
    }

    private static int disposed(Connection connection) throws SQLException {
        try (var asked = connection.createStatement();
                var there = asked.executeQuery(
                        "select count(*) from entry where kind = 'paper.attached.1' and salt is null")) {
            return there.next() ? there.getInt(1) : 0;
        }
    }

    private static String hash(Connection connection, String sha256) throws SQLException {
        try (var asked = connection.prepareStatement("select bytes from paper_part where sha256 = ? order by part")) {
            var digest = MessageDigest.getInstance("SHA-256");
            asked.setFetchSize(1);
            asked.setBytes(1, HexFormat.of().parseHex(sha256));
            try (var parts = asked.executeQuery()) {
                while (parts.next()) digest.update(parts.getBytes(1));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
