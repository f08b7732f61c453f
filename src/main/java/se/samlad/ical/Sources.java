package se.samlad.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.ical.CalendarReader.Problem;

/** Where the calendars are that are read again and again, and how each does. In no journal and no log. */
@Component
public class Sources {

    private static final int UNREAD_SHOWN = 50;

    /** One to be read now, by this node alone. */
    public record Claimed(UUID id, String address) {}

    /**
     * @param readAt when it was last read completely; null: never
     * @param failingSince null: the last attempt worked
     * @param problem why it failed, as the key of a text; {@code detail} is what the text names
     * @param unread what could not be read of it, at most the first 50 of {@code unreadCount}
     */
    public record Source(
            UUID id,
            String host,
            @Nullable Instant readAt,
            @Nullable Instant failingSince,
            @Nullable String problem,
            String detail,
            List<Problem> unread,
            int unreadCount) {}

    private final JdbcClient database;

    Sources(JdbcClient database) {
        this.database = database;
    }

    /** Keeps one that has just been read. @param account whose own it is; null: nobody's alone */
    public void keep(Claimed source, String host, @Nullable String account, List<Problem> unread, Instant now) {
        database.sql("insert into calendar_source (id, address, host, account, tried_at)"
                        + " values (:id, :address, :host, :account, :now)")
                .param("id", source.id())
                .param("address", source.address())
                .param("host", host)
                .param("account", account)
                .param("now", at(now))
                .update();
        read(source.id(), unread, now);
    }

    public void forget(UUID id) {
        database.sql("delete from calendar_source where id = ?").param(id).update();
    }

    /** Those that nobody has tried for so long. Two nodes never get the same one. */
    public List<Claimed> claim(Instant now, Duration every, int most) {
        return database.sql(
                        "update calendar_source set tried_at = ? where id in (select id from calendar_source"
                                + " where tried_at <= ? order by tried_at limit ? for update skip locked) returning id, address")
                .params(at(now), at(now.minus(every)), most)
                .query((row, n) -> new Claimed(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    public void read(UUID id, List<Problem> unread, Instant now) {
        database.sql("update calendar_source set read_at = ?, failing_since = null, problem = null, detail = '',"
                        + " unread = ?, unread_count = ? where id = ?")
                .params(at(now), written(unread), unread.size(), id)
                .update();
    }

    /** @param unread what it names; null: as before */
    public void failed(UUID id, String problem, String detail, @Nullable List<Problem> unread, Instant now) {
        database.sql("update calendar_source set failing_since = coalesce(failing_since, ?), problem = ?, detail = ?"
                        + " where id = ?")
                .params(at(now), problem, detail, id)
                .update();
        if (unread != null)
            database.sql("update calendar_source set unread = ?, unread_count = ? where id = ?")
                    .params(written(unread), unread.size(), id)
                    .update();
    }

    /** By their ids; one that was erased is not among them. */
    public Map<UUID, Source> of(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return database
                .sql("select id, host, read_at, failing_since, problem, detail, unread, unread_count"
                        + " from calendar_source where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> new Source(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        instant(row.getObject(3, OffsetDateTime.class)),
                        instant(row.getObject(4, OffsetDateTime.class)),
                        row.getString(5),
                        row.getString(6),
                        unread(row.getString(7)),
                        row.getInt(8)))
                .list()
                .stream()
                .collect(Collectors.toMap(Source::id, Function.identity()));
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** What an event is called has no tabs and ends no line. */
    private static String written(List<Problem> unread) {
        return unread.stream()
                .limit(UNREAD_SHOWN)
                .map(p -> p.line() + "\t" + p.why() + "\t" + p.what())
                .collect(Collectors.joining("\n"));
    }

    private static List<Problem> unread(String text) {
        return text.lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Problem(Integer.parseInt(parts[0]), parts[1], parts[2]))
                .toList();
    }
}
