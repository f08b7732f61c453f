package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What is logged: a line for each event, with its request's reference, and nothing that somebody wrote. */
class LogsTest {

    private static final String SECRET = "Kontamineringen vid Skarpnäcks fält";

    private final Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    /** In the very form of the console. */
    @BeforeEach
    void listen() {
        Running.server();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var console = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE");
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(((PatternLayoutEncoder) console.getEncoder()).getPattern());
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        all.addAppender(appender);
    }

    @AfterEach
    void end() {
        all.detachAppender(appender);
        appender.stop();
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> linesOf(Running.Answer answer) {
        var reference = answer.response().headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(reference).matches("[0-9a-f]{8}");
        return lines().stream().filter(line -> line.contains(reference)).toList();
    }

    @Test
    void whatIsSentHasALineWithItsReferenceAndNotWhatWasWritten() {
        var sent = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"" + SECRET + "\"}")
                .expect(201);
        assertThat(linesOf(sent)).singleElement().asString().matches(".*POST /api/incidents 201 \\d+ ms");
        var refused = Running.as("lst.tib")
                .post("/api/incidents", "{\"title\":\"\",\"titel\":\"" + SECRET + "\"}")
                .expect(400);
        assertThat(linesOf(refused)).singleElement().asString().contains("POST /api/incidents 400");
        Visitor.of("lst.tib").signIn("lst.tib", Map.of("to", "/"));
        Running.as("lst.tib").get("/api/search?q=Kontamineringen").expect(200);
        assertThat(lines()).noneMatch(line -> line.contains("Kontaminering") || line.contains("lst.tib"));
    }

    /** Neither what is right nor what is wrong of it, whatever part of a request it stands in. */
    @Test
    void nothingThatOneSignsInWithIsLogged() {
        var secret = "Hemlighet-" + UUID.randomUUID();
        var address = "eva." + UUID.randomUUID() + "@lst.example";
        var stranger = Visitor.stranger();
        stranger.post("/sign-in", Map.of("account", "lst.tib", "password", secret, "to", "/"));
        stranger.post("/sign-in", Map.of("account", secret, "password", "samlad", "to", "/" + secret));
        stranger.post("/sign-in/code", Map.of("code", secret, "to", "/"));
        stranger.post("/sign-in/vouched", Map.of("code", secret));
        for (var page : List.of("/invitation?key=", "/first?key=", "/guest/open?guest=" + new UUID(0, 1) + "&key="))
            stranger.get(page + secret);
        stranger.post("/invitation", Map.of("key", secret, "name", "A", "address", secret, "password", secret));
        stranger.post("/guest/open", Map.of("guest", new UUID(0, 1).toString(), "key", secret));
        stranger.get("/sign-in/organisation/taby/back?code=" + secret + "&state=" + secret);
        var token = new Running.Account(Running.server(), "Bearer " + secret, HttpClient.newHttpClient());
        token.get("/api/incidents").expect(401);
        token.post("/api/incidents", "{}").expect(401);
        var admin = Running.as("lst.admin");
        var invitation = admin.post(
                        "/api/actors/lst/invitations", "{\"function\":\"tib\",\"address\":\"" + address + "\"}")
                .expect(201)
                .id();
        var page = admin.page("/actors/lst/people/invitations/" + invitation)
                .expect(200)
                .body();
        var key = page.replaceAll("(?s).*/invitation\\?key=([^\"]+)\".*", "$1");
        Visitor.stranger()
                .post(
                        "/invitation",
                        Map.of("key", key, "name", "Eva Ek", "address", address, "password", secret, "by", "password"))
                .expect(200);
        assertThat(lines())
                .isNotEmpty()
                .noneMatch(line -> line.contains(secret) || line.contains(key) || line.contains(address));
    }

    @Test
    void readingIsNotLogged() {
        var read = Running.as("lst.tib").get("/api/incidents").expect(200);
        assertThat(linesOf(read)).isEmpty();
    }

    @Test
    void aTextWithLineBreaksAndAnErrorWithItsTraceAreALineEach() {
        MDC.put("reference", "0badc0de");
        all.warn("one\r\nERROR two\tthree", new IllegalStateException("four\nfive"));
        MDC.remove("reference");
        assertThat(lines())
                .filteredOn(line -> line.contains("0badc0de"))
                .singleElement()
                .asString()
                .contains("one | ERROR two | three | java.lang.IllegalStateException: four | five", "LogsTest.java");
        assertThat(lines()).noneMatch(line -> line.startsWith("ERROR two") || line.startsWith("\tat "));
    }

    /** The database's own words of what was refused would hold what was written. */
    @Test
    void whatTheDatabaseRefusesIsNotRepeatedInALog() {
        assertThat(Running.server()
                        .part(org.springframework.core.env.Environment.class)
                        .getProperty("spring.datasource.hikari.data-source-properties.logServerErrorDetail"))
                .isEqualTo("false");
    }
}
