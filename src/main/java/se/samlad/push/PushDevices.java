package se.samlad.push;

import com.zerodeplibs.webpush.key.PublicKeySources;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.journal.Refused;
import se.samlad.web.PublicAddress;

/** The browsers that take notices, by account. They are in no journal and no log. */
@Component
class PushDevices {

    private static final int MOST = 10;
    private static final int LONGEST = 1_000;
    private static final int POINT = 65;
    private static final int SECRET = 16;

    /** @param endpoint where its maker's service takes notices @param p256dh its key @param auth its secret, both in base64url */
    record Device(UUID id, String account, String endpoint, String p256dh, String auth, Instant at) {

        /** Whose service it is. */
        public String service() {
            return String.valueOf(URI.create(endpoint).getHost());
        }
    }

    private final JdbcClient database;
    private final boolean local;

    /** @param local whether addresses on this machine are taken too, without TLS: for tests only */
    PushDevices(JdbcClient database, @Value("${samlad.push.local:false}") boolean local) {
        this.database = database;
        this.local = local;
    }

    /** @throws Refused push.address, push.key, push.most */
    void save(String account, String endpoint, String p256dh, String auth, Instant now) {
        if (!isAllowed(endpoint)) throw new Refused("push.address").at("endpoint");
        if (!isPoint(p256dh)) throw new Refused("push.key").at("p256dh");
        if (decoded(auth).length != SECRET) throw new Refused("push.key").at("auth");
        var id = UUID.nameUUIDFromBytes(endpoint.getBytes(StandardCharsets.UTF_8));
        boolean more =
                of(List.of(account)).stream().noneMatch(device -> device.id().equals(id));
        if (more && of(List.of(account)).size() >= MOST) throw new Refused("push.most", MOST).at("endpoint");
        database.sql(
                        "insert into push_device (id, account, endpoint, p256dh, auth, created_at) values (?, ?, ?, ?, ?, ?)"
                                + " on conflict (id) do update set account = excluded.account, p256dh = excluded.p256dh,"
                                + " auth = excluded.auth, created_at = excluded.created_at")
                .params(id, account, endpoint, p256dh, auth, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether such an address is asked at all: one by https, out of this network. */
    boolean isAllowed(String endpoint) {
        if (endpoint.length() > LONGEST) return false;
        try {
            var uri = URI.create(endpoint);
            if (uri.getHost() == null || uri.getUserInfo() != null) return false;
            if (local && "127.0.0.1".equals(uri.getHost())) return true;
            return "https".equals(uri.getScheme()) && PublicAddress.isHostOf(endpoint);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPoint(String key) {
        byte[] bytes = decoded(key);
        try {
            if (bytes.length != POINT) return false;
            PublicKeySources.ofUncompressedBytes(bytes).extract();
            return true;
        } catch (RuntimeException e) {
            return false; // no point of the curve
        }
    }

    private static byte[] decoded(String text) {
        try {
            return text.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    List<Device> of(Collection<String> accounts) {
        return list("account = any(string_to_array(?, chr(10))) order by created_at, id", String.join("\n", accounts));
    }

    /** Their ids, by account. */
    Map<String, List<String>> ids(Collection<String> accounts) {
        return of(accounts).stream()
                .collect(Collectors.groupingBy(
                        Device::account,
                        Collectors.mapping(device -> device.id().toString(), Collectors.toList())));
    }

    Optional<Device> find(String id) {
        return list("id::text = ?", id).stream().findFirst();
    }

    private List<Device> list(String where, String value) {
        return database.sql("select id, account, endpoint, p256dh, auth, created_at from push_device where " + where)
                .param(value)
                .query((row, n) -> new Device(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    void remove(UUID id) {
        database.sql("delete from push_device where id = ?").param(id).update();
    }

    void remove(UUID id, String account) {
        database.sql("delete from push_device where id = ? and account = ?")
                .params(id, account)
                .update();
    }
}
