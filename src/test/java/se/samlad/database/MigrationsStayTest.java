package se.samlad.database;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A migration that has been out stays as it was: a journal that has run it would not open any more, for Flyway compares.
 * What is new goes into a new one, and here.
 */
class MigrationsStayTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    private static final Map<String, String> OUT = Map.ofEntries(
            entry("V1__journal.sql", "6b3521c1e5788043"),
            entry("V2__accounts.sql", "b7cffd1c8b781092"),
            entry("V3__search.sql", "f8b91d0923e36a77"),
            entry("V4__proof.sql", "8336623ed787578f"),
            entry("V5__logins.sql", "69d4313b2140bb9f"),
            entry("V6__search_again.sql", "e8654934392a7a1d"),
            entry("V7__people.sql", "d3da47b6c93d5cf4"),
            entry("V8__guests.sql", "2a8b6555740d5d96"),
            entry("V9__own_sign_in.sql", "c4d3fa474a51dece"),
            entry("V10__reach.sql", "6a5a3d51355245a8"),
            entry("V11__push.sql", "bb5605984c1e6f9b"),
            entry("V12__calendars.sql", "3049373b98c4a985"),
            entry("V14__papers.sql", "c1ac4800bdc8e02f"),
            entry("V15__papers_disposed.sql", "7c4b504a42007d20"));

    @Test
    void noneThatHasBeenOutIsChanged() throws Exception {
        var there = new TreeMap<String, String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) there.put(file.getFileName().toString(), digest(file));
        }
        assertThat(there).containsExactlyInAnyOrderEntriesOf(OUT);
    }

    private static String digest(Path file) throws Exception {
        byte[] all = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(all, 0, 8);
    }
}
