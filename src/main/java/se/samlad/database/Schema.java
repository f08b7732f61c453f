package se.samlad.database;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
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
     * @throws ClusterFailed where an early release made the journal or a newer one has migrated it, and it is left untouched
     * @throws org.flywaydb.core.api.FlywayException where a migration fails, or is not what it was when it was run
     */
    public static Logins migrate(String jdbcUrl, @Nullable String user, @Nullable String password) {
        var flyway = Flyway.configure().dataSource(jdbcUrl, user, password).load();
        var applied = flyway.info().applied();
        var first = Arrays.stream(applied)
                .filter(migration -> FIRST.equals(migration.getVersion()))
                .findFirst();
        if (first.isPresent() && !isOurs(first.get())) {
            throw Format.early("The database " + withoutSecrets(jdbcUrl), "name another database");
        }
        // Flyway itself would let an older release work on tables that it does not know
        if (Arrays.stream(applied).anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)) {
            throw Format.newer("The database " + withoutSecrets(jdbcUrl));
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
