package se.samlad.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.Awaited;
import se.samlad.reach.Smtp;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;

/** Letters never stop an invitation: what can't be sent says so, and its link can be handed over. */
class MailingTest {

    private static final String URL = "https://samlad.example";

    private static GreenMail post;
    private static Running server;

    @BeforeAll
    static void start() {
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        post.start();
        server = at(post.getSmtp().getPort());
    }

    @AfterAll
    static void end() {
        server.close();
        post.stop();
    }

    private static Running at(int port) {
        return Running.apart(
                Ground.here().database(),
                Map.of(
                        "samlad.smtp",
                        "smtp://127.0.0.1:" + port,
                        "samlad.url",
                        URL,
                        "samlad.smtp-from",
                        "samlad@samlad.example"));
    }

    private static UUID invited(Running server, String address, String language, UUID key) {
        var admin = server.by("taby.admin");
        return admin.send(admin.request("/api/actors/taby/invitations", "application/json")
                        .header("Accept-Language", language)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key.toString())
                        .POST(BodyPublishers.ofString("{\"function\":\"tib\",\"address\":\"" + address + "\"}")))
                .expect(201)
                .id();
    }

    private static List<MimeMessage> letters(String address) {
        return Arrays.stream(post.getReceivedMessages())
                .filter(letter ->
                        GreenMailUtil.getAddressList(recipients(letter)).equals(address))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage letter) {
        try {
            return letter.getAllRecipients();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(Running server, UUID invitation, Mailing.State state) {
        var mailing = server.part(Mailing.class);
        Awaited.until(() -> mailing.find(invitation).orElseThrow().state() == state);
    }

    private static String page(Running server, UUID invitation) {
        return server.by("taby.admin")
                .page("/actors/taby/people/invitations/" + invitation)
                .expect(200)
                .body();
    }

    @Test
    void anInvitationArrivesOnceWithItsLinkInTheLanguageOfWhoSentIt() throws Exception {
        var key = UUID.randomUUID();
        var invitation = invited(server, "eva@taby.example", "en", key);
        until(server, invitation, Mailing.State.SENT);
        assertThat(invited(server, "eva@taby.example", "en", key)).isEqualTo(invitation);
        until(server, invited(server, "bo@taby.example", "sv", UUID.randomUUID()), Mailing.State.SENT);
        var letters = letters("eva@taby.example");
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().getSubject()).isEqualTo("Täby invites you to Samlad");
        var link = letters.getFirst().getContent().toString().replaceAll("(?s).*(https://\\S+).*", "$1");
        assertThat(link).startsWith(URL + "/invitation?key=");
        assertThat(page(server, invitation)).contains(link);
        server.nobody().page(link.substring(URL.length())).expect(200);
        assertThat(letters("bo@taby.example").getFirst().getSubject()).isEqualTo("Täby bjuder in dig till Samlad");
    }

    @Test
    void whatCanNotBeSentSaysSoAndIsHandedOverOrSentAgain() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (var away = at(port)) {
            var invitation = invited(away, "ulla@taby.example", "sv", UUID.randomUUID());
            until(away, invitation, Mailing.State.FAILED);
            assertThat(page(away, invitation)).contains("/invitation?key=", "ulla@taby.example");
            assertThat(away.by("taby.admin").page("/actors/taby/people").body()).contains("gick inte att skicka");
            var back = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
            back.start();
            try {
                away.by("taby.admin")
                        .post("/api/invitations/" + invitation + "/renewal", "{}")
                        .expect(201);
                until(away, invitation, Mailing.State.SENT);
                assertThat(back.getReceivedMessages()).hasSize(1);
            } finally {
                back.stop();
            }
        }
    }

    /** As where it accepts the call and never answers, or the node is killed: nobody waits, and it is not under way for ever. */
    @Test
    void whatIsUnderWayTooLongHasFailed() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var slow = at(silent.getLocalPort())) {
            var invitation = invited(slow, "per@taby.example", "sv", UUID.randomUUID());
            assertThat(slow.part(Mailing.class).find(invitation).orElseThrow().state())
                    .isEqualTo(Mailing.State.SENDING);
            slow.part(JdbcClient.class)
                    .sql("update invitation_sent set changed_at = now() - interval '61 seconds'")
                    .update();
            assertThat(slow.part(Mailing.class).find(invitation).orElseThrow().state())
                    .isEqualTo(Mailing.State.FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@taby.example\\r\\nBcc: b@taby.example",
                "a@taby.example, b@taby.example",
                "<a@taby.example>",
                "a@taby.example\\u0000",
                "a\\u202e@taby.example"
            })
    void noAddressIsMoreThanAnAddress(String address) {
        long before = server.position();
        server.by("taby.admin")
                .post("/api/actors/taby/invitations", "{\"function\":\"tib\",\"address\":\"" + address + "\"}")
                .expect(422);
        assertThat(server.position()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail.example", "http://mail.example", "smtp:", "smtp://a:secret word@mail.example", "smtp://"})
    void aWrongServerIsOneLineAtStartWithoutItsPassword(String smtp) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smtp.server(smtp, URL))
                .withMessageStartingWith("--smtp takes an address such as")
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smtp.server("smtp://mail.example", ""))
                .withMessageContaining("--url");
    }
}
