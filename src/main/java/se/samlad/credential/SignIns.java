package se.samlad.credential;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is signed in, by what and on which device; and what each account can sign in with. */
@Service
public class SignIns {

    /** How somebody proved to be who it is. */
    public enum How {
        PASSWORD,
        CODE,
        PASSKEY,
        LINK,
        OWN_ORGANISATION,
        VOUCHED
    }

    /**
     * A session that is signed in.
     *
     * @param device such as {@code PHONE Chrome}
     * @param seenAt its latest use, to the minute
     */
    public record SignIn(
            UUID id, String account, String session, How how, String device, Instant beganAt, Instant seenAt) {}

    /**
     * What an account signs in with.
     *
     * @param passkeys how many
     * @param own whether it comes in through its organisation's own sign-in
     * @param lastSeen null: never yet, as far as is known
     */
    public record Means(
            boolean password,
            boolean codes,
            int passkeys,
            boolean own,
            @Nullable Instant lastSeen) {

        public static final Means NONE = new Means(false, false, 0, false, null);

        /**
         * A passkey is two factors in one: the device, and what unlocks it. How strong an organisation's own sign-in is, is
         * for the organisation to look after.
         */
        public boolean isStrong() {
            return passkeys > 0 || own || password && codes;
        }

        public boolean isNone() {
            return passkeys == 0 && !own && !password;
        }
    }

    private final JdbcClient database;
    private final Clock clock;

    SignIns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void began(String account, String session, How how, @Nullable String agent) {
        database.sql("delete from sign_in s where account = ? and not exists"
                        + " (select from spring_session k where k.session_id = s.session)")
                .param(account)
                .update();
        database.sql("insert into sign_in (id, account, session, how, device, began_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (session) do update set account = excluded.account, how = excluded.how,"
                        + " began_at = excluded.began_at")
                .params(
                        UUID.randomUUID(),
                        account,
                        session,
                        how.name(),
                        device(agent == null ? "" : agent),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The kind of device and the browser, from what the browser says of itself: enough to recognise one's own. */
    static String device(String agent) {
        var kind = agent.matches(".*(?:iPad|Tablet).*")
                ? "TABLET"
                : agent.matches(".*(?:Mobi|iPhone|Android).*") ? "PHONE" : "COMPUTER";
        for (var browser : List.of("Edg", "OPR", "SamsungBrowser", "Firefox", "FxiOS", "CriOS", "Chrome", "Safari")) {
            if (agent.contains(browser + "/")) return kind + " " + NAMES.getOrDefault(browser, browser);
        }
        return kind;
    }

    private static final Map<String, String> NAMES =
            Map.of("Edg", "Edge", "OPR", "Opera", "SamsungBrowser", "Samsung", "FxiOS", "Firefox", "CriOS", "Chrome");

    /** The accounts' sessions, the latest used first. */
    public List<SignIn> of(Collection<String> accounts) {
        if (accounts.isEmpty()) return List.of();
        return database.sql("select s.id, s.account, s.session, s.how, s.device, s.began_at, k.last_access_time"
                        + " from sign_in s join spring_session k on k.session_id = s.session"
                        + " join credential c on c.account = s.account and not c.disabled"
                        + " where s.account = any(string_to_array(?, chr(10))) order by k.last_access_time desc")
                .param(String.join("\n", accounts))
                .query((row, n) -> new SignIn(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        How.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        Instant.ofEpochMilli(row.getLong(7))))
                .list();
    }

    public Optional<SignIn> find(UUID id) {
        return database.sql("select account from sign_in where id = ?")
                .param(id)
                .query((row, n) -> row.getString(1))
                .optional()
                .flatMap(account -> of(List.of(account)).stream()
                        .filter(s -> s.id().equals(id))
                        .findFirst());
    }

    /** What each of the accounts signs in with, by account. */
    public Map<String, Means> means(Collection<String> accounts) {
        if (accounts.isEmpty()) return Map.of();
        record Row(String account, Means means) {}
        return database
                .sql("select c.account, c.password is not null,"
                        + " exists (select from code_app a where a.account = c.account and a.confirmed_at is not null),"
                        + " (select count(*) from user_entities u join user_credentials k on k.user_entity_user_id = u.id"
                        + " where u.name = c.account), exists (select from own_sign_in o where o.account = c.account),"
                        + " (select max(k.last_access_time) from spring_session k"
                        + " where k.principal_name = c.account)"
                        + " from credential c where c.account = any(string_to_array(?, chr(10)))")
                .param(String.join("\n", accounts))
                .query((row, n) -> {
                    long seen = row.getLong(6);
                    return new Row(
                            row.getString(1),
                            new Means(
                                    row.getBoolean(2),
                                    row.getBoolean(3),
                                    row.getInt(4),
                                    row.getBoolean(5),
                                    seen == 0 ? null : Instant.ofEpochMilli(seen)));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Row::account, Row::means));
    }

    public Means means(String account) {
        return means(List.of(account)).getOrDefault(account, Means.NONE);
    }

    /** The kind of device, as a part of a text's key: {@code phone}, {@code tablet} or {@code computer}. */
    public static String kind(String device) {
        return device.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }
}
