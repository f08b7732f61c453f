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
            entry("V1__journal.sql", "1b85c0cb981b180f"),
            entry("V2__accounts.sql", "6ab75099ec7a42ea"),
            entry("V3__append_planned_once.sql", "7c848a7fe13a6344"),
            entry("V7__search.sql", "8ef518f59192b781"),
            entry("V8__proof.sql", "d2100299a12a4386"),
            entry("V9__search_at_any_size.sql", "e967421a21983c18"),
            entry("V10__append_lighter.sql", "f82c8774d6bf9631"),
            entry("V11__search_words_alike.sql", "3e3edc7ff97386f1"),
            entry("V12__append_in_few_arrays.sql", "b97e63509cc0d59c"),
            entry("V13__append_next.sql", "db6198cc5c893658"),
            entry("V14__append_and_ask_later.sql", "d20e3fc768b3d5f8"),
            entry("V15__append_at.sql", "40cc5a11a850a16d"),
            entry("V16__append_at_and_catch.sql", "eef8e4f0841c4614"),
            entry("V20__edges_of_accounts.sql", "1d376d2a1502fd04"));

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
