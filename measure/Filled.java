package measure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import se.samlad.database.Cluster;

/**
 * A data folder with the demo's region and a lifelike journal, all of it searchable.
 *
 * @param incidents the first is the largest, the last few are open
 */
record Filled(Path data, int entries, List<UUID> incidents) {

    static Filled make(Site site, int entries) throws Exception {
        var data = site.fresh("bench-filled-" + entries);
        Served.samlad(site.root, data, "--demo").close();
        Filled filled;
        try (var database = new Appends.Own(data)) {
            var made = Generated.fill(database, entries, entries / 10);
            filled = new Filled(data, entries, made.incidents());
            site.table.note("%,d entries written in %.1f s".formatted(made.entries(), made.seconds()));
        }
        long began = System.nanoTime();
        try (var served = Served.samlad(site.root, data, "--demo");
                var connection = filled.connect()) {
            SearchTable.awaitFilled(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("vacuum analyze"); // as the database does by itself, only later
                statement.execute("checkpoint");
            }
        }
        site.table.note("searchable after %.1f s more".formatted((System.nanoTime() - began) / 1e9));
        return filled;
    }

    /** The largest incident: a tenth of the journal. */
    UUID largest() {
        return incidents.getFirst();
    }

    /** An open incident of the usual size. Not the last one, which may be smaller. */
    UUID ordinary() {
        return incidents.get(incidents.size() - 2);
    }

    /** An open incident to write to, other than those that are read. */
    UUID written() {
        return incidents.get(incidents.size() - 3);
    }

    /** As the database's owner, while Samlad runs on the folder. */
    Connection connect() throws Exception {
        var there = Cluster.find(data).orElseThrow();
        return DriverManager.getConnection(there.jdbcUrl(), there.user(), there.password());
    }
}
