package se.samlad.callout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.reach.Channel.Handed;
import se.samlad.reach.Channel.Notice;
import se.samlad.reach.Outgoing;
import se.samlad.reach.Way;

/** What is being sent and was sent lately, so that two nodes never send the same, and what is answered is recognised. */
@Component
public class Sendings {

    /** After so long, whoever began to send has been stopped. */
    static final Duration STOPPED = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(7);

    private static final int LATEST = 5;

    /** Who sends it. */
    private enum Claim {
        OURS,
        /** Another began, and was stopped before it knew what became of it. */
        STOPPED,
        OTHERS
    }

    /**
     * One step of one call, sent.
     *
     * @param incident or the stream of another call, such as a test's
     * @param rung {@link #BY_WAY} where there is no ladder: then its way says which step it is
     */
    public record Sending(UUID incident, UUID call, int rung, Way way, List<String> addresses) {

        public static final int BY_WAY = -1;

        /** The same for the same step, on every node and after every restart. */
        public UUID key() {
            return rung == BY_WAY ? Sendings.key(call, way.name()) : Sendings.key(call, rung);
        }

        /** Whether the receiver gets the same sent twice as one: a letter has its id. */
        private boolean isSameTwice() {
            return way == Way.MAIL;
        }
    }

    /** @param said null: it left the building */
    record Sent(Sending sending, Instant at, @Nullable String said) {}

    /** A room above, whose own sendings are answered by a reply too. */
    public interface Elsewhere {
        /** Whether an answer to the sending is waited for there. */
        boolean waits(Sending sending);

        void answer(Sending sending);
    }

    private final JdbcClient database;
    private final List<Elsewhere> elsewhere;

    Sendings(JdbcClient database, List<Elsewhere> elsewhere) {
        this.database = database;
        this.elsewhere = List.copyOf(elsewhere);
    }

    Optional<Elsewhere> elsewhere(Sending sending) {
        return elsewhere.stream().filter(room -> room.waits(sending)).findFirst();
    }

    static UUID key(UUID call, int rung) {
        return key(call, String.valueOf(rung));
    }

    private static UUID key(UUID call, String step) {
        return UUID.nameUUIDFromBytes(("sending:" + call + "/" + step).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends it by the edge that all passes, unless another node does.
     *
     * @param notice what it says, asked for where it is sent
     * @return what came of it; empty: another node sends it
     */
    public Optional<Outcome> send(Sending sending, Outgoing edge, Supplier<Notice> notice, Instant now) {
        var claim = claim(sending, now);
        if (claim == Claim.OTHERS) return Optional.empty();
        if (claim == Claim.STOPPED && !sending.isSameTwice()) return Optional.of(Outcome.UNCERTAIN);
        var said = notice.get();
        var handed = edge.send(sending.way(), said, sending.addresses());
        if (handed == Handed.KEPT_IN) keep(sending.key(), said.text());
        return Optional.of(Outcome.of(handed));
    }

    private Claim claim(Sending sending, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        int first = database.sql("insert into sending (key, incident, call, rung, way, addresses, claimed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing")
                .params(
                        sending.key(),
                        sending.incident(),
                        sending.call(),
                        sending.rung(),
                        sending.way().name(),
                        String.join("\n", sending.addresses()),
                        at)
                .update();
        if (first == 1) return Claim.OURS;
        int again = database.sql("update sending set claimed_at = ? where key = ? and claimed_at < ?")
                .params(at, sending.key(), at.minus(STOPPED))
                .update();
        return again == 1 ? Claim.STOPPED : Claim.OTHERS;
    }

    /** What would have been sent, where it was kept in the building. */
    private void keep(UUID key, String text) {
        database.sql("update sending set said = ? where key = ?")
                .params(text, key)
                .update();
    }

    /** What was sent to the address lately, the latest first. */
    List<Sending> latest(Way way, String address) {
        return list(
                        "way = ? and ? = any(string_to_array(addresses, chr(10))) and said is null"
                                + " order by claimed_at desc limit " + LATEST,
                        way.name(),
                        address)
                .stream()
                .map(Sent::sending)
                .toList();
    }

    /** What was sent for the calls of an incident, the latest first. */
    List<Sent> of(UUID incident, int most) {
        return list("incident = ? order by claimed_at desc limit " + most, incident);
    }

    private List<Sent> list(String where, Object... values) {
        return database.sql("select incident, call, rung, way, addresses, claimed_at, said from sending where " + where)
                .params(values)
                .query((row, n) -> new Sent(
                        new Sending(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getInt(3),
                                Way.valueOf(row.getString(4)),
                                List.of(row.getString(5).split("\n"))),
                        row.getObject(6, java.time.OffsetDateTime.class).toInstant(),
                        row.getString(7)))
                .list();
    }

    /** Addresses are kept for a week, for the answers that come late. */
    void forgetOld(Instant now) {
        database.sql("delete from sending where claimed_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
