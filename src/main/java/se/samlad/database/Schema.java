package se.samlad.database;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The tables, as the migrations on the class path make them. */
public final class Schema {

    private Schema() {}

    /**
     * Brings a database up to date; what has been done before is left as it is.
     *
     * @param user null where the address names it
     * @throws org.flywaydb.core.api.FlywayException where a migration fails, or is not what it was when it was run
     */
    public static void migrate(String jdbcUrl, @Nullable String user, @Nullable String password) {
        Flyway.configure().dataSource(jdbcUrl, user, password).load().migrate();
    }
}
