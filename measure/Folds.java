package measure;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.samlad.access.AccessFact;
import se.samlad.actor.ActorFact;
import se.samlad.direction.DirectionFact;
import se.samlad.feed.FeedFact;
import se.samlad.forum.ForumFact;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.Fact;
import se.samlad.journal.Contributed;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.Stored;
import se.samlad.journal.View;
import se.samlad.message.MessageFact;
import se.samlad.proof.ProofFact;
import se.samlad.report.ReportFact;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares folding the largest incident from the database to all its views, as for a picture that is not in memory, with
 * reading and decoding the same rows bare. Rows that no view listens to are not read by either.
 */
final class Folds {

    private static final List<Class<? extends Fact>> ROOMS = List.of(ActorFact.class, AccessFact.class, IncidentFact.class,
            ForumFact.class, DirectionFact.class, ReportFact.class, MessageFact.class, FeedFact.class, ProofFact.class);

    /** The views that the server folds an incident to. Some are package-private, so they are found by name. */
    private static final List<String> VIEWS = List.of("incident.Incident", "forum.ForumsView", "report.Situation",
            "direction.AllDirections", "direction.PreparedDirections$Shelf", "message.Said", "feed.Watch", "picture.Important", "picture.Stops");

    private static final String ROWS = "select position, id, stream, subject, account, actor, function, recorded_at, occurred_at,"
            + " labels, marking, kind, body from entry where stream = ? and kind <> 'report.logged.1' order by position";
    private static final int FETCH = 1_000;

    /** Enough for the JIT's optimising compiler (C2) to have compiled what is measured. */
    private static final int WARM = 20;

    private static final int RUNS = 21;
    private final Site site;

    Folds(Site site) {
        this.site = site;
    }

    void run(int entries) throws Exception {
        var filled = site.filled(entries);
        var ours = new double[RUNS];
        var bare = new double[RUNS];
        int rows = 0;
        try (var database = new Appends.Own(filled.data());
                var pool = database.asApplication();
                var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            for (int run = -WARM; run < RUNS; run++) {
                long began = System.nanoTime();
                rows = read(connection, filled.largest());
                double read = (System.nanoTime() - began) / 1e6;
                double folded = folded(pool, filled.largest());
                if (run < 0) continue;
                bare[run] = read;
                ours[run] = folded;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(bare);
        site.table.rate("folded, %,d rows of %,d, thousand a second (read bare beside)".formatted(rows, entries / 10),
                rows / ours[RUNS / 2], rows / bare[RUNS / 2], "", 0.5);
        site.table.bound("  a cold picture of %,d: all views folded, slowest of %d".formatted(entries / 10, RUNS),
                ours[RUNS - 1], 500, "ms");
    }

    /** The time in ms that a new journal takes. */
    private static double folded(HikariDataSource pool, UUID incident) throws Exception {
        var facts = ROOMS.stream().map(Facts::new).toList();
        try (var journal = new Journal(pool, pool, Clock.systemUTC(), new Contributed(facts, views(), List.of()))) {
            long began = System.nanoTime();
            var state = journal.view(Incident.VIEW, incident, label -> true);
            long took = System.nanoTime() - began;
            if (!state.exists()) throw new IllegalStateException("nothing was folded");
            return took / 1e6;
        }
    }

    private static List<View<?>> views() throws ReflectiveOperationException {
        var views = new ArrayList<View<?>>();
        for (var name : VIEWS) {
            var field = Class.forName("se.samlad." + name).getDeclaredField("VIEW");
            field.setAccessible(true);
            views.add((View<?>) field.get(null));
        }
        return views;
    }

    /** Reads every column and decodes the fact. @return how many rows */
    private static int read(Connection connection, UUID incident) throws Exception {
        var json = JsonMapper.builder().build();
        var types = types();
        int rows = 0;
        connection.setAutoCommit(false);
        try (var asked = connection.prepareStatement(ROWS)) {
            asked.setObject(1, incident);
            asked.setFetchSize(FETCH);
            try (var row = asked.executeQuery()) {
                for (; row.next(); rows++) {
                    var fact = json.readValue(row.getBytes(13), types.get(row.getString(12)));
                    if (fact == null || columns(row) == 0) throw new IllegalStateException("an empty row");
                }
            }
        }
        connection.commit();
        return rows;
    }

    private static int columns(java.sql.ResultSet row) throws Exception {
        int seen = Long.hashCode(row.getLong(1)) | 1;
        for (int column = 2; column <= 4; column++) seen ^= row.getObject(column, UUID.class).hashCode() << 1;
        for (int column = 5; column <= 7; column++) seen ^= row.getString(column).length() << 1;
        for (int column = 8; column <= 9; column++)
            seen ^= row.getObject(column, OffsetDateTime.class).toInstant().hashCode() << 1;
        seen ^= ((String[]) row.getArray(10).getArray()).length << 1;
        row.getString(11);
        return seen ^ new String(row.getBytes(13), StandardCharsets.UTF_8).length() << 1;
    }

    private static Map<String, Class<? extends Fact>> types() {
        var types = new HashMap<String, Class<? extends Fact>>();
        var open = new ArrayDeque<Class<?>>(ROOMS);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (next.isSealed()) open.addAll(List.of(next.getPermittedSubclasses()));
            else types.put(next.getAnnotation(Stored.class).value(), next.asSubclass(Fact.class));
        }
        return types;
    }
}
