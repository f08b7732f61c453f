package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A flood of requests must not fill the disk that the journal needs. */
class ReferenceTest {

    private static final int FLOOD = 2_000;

    /** What is logged of so many requests that are answered so. */
    private static List<String> logged(int requests, int status) throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(Reference.class);
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        logger.addAppender(appender);
        try {
            var reference = new Reference();
            FilterChain answered = (request, response) -> ((HttpServletResponse) response).setStatus(status);
            for (int i = 0; i < requests; i++)
                reference.doFilter(
                        new MockHttpServletRequest("POST", "/incidents/" + "x".repeat(4_000)),
                        new MockHttpServletResponse(),
                        answered);
            return appender.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        } finally {
            logger.detachAppender(appender);
        }
    }

    @Test
    void refusalsAreCountedAndNotSaidOneByOne() throws Exception {
        assertThat(logged(FLOOD, 400)).hasSizeBetween(200, FLOOD / 2).allSatisfy(line -> assertThat(line)
                .hasSizeLessThan(300));
    }

    @Test
    void whatIsRecordedIsSaidEachTime() throws Exception {
        assertThat(logged(FLOOD, 201)).hasSize(FLOOD);
    }
}
