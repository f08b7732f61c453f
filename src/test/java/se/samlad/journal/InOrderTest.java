package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The newest of a log cost the same however long it has become, also where the database has counted nothing yet (DESIGN §4). */
class InOrderTest {

    private static final int LONG = 2_000;
    private static final List<String> HELD = List.of("members");

    /** The database begins to count what lies in a table some time after it was written, and plans as for a few till then. */
    @Test
    void theNewestOfAStreamAreFetchedInOrderAndNoOthers() throws SQLException {
        try (var test = TestJournal.fresh()) {
            var stream = UUID.randomUUID();
            var drafts = Stream.generate(() -> Draft.ofNewSubject(stream, new Note.Written("Väg 76"), TestJournal.ALL))
                    .limit(LONG)
                    .toList();
            test.journal.record(TestJournal.BY, null, facing -> drafts);
            assertThat(plan(test, Pick.newest(stream, 0, 51).where(LONG, HELD)))
                    .contains("using entry_stream")
                    .doesNotContain("Sort");
            assertThat(plan(test, Pick.after(null, 0, 51).where(LONG, HELD)))
                    .contains("using entry_pkey")
                    .doesNotContain("Sort");
            assertThat(plan(test, Rows.next(0, 1_000)))
                    .contains("using entry_pkey")
                    .doesNotContain("Sort");
        }
    }

    private static String plan(TestJournal test, Rows.Where where) throws SQLException {
        try (var connection = test.database().getConnection()) {
            connection.setAutoCommit(false);
            try (var explain =
                    connection.prepareStatement(where.plan() + "explain select * from entry where " + where.sql())) {
                for (int i = 0; i < where.values().length; i++) {
                    if (where.values()[i] instanceof List<?> texts)
                        explain.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                    else explain.setObject(i + 1, where.values()[i]);
                }
                return lines(explain);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String lines(PreparedStatement explain) throws SQLException {
        var plan = new StringBuilder();
        boolean areRows = explain.execute();
        while (!areRows) areRows = explain.getMoreResults();
        var rows = explain.getResultSet();
        while (rows.next()) plan.append(rows.getString(1)).append('\n');
        return plan.toString();
    }
}
