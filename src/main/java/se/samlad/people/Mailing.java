package se.samlad.people;

import jakarta.mail.internet.InternetAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import se.samlad.access.Functions;
import se.samlad.actor.Actors;
import se.samlad.journal.Journal;
import se.samlad.web.Languages;

/**
 * Sends invitations by e-mail, where a server for it is set up. Sending never stops anything: what can't be sent says
 * so, and its link can be handed over.
 */
@Component
public class Mailing implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
    private static final String FORM = "--smtp takes an address such as smtp://user:password@host:587 or smtps://host";
    private static final String PATIENCE_MS = "10000";

    /** How sending went. */
    public enum State {
        SENDING,
        SENT,
        FAILED,
        /** No letters are sent here. */
        BY_HAND
    }

    public record Sent(String address, State state) {}

    private final JdbcClient database;
    private final Journal journal;
    private final Links links;
    private final Actors actors;
    private final Languages languages;
    private final Settings settings;
    private final @Nullable JavaMailSenderImpl server;
    private final ExecutorService letters = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mail-", 0).factory());

    /**
     * The settings of letters.
     *
     * @param url the address under which this installation is reached; empty: that of the request
     * @param smtp as {@code smtp://user:password@host:587}, smtps for TLS from the start; empty: nothing is sent
     * @param from the address that letters come from
     */
    record Settings(String url, String smtp, String from) {

        /** Without a slash at the end. */
        Optional<String> address() {
            return url.isEmpty() ? Optional.empty() : Optional.of(url.replaceAll("/+$", ""));
        }
    }

    Mailing(JdbcClient database, Links links, Actors actors, Languages languages, Settings settings) {
        this.database = database;
        this.links = links;
        this.journal = links.journal();
        this.actors = actors;
        this.languages = languages;
        this.settings = settings;
        this.server = settings.smtp().isEmpty() ? null : server(server(settings.smtp(), settings.url()));
    }

    /**
     * What letters are sent by, as it was set.
     *
     * @throws IllegalArgumentException where it is no such address, or there is none for the links in the letters
     */
    public static URI server(String smtp, String url) {
        URI address;
        try {
            address = new URI(smtp);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(FORM); // not the address itself, which may hold a password
        }
        if (!("smtp".equals(address.getScheme()) || "smtps".equals(address.getScheme())) || address.getHost() == null)
            throw new IllegalArgumentException(FORM);
        if (url.isEmpty())
            throw new IllegalArgumentException("--smtp needs --url, which the links in letters begin with");
        return address;
    }

    private static JavaMailSenderImpl server(URI address) {
        var server = new JavaMailSenderImpl();
        server.setProtocol(address.getScheme());
        server.setHost(address.getHost());
        server.setPort(address.getPort());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var user = address.getUserInfo();
        var settings = new Properties();
        if (user != null) {
            var parts = user.split(":", 2);
            server.setUsername(parts[0]);
            server.setPassword(parts.length > 1 ? parts[1] : "");
            settings.put("mail." + address.getScheme() + ".auth", "true");
            settings.put(
                    "mail." + address.getScheme() + ".starttls.required",
                    address.getScheme().equals("smtp"));
        }
        settings.put("mail." + address.getScheme() + ".starttls.enable", "true");
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"})
            settings.put("mail." + address.getScheme() + "." + limit, PATIENCE_MS);
        server.setJavaMailProperties(settings);
        return server;
    }

    /** The address under which the one who asks reaches this installation, without a slash at the end. */
    String url(HttpServletRequest request) {
        return settings.address().orElseGet(() -> {
            var asked = request.getRequestURL();
            return asked.substring(0, asked.length() - request.getRequestURI().length());
        });
    }

    boolean isSetUp() {
        return server != null && settings.address().isPresent();
    }

    private State begins() {
        return isSetUp() ? State.SENDING : State.BY_HAND;
    }

    /** Keeps where the invitation goes, and sends it there; once, however often it is asked. */
    void send(UUID invitation, String address, String language) {
        int kept = database.sql("insert into invitation_sent (invitation, address, state) values (?, ?, ?)"
                        + " on conflict (invitation) do nothing")
                .params(invitation, address, begins().name())
                .update();
        if (kept == 1 && isSetUp()) letters.submit(() -> deliver(invitation, address, language));
    }

    void sendAgain(UUID invitation, String language) {
        find(invitation).ifPresent(sent -> {
            say(invitation, begins());
            if (isSetUp()) letters.submit(() -> deliver(invitation, sent.address(), language));
        });
    }

    private void deliver(UUID id, String address, String language) {
        try {
            var invitation = journal.across(Invitation.All.ACROSS).find(id);
            if (invitation.isEmpty() || server == null) return;
            var letter = new MimeMessageHelper(server.createMimeMessage(), StandardCharsets.UTF_8.name());
            letter.setTo(new InternetAddress(address, true));
            if (!settings.from().isEmpty()) letter.setFrom(settings.from());
            var say = languages.in(language);
            var actor = actors.shortName(invitation.get().actor(), language);
            var function = journal.across(Functions.ACROSS)
                    .find(invitation.get().actor(), invitation.get().function())
                    .map(f -> f.title(language))
                    .orElse("");
            letter.setSubject(say.text("letter.subject", actor));
            letter.setText(say.text(
                    "letter.text",
                    actor,
                    function,
                    settings.address().orElse("") + links.path(invitation.get()),
                    say.dated(invitation.get().validUntil())));
            server.send(letter.getMimeMessage());
            say(id, State.SENT);
        } catch (jakarta.mail.MessagingException | RuntimeException e) {
            LOG.warn("an invitation could not be sent: {}", e.getClass().getSimpleName());
            say(id, State.FAILED);
        }
    }

    private void say(UUID invitation, State state) {
        database.sql("update invitation_sent set state = ?, changed_at = now() where invitation = ?")
                .params(state.name(), invitation)
                .update();
    }

    void forget(UUID invitation) {
        database.sql("delete from invitation_sent where invitation = ?")
                .param(invitation)
                .update();
    }

    Optional<Sent> find(UUID invitation) {
        return Optional.ofNullable(of(java.util.List.of(invitation)).get(invitation));
    }

    /**
     * Where each of the invitations was sent; those without an address are left out. A letter under way for more than
     * a minute counts as failed: its node was killed, or the mail server is too slow to wait for.
     */
    Map<UUID, Sent> of(Collection<UUID> invitations) {
        record Row(UUID id, Sent sent) {}
        return database
                .sql(
                        "select invitation, address, case when state = 'SENDING' and changed_at < now() - interval '1 minute'"
                                + " then 'FAILED' else state end from invitation_sent"
                                + " where invitation = any(string_to_array(?, ',')::uuid[])")
                .param(invitations.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class), new Sent(row.getString(2), State.valueOf(row.getString(3)))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::sent));
    }

    @Override
    public void destroy() {
        letters.shutdownNow();
    }
}
