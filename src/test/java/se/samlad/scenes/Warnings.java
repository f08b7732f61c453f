package se.samlad.scenes;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.LoggerFactory;

/** The last warnings of this JVM's servers, so that a test that fails says why: an answer to the outside never does. */
final class Warnings extends AppenderBase<ILoggingEvent> {

    private static final int KEPT = 8;
    private static final Warnings WARNINGS = new Warnings();

    private final Deque<String> last = new ConcurrentLinkedDeque<>();

    /** From now on; more than once changes nothing. */
    static void keep() {
        WARNINGS.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(WARNINGS);
    }

    static String last() {
        return String.join("\n", WARNINGS.last);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getLevel().isGreaterOrEqual(Level.WARN)) return;
        var why =
                event.getThrowableProxy() == null ? "" : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
        last.addLast(event.getInstant() + " " + event.getFormattedMessage() + why);
        while (last.size() > KEPT) last.pollFirst();
    }
}
