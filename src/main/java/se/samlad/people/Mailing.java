package se.samlad.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samlad.access.Functions;
import se.samlad.actor.Actors;
import se.samlad.journal.Journal;
import se.samlad.reach.Smtp;
import se.samlad.web.Languages;

/**
 * Sends invitations by e-mail, where a server for it is set up. Sending never stops anything: what can't be sent says
 * so, and its link can be handed over.
 */
@Component
public class Mailing implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);
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
    private final Smtp smtp;
    private final ExecutorService letters = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mail-", 0).factory());

    Mailing(JdbcClient database, Links links, Actors actors, Languages languages, Smtp smtp) {
        this.database = database;
        this.links = links;
        this.journal = links.journal();
        this.actors = actors;
        this.languages = languages;
        this.smtp = smtp;
    }

    /** The address under which the one who asks reaches this installation, without a slash at the end. */
    String url(HttpServletRequest request) {
        return smtp.url().orElseGet(() -> {
            var asked = request.getRequestURL();
            return asked.substring(0, asked.length() - request.getRequestURI().length());
        });
    }

    boolean isSetUp() {
        return smtp.isSetUp();
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
            if (invitation.isEmpty()) return;
            var say = languages.in(language);
            var actor = actors.shortName(invitation.get().actor(), language);
            var function = journal.across(Functions.ACROSS)
                    .find(invitation.get().actor(), invitation.get().function())
                    .map(f -> f.title(language))
                    .orElse("");
            var text = say.text(
                    "letter.text",
                    actor,
                    function,
                    smtp.url().orElse("") + links.path(invitation.get()),
                    say.dated(invitation.get().validUntil()));
            smtp.send(UUID.randomUUID(), address, say.text("letter.subject", actor), text);
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
