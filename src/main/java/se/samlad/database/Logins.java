package se.samlad.database;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The logins by which Samlad uses its database, other than the tables' owner. Each has only the rights that its part needs, and
 * none can switch to another.
 *
 * @param url the database's address, without anybody's name or password
 * @param application reads, and writes through the functions of the journal
 * @param disposal takes away what a recorded decision names, and can do nothing else
 */
public record Logins(String url, Login application, Login disposal) {

    /** A role of the database and its password. */
    public record Login(String user, String password) {}

    private static final Map<String, String> GROUPS =
            Map.of("application", "samlad_app", "disposal", "samlad_disposal");

    private static final int BYTES = 32;

    /** As settings of the Spring application. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", application.user(),
                "spring.datasource.password", application.password(),
                "samlad.disposal.username", disposal.user(),
                "samlad.disposal.password", disposal.password());
    }

    /**
     * Makes the logins where they are missing. All nodes use the same ones.
     *
     * @param user the owner of the tables; null where the address names it
     * @throws ClusterFailed where the owner may not make roles
     */
    static Logins of(String jdbcUrl, @Nullable String user, @Nullable String password) {
        var owner = new Properties();
        if (user != null) owner.setProperty("user", user);
        if (password != null) owner.setProperty("password", password);
        try (var connection = DriverManager.getConnection(jdbcUrl, owner)) {
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement()) { // for nodes that start at the same time
                lock.execute("select pg_advisory_xact_lock(7302)");
            }
            var application = login(connection, "application");
            var disposal = login(connection, "disposal");
            connection.commit();
            return new Logins(withoutOwner(jdbcUrl), application, disposal);
        } catch (SQLException e) {
            throw new ClusterFailed(
                    "The database's owner could not make the logins that Samlad works by (it must be allowed to create"
                            + " roles): " + e.getMessage(),
                    e);
        }
    }

    private static Login login(Connection connection, String purpose) throws SQLException {
        try (var first = connection.prepareStatement(
                        "insert into login select ?, 'samlad_' || ? || '_' || oid, ? from pg_database"
                                + " where datname = current_database() on conflict do nothing");
                var kept = connection.prepareStatement("select role, password from login where purpose = ?")) {
            first.setString(1, purpose);
            first.setString(2, purpose);
            first.setString(3, random());
            first.executeUpdate();
            kept.setString(1, purpose);
            try (var row = kept.executeQuery()) {
                row.next();
                var login = new Login(row.getString(1), row.getString(2));
                create(connection, login, String.valueOf(GROUPS.get(purpose)));
                return login;
            }
        }
    }

    private static void create(Connection connection, Login login, String group) throws SQLException {
        try (var missing = connection.prepareStatement(
                        "select format('create role %I login password %L in role %I', ?::text, ?::text, ?::text)"
                                + " where not exists (select from pg_roles where rolname = ?)");
                var statement = connection.createStatement()) {
            missing.setString(1, login.user());
            missing.setString(2, login.password());
            missing.setString(3, group);
            missing.setString(4, login.user());
            try (var sql = missing.executeQuery()) {
                if (sql.next()) statement.execute(sql.getString(1));
            }
        }
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Without user and password: those in the address would override the login's. */
    private static String withoutOwner(String jdbcUrl) {
        var parts = jdbcUrl.split("\\?", 2);
        if (parts.length == 1) return jdbcUrl;
        var others = java.util.Arrays.stream(parts[1].split("&"))
                .filter(setting -> !setting.matches("(user|password)=.*"))
                .toList();
        return others.isEmpty() ? parts[0] : parts[0] + "?" + String.join("&", others);
    }
}
