package se.samlad.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import se.samlad.credential.Digests;
import se.samlad.session.Entering;
import se.samlad.web.LocalPage;
import se.samlad.web.Sent;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forms that were sent after their session had ended. Each is kept for an hour, for the browser that sent it and the
 * account that was signed in there. Only a cookie identifies it, so no link and no page of another site can name it.
 */
@Component
class PendingForms {

    private static final String BROWSER = "pending";
    private static final Logger LOG = LoggerFactory.getLogger(PendingForms.class);
    private static final Duration AGE = Duration.ofHours(1);
    private static final int LARGEST = 512 * 1024;
    private static final int ALL_BYTES = 64 * 1024 * 1024;
    private static final int OF_BROWSER = 10;
    private static final int OF_ADDRESS = 100;
    private static final JsonMapper JSON = new JsonMapper();
    /** What has a name instead of an id; something must follow. */
    private static final Pattern NAMED = Pattern.compile(
            "/(actors|functions|holders|programs)/(?!(?:registration|functions|holders|forgotten|invitations|programs|sign-outs|sign-in|ways-in|term|ending)(?:/|$))[^/]+(?=/)");

    private static final Pattern SUBJECT = Pattern.compile("/[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}");

    private final JdbcClient database;
    private final Clock clock;

    PendingForms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A pending form.
     *
     * @param action where it was sent, as a path of ours
     * @param page the page that it stood on
     */
    record Form(UUID id, String account, String action, String page, Map<String, List<String>> fields) {

        /** The texts that the person wrote. */
        List<String> written() {
            return new Sent(action, fields).written();
        }

        /** The text key that says what the form does. */
        String act() {
            return PendingForms.act(action);
        }
    }

    /** @param action a path, or the pattern of one with each variable as a UUID */
    static String act(String action) {
        var plain = SUBJECT.matcher(action).replaceAll("");
        return "act" + NAMED.matcher(plain).replaceAll("/$1").replace('/', '.');
    }

    /** The request's form, whether or not it can be kept. */
    static Form sent(HttpServletRequest request, String action) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        var before = WebUtils.getCookie(request, Entering.ACCOUNT);
        var page = request.getParameter("page");
        return new Form(
                UUID.randomUUID(),
                before == null ? "" : before.getValue(),
                LocalPage.of(action),
                LocalPage.of(page),
                fields);
    }

    /**
     * False where the form is too large or belongs to no account, or the database is away. Then only the page holds
     * what was written.
     */
    boolean keep(Form form, HttpServletRequest request, HttpServletResponse response) {
        var fields = JSON.writeValueAsString(form.fields());
        if (form.account().isEmpty() || fields.length() > LARGEST || fields.contains("\\u0000")) return false;
        var known = browser(request);
        var browser = known.orElseGet(() -> UUID.randomUUID().toString());
        try {
            insert(form, fields, Digests.sha256(browser), request.getRemoteAddr());
        } catch (DataAccessException e) {
            LOG.warn("a form could not be kept: {}", e.getMessage());
            return false;
        }
        if (known.isEmpty()) response.addHeader(HttpHeaders.SET_COOKIE, cookie(browser, request));
        return true;
    }

    private void insert(Form form, String fields, String browser, String address) {
        database.sql("insert into pending_form (id, browser, account, address, action, page, fields, sent_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        form.id(),
                        browser,
                        form.account(),
                        address,
                        form.action(),
                        form.page(),
                        fields,
                        at(clock.instant()))
                .update();
        database.sql("delete from pending_form where sent_at < :old or id in (select id from (select id,"
                        + " row_number() over (partition by browser order by sent_at desc) of_browser,"
                        + " row_number() over (partition by address order by sent_at desc) of_address,"
                        + " sum(octet_length(fields)) over (order by sent_at desc) bytes from pending_form) f"
                        + " where of_browser > :browser or of_address > :address or bytes > :bytes)")
                .param("old", at(clock.instant().minus(AGE)))
                .param("browser", OF_BROWSER)
                .param("address", OF_ADDRESS)
                .param("bytes", ALL_BYTES)
                .update();
    }

    /** The account's pending forms of this browser, oldest first. */
    List<Form> of(HttpServletRequest request, String account) {
        return list(request).stream()
                .filter(form -> form.account().equals(account))
                .toList();
    }

    /** Whether this browser has pending forms. */
    boolean any(HttpServletRequest request) {
        return !list(request).isEmpty();
    }

    private List<Form> list(HttpServletRequest request) {
        var browser = browser(request);
        if (browser.isEmpty()) return List.of();
        return database.sql("select id, account, action, page, fields from pending_form"
                        + " where browser = ? and sent_at >= ? order by sent_at")
                .params(Digests.sha256(browser.get()), at(clock.instant().minus(AGE)))
                .query((row, n) -> new Form(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        JSON.readValue(row.getString(5), new TypeReference<Map<String, List<String>>>() {})))
                .list();
    }

    /** Deletes a pending form. Does nothing to one that another browser sent. */
    void forget(@Nullable String id, HttpServletRequest request) {
        var browser = browser(request);
        if (browser.isEmpty() || id == null) return;
        database.sql("delete from pending_form where id::text = ? and browser = ?")
                .params(id, Digests.sha256(browser.get()))
                .update();
    }

    private static Optional<String> browser(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, BROWSER)).map(Cookie::getValue);
    }

    private static String cookie(String browser, HttpServletRequest request) {
        return ResponseCookie.from(BROWSER, browser)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
