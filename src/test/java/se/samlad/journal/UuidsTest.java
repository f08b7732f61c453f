package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Ground;

/** What is given to the database as arrays of UUIDs is what it takes: none, one, many, and those that are not there. */
class UuidsTest {

    @Test
    void theDatabaseTakesWhatItIsGiven() throws Exception {
        var many = new ArrayList<@Nullable UUID>(
                Stream.generate(UUID::randomUUID).limit(300).toList());
        for (int i = 0; i < many.size(); i += 7) many.set(i, null);
        var none = new ArrayList<@Nullable UUID>();
        none.add(null);
        var name = Ground.here().database();
        try (var database = Ground.here().asApplication(name)) {
            var two = List.of(new UUID(0, 0), new UUID(-1, -1));
            for (var each : List.<List<? extends @Nullable UUID>>of(List.<UUID>of(), none, two, many))
                assertThat(taken(database, each)).isEqualTo(String.valueOf(texts(each)));
        } finally {
            Ground.here().drop(name);
        }
    }

    private static List<String> texts(List<? extends @Nullable UUID> all) {
        return all.stream().map(String::valueOf).toList();
    }

    private static String taken(DataSource database, List<? extends @Nullable UUID> all) throws SQLException {
        try (var connection = database.getConnection()) {
            Uuids.takenBy(connection);
            try (var asked = connection.prepareStatement("select '[' || array_to_string(?, ', ', 'null') || ']'")) {
                asked.setObject(1, new Uuids(all));
                try (var row = asked.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        }
    }
}
