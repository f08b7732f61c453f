package se.samlad.reach;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.journal.Journal;

/** How the channels do, as all nodes have found: what all members see (R4), and what decides whether one is tried. */
@Component
public class Channels {

    /** How long one that is down is stepped over before it is tried again. */
    static final Duration REST = Duration.ofSeconds(30);

    /** How a channel does. */
    public enum State {
        WORKS,
        /** Set up, and nothing has been sent by it. */
        UNTRIED,
        DOWN,
        NOT_SET_UP
    }

    /** @param worked when it last worked; null: never @param failed when it was last found to be down; null: never */
    public record Doing(
            Way way,
            State state,
            @Nullable Instant worked,
            @Nullable Instant failed) {}

    private final JdbcClient database;
    private final Journal journal;
    private final Map<Way, Channel> all = new EnumMap<>(Way.class);

    private final boolean keepsAllIn;

    /** @param demo nothing leaves the building in the demo, unless it is said to send */
    Channels(
            JdbcClient database,
            Journal journal,
            List<Channel> channels,
            @Value("${samlad.demo:false}") boolean demo,
            @Value("${samlad.demo.sends:false}") boolean sends) {
        this.keepsAllIn = demo && !sends;
        this.database = database;
        this.journal = journal;
        channels.forEach(channel -> all.put(channel.way(), channel));
    }

    public boolean keepsAllIn() {
        return keepsAllIn;
    }

    @Nullable
    Channel of(Way way) {
        var channel = all.get(way);
        return channel == null || !channel.isSetUp() ? null : channel;
    }

    /** See {@link Channel#devices}; none where the channel is not set up here. */
    Map<String, List<String>> devices(Way way, Collection<String> accounts) {
        var channel = of(way);
        return channel == null || accounts.isEmpty() ? Map.of() : channel.devices(accounts);
    }

    void tell(Way way, boolean worked) {
        var column = worked ? "worked_at" : "failed_at";
        database.sql("insert into channel (way, " + column + ") values (:way, :at)"
                        + " on conflict (way) do update set " + column + " = :at")
                .param("way", way.name())
                .param("at", journal.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was found to be down so lately that it is stepped over. */
    boolean rests(Way way) {
        var doing = known().get(way);
        if (doing == null || doing.state() != State.DOWN || doing.failed() == null) return false;
        return doing.failed().plus(REST).isAfter(journal.now());
    }

    /** All ways that are sent by a channel, in the usual order. */
    public List<Doing> all() {
        var known = known();
        return Arrays.stream(Way.values())
                .filter(Way::isSent)
                .map(way -> {
                    var doing = known.getOrDefault(way, new Doing(way, State.UNTRIED, null, null));
                    return of(way) == null ? new Doing(way, State.NOT_SET_UP, doing.worked(), doing.failed()) : doing;
                })
                .toList();
    }

    private Map<Way, Doing> known() {
        var known = new EnumMap<Way, Doing>(Way.class);
        database.sql("select way, worked_at, failed_at from channel")
                .query((row, n) -> doing(
                        Way.valueOf(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class),
                        row.getObject(3, OffsetDateTime.class)))
                .list()
                .forEach(doing -> known.put(doing.way(), doing));
        return known;
    }

    private static Doing doing(Way way, @Nullable OffsetDateTime worked, @Nullable OffsetDateTime failed) {
        boolean down = failed != null && (worked == null || worked.isBefore(failed));
        return new Doing(
                way,
                down ? State.DOWN : State.WORKS,
                worked == null ? null : worked.toInstant(),
                failed == null ? null : failed.toInstant());
    }
}
