package se.samlad.database;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Makes the tables, by the migrations on the class path. */
public final class Schema {

    private static final MigrationVersion FIRST = MigrationVersion.fromVersion("1");

    private Schema() {}

    /**
     * Runs the migrations that have not been run yet.
     *
     * @param user who owns the tables; null where the address names it
     * @return how to log in from now on
     * @throws ClusterFailed where an early release made the journal, which is then left untouched
     * @throws org.flywaydb.core.api.FlywayException where a migration fails, or is not what it was when it was run
     */
    public static Logins migrate(String jdbcUrl, @Nullable String user, @Nullable String password) {
        var flyway = Flyway.configure().dataSource(jdbcUrl, user, password).load();
        var first = Arrays.stream(flyway.info().applied())
                .filter(migration -> FIRST.equals(migration.getVersion()))
                .findFirst();
        if (first.isPresent() && !isOurs(first.get())) {
            throw Format.early("The database " + withoutSecrets(jdbcUrl), "name another database");
        }
        flyway.migrate();
        return Logins.of(jdbcUrl, user, password);
    }

    private static boolean isOurs(MigrationInfo first) {
        return first.isChecksumMatching();
    }

    private static String withoutSecrets(String jdbcUrl) {
        return jdbcUrl.replaceFirst("\\?.*", "");
    }
}
