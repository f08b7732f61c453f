package se.samlad.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server works by logins that may do what they need and no more, and that can't become anybody else. */
class LoginsTest {

    /** PostgreSQL's insufficient_privilege. */
    private static final String NO_RIGHT = "42501";

    private static final Scratch SCRATCH;
    private static final Cluster CLUSTER;
    private static final Logins LOGINS;

    static {
        try {
            SCRATCH = new Scratch();
            CLUSTER = SCRATCH.start("logins");
            LOGINS = Schema.migrate(CLUSTER.jdbcUrl(), CLUSTER.user(), CLUSTER.password());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterAll
    static void end() throws java.io.IOException {
        CLUSTER.close();
        SCRATCH.close();
    }

    private static Connection as(Logins.Login login) throws SQLException {
        return DriverManager.getConnection(LOGINS.url(), login.user(), login.password());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role postgres",
                "set session authorization postgres",
                "set role samlad_disposal",
                "reset role; update entry set body = '\\x00'",
                "delete from entry",
                "insert into entry default values",
                "truncate entry",
                "drop table entry",
                "alter table entry disable trigger all",
                "create table mine (a int)",
                "create function mine() returns int language sql as 'select 1'",
                "create role mine",
                "alter role postgres password 'x'",
                "select * from login",
                "select pg_read_file('postgresql.conf')",
                "copy entry to program 'true'",
                "select journal_dispose('00000000-0000-0000-0000-000000000000')",
                "update flyway_schema_history set success = false"
            })
    void theApplicationMayNot(String what) throws SQLException {
        try (var connection = as(LOGINS.application());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(what)).hasFieldOrPropertyWithValue("SQLState", NO_RIGHT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role samlad_app",
                "select * from entry",
                "select * from credential",
                "select * from secret",
                "select * from login",
                "update entry set body = '\\x00'",
                "delete from entry"
            })
    void disposalMayNot(String what) throws SQLException {
        try (var connection = as(LOGINS.disposal());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(what)).hasFieldOrPropertyWithValue("SQLState", NO_RIGHT);
        }
    }

    @Test
    void theyAreTheSameAfterEachStart() {
        assertThat(Schema.migrate(CLUSTER.jdbcUrl(), CLUSTER.user(), CLUSTER.password()))
                .isEqualTo(LOGINS);
    }

    /** As {@code --db} gives it: the owner's name stands in the address, and must not win over the login's. */
    @Test
    void anotherDatabaseIsWorkedOnByLoginsToo() throws SQLException {
        try (var connection = DriverManager.getConnection(CLUSTER.jdbcUrl(), CLUSTER.user(), CLUSTER.password());
                var statement = connection.createStatement()) {
            for (var sql : List.of(
                    "create role \"an owner\" login password 'secret' createrole",
                    "create database another owner \"an owner\"",
                    "grant samlad_app, samlad_disposal to \"an owner\" with admin option")) statement.execute(sql);
        }
        var address = CLUSTER.jdbcUrl().replace("/samlad", "/another")
                + "?user=an%20owner&password=secret&ApplicationName=samlad";
        var logins = Schema.migrate(address, null, null);
        assertThat(logins.url()).doesNotContain("secret").endsWith("/another?ApplicationName=samlad");
        try (var connection = DriverManager.getConnection(
                        logins.url(),
                        logins.application().user(),
                        logins.application().password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select session_user::text, count(*) from entry")) {
            row.next();
            assertThat(row.getString(1))
                    .isEqualTo(logins.application().user())
                    .isNotEqualTo(LOGINS.application().user());
        }
    }
}
