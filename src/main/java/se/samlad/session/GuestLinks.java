package se.samlad.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The secrets of guests' links, and of the one browser that each is bound to. Only their digests are stored: who reads the
 * database can open no link.
 */
@Repository
public class GuestLinks {

    /** What became of a link that was opened. */
    enum Opening {
        /** It is bound to this browser, now or since before. */
        HERE,
        /** It is bound to another one. */
        ELSEWHERE,
        /** There is no such link. */
        NONE
    }

    /** Its cookie is sent to the pages of guests only, and no other part of Samlad knows it. */
    static final String COOKIE = "samlad-guest";

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST = 100;
    private static final int BYTES = 24;

    private final JdbcClient database;
    private final String host;
    private final SecureRandom random = new SecureRandom();

    /** @param hosts the names under which Samlad is reached, separated by commas; links name the first */
    GuestLinks(JdbcClient database, @Value("${samlad.host:}") String hosts) {
        this.database = database;
        this.host = hosts.split(",", -1)[0].strip();
    }

    /** By the name that was set, else by the one that the caller used. */
    String address(HttpServletRequest request) {
        if (!host.isEmpty()) return "https://" + host;
        var asked = request.getRequestURL();
        return asked.substring(0, asked.length() - request.getRequestURI().length());
    }

    private String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The secret of the browser that asks, or a new one for it. @param cookie null: it has none yet */
    String browser(@Nullable String cookie) {
        return cookie == null || cookie.length() > LONGEST ? secret() : cookie;
    }

    /** Gives the browser its secret. */
    void give(String browser, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, browser)
                .path("/guest")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Makes the guest's one link. Empty where it has one already, whose secret nobody can tell. */
    Optional<String> make(UUID guest) {
        var secret = secret();
        int made = database.sql("insert into guest_link (guest, secret) values (?, ?) on conflict do nothing")
                .params(guest, digest(secret))
                .update();
        return made == 1 ? Optional.of(secret) : Optional.empty();
    }

    /** Binds the link to the browser that opens it first. */
    Opening open(UUID guest, String secret, String browser) {
        int bound = database.sql("update guest_link set browser = ? where guest = ? and secret = ? and browser is null")
                .params(digest(browser), guest, digest(secret))
                .update();
        if (bound == 1) return Opening.HERE;
        return database.sql("select browser = ? from guest_link where guest = ? and secret = ?")
                .params(digest(browser), guest, digest(secret))
                .query((row, number) -> row.getBoolean(1) ? Opening.HERE : Opening.ELSEWHERE)
                .optional()
                .orElse(Opening.NONE);
    }

    /** Whether the secret is that of the guest's link. */
    boolean isLink(UUID guest, String secret) {
        return is("secret", guest, secret);
    }

    /** Whether the guest's link was opened in this browser. */
    boolean isHere(UUID guest, @Nullable String browser) {
        return browser != null && is("browser", guest, browser);
    }

    private boolean is(String column, UUID guest, String text) {
        return database.sql("select 1 from guest_link where guest = ? and " + column + " = ?")
                .params(guest, digest(text))
                .query((row, number) -> true)
                .optional()
                .isPresent();
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
