package se.samlad.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.samlad.credential.Digests;
import se.samlad.region.Regions;

/**
 * The way in to an installation that nobody administers yet: a link that is told to whoever starts it, made anew at each
 * start, until somebody has begun a region by it. There is never a default password.
 */
@Service
public class FirstAdministrator {

    /** The file under the data folder that holds the link, readable by its owner only. */
    public static final String FILE = "first-administrator";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int BYTES = 24;

    private final JdbcClient database;
    private final Regions regions;
    private final @Nullable Path file;

    FirstAdministrator(JdbcClient database, Regions regions, @Value("${samlad.data:}") String data) {
        this.database = database;
        this.regions = regions;
        this.file = data.isEmpty() ? null : Path.of(data).resolve(FILE);
    }

    /**
     * Makes the link, where there is no region yet; links of earlier starts work no more.
     *
     * @param url of this installation, without a slash at the end
     */
    public Optional<String> link(String url) {
        if (!regions.isEmpty()) {
            forget();
            return Optional.empty();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        database.sql("insert into first_administrator (digest) values (:digest)"
                        + " on conflict (one) do update set digest = :digest")
                .param("digest", Digests.sha256(key))
                .update();
        var link = url + "/first?key=" + key;
        keep(link);
        return Optional.of(link);
    }

    private void keep(String link) {
        if (file == null) return;
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, link + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.warn("the first administrator's link could not be written to {}: {}", file, e.getMessage());
        }
    }

    /** Whether the key is that of the link. */
    boolean opens(@Nullable String key) {
        if (key == null || key.isEmpty() || key.length() > 4 * BYTES || !regions.isEmpty()) return false;
        var digest = database.sql("select digest from first_administrator")
                .query((row, n) -> row.getString(1))
                .optional();
        return digest.isPresent()
                && MessageDigest.isEqual(
                        digest.get().getBytes(StandardCharsets.US_ASCII),
                        Digests.sha256(key).getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes the link for the account: nobody else can use it. @return false where somebody was first */
    boolean take(String key, String account) {
        return opens(key)
                && database.sql("update first_administrator set account = ?, digest = '' where digest = ?")
                                .params(account, Digests.sha256(key))
                                .update()
                        == 1;
    }

    /** Whether the account came by the link and has no region yet. */
    public boolean is(String account) {
        return regions.isEmpty()
                && database.sql("select account from first_administrator where account = ?")
                        .param(account)
                        .query((row, n) -> true)
                        .optional()
                        .orElse(false);
    }

    /** The link is of no more use. */
    void forget() {
        database.sql("delete from first_administrator").update();
        if (file == null) return;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", file, e.getMessage());
        }
    }
}
