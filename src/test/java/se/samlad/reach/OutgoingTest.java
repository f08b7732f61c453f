package se.samlad.reach;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samlad.push.Browser;
import se.samlad.reach.Channel.Handed;
import se.samlad.reach.Channel.Notice;
import se.samlad.scenes.Ground;
import se.samlad.scenes.Running;
import se.samlad.scenes.Visitor;

/** Everything that leaves the building passes one edge, and what is kept in stops there, whatever the channel. */
class OutgoingTest {

    /** Answers every request with 200, and counts. */
    private static final class Counter implements AutoCloseable {
        private final ServerSocket socket;
        private final AtomicInteger count = new AtomicInteger();

        Counter() throws IOException {
            socket = new ServerSocket(0);
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try (var one = socket.accept()) {
                        count.incrementAndGet();
                        one.getInputStream().read(new byte[4_096]);
                        one.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes());
                    } catch (IOException e) {
                        return;
                    }
                }
            });
        }

        String url() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Notice notice(boolean keptIn) {
        return new Notice(UUID.randomUUID(), "ÖVNING", "ÖVNING. Prov", null, keptIn, null);
    }

    /** @param push where the browser takes notices */
    private static String address(Way way, String push) {
        if (way == Way.PUSH)
            return UUID.nameUUIDFromBytes(push.getBytes(StandardCharsets.UTF_8)).toString();
        return way == Way.MAIL ? "tib@nacka.example" : "+46701740605";
    }

    @Test
    void whatIsKeptInLeavesByNoChannelAndAllElseByEach() throws Exception {
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        post.start();
        try (var counter = new Counter();
                var server = Running.apart(
                        Ground.here().database(),
                        Map.of(
                                "samlad.demo.sends",
                                true,
                                "samlad.url",
                                "https://samlad.example",
                                "samlad.smtp",
                                "smtp://127.0.0.1:" + post.getSmtp().getPort(),
                                "samlad.sms",
                                counter.url(),
                                "samlad.push.local",
                                true,
                                "samlad.voice",
                                counter.url()))) {
            var push = counter.url();
            Visitor.of(server, "nacka.tib")
                    .post("/me/push", Browser.made().given(push))
                    .expect(200);
            var channels = server.parts(Channel.class);
            assertThat(channels.stream().map(Channel::getClass).collect(Collectors.toSet()))
                    .as("all that there are, by reflection")
                    .isEqualTo(written());
            var outgoing = server.part(Outgoing.class);
            for (var channel : channels)
                assertThat(outgoing.send(channel.way(), notice(true), List.of(address(channel.way(), push))))
                        .isEqualTo(Handed.KEPT_IN);
            assertThat(counter.count).hasValue(0);
            assertThat(post.getReceivedMessages()).isEmpty();
            for (var channel : channels)
                assertThat(outgoing.send(channel.way(), notice(false), List.of(address(channel.way(), push))))
                        .as(channel.way().toString())
                        .isEqualTo(Handed.HANDED_OVER);
            assertThat(counter.count.get() + post.getReceivedMessages().length).isEqualTo(channels.size());
        } finally {
            post.stop();
        }
    }

    @Test
    void theDemoSendsNothing() throws Exception {
        try (var counter = new Counter();
                var server = Running.apart(
                        Ground.here().database(), Map.of("samlad.data", "", "samlad.sms", counter.url()))) {
            assertThat(server.part(Outgoing.class).send(Way.SMS, notice(false), List.of(address(Way.SMS, ""))))
                    .isEqualTo(Handed.KEPT_IN);
            assertThat(counter.count).hasValue(0);
        }
    }

    /** Every class that carries anything. */
    private static java.util.Set<Class<?>> written() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.samlad").stream()
                        .filter(c -> c.isAssignableTo(Channel.class) && !c.isInterface())
                        .map(c -> c.reflect())
                        .collect(Collectors.toSet());
    }

    @Test
    void nothingElseSendsByAChannel() {
        var all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("se.samlad");
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Outgoing.class.getName())
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("send"))
                        .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                                                Channel.class)))))
                .check(all);
    }
}
