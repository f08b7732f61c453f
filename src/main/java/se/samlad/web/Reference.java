package se.samlad.web;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a short reference. It is in every log line for the request, in the answer, and in the error text
 * for people. Logs one line for each request that may record something or that failed. The line never contains what was
 * written or searched for, nor by whom; the journal has that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Reference extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Reference.class);
    private static final String NAME = "reference";
    public static final String HEADER = "X-Request-Id";
    private static final int REFUSED = 400;
    private static final int FAILED = 500;
    private static final int LONGEST = 200;

    /** Limits the lines for refused requests, because a flood must not fill the disk that the journal needs. */
    private static final int REFUSALS_A_SECOND = 20;

    private final Bucket refusals = Bucket.builder()
            .addLimit(limit ->
                    limit.capacity(10L * REFUSALS_A_SECOND).refillGreedy(REFUSALS_A_SECOND, Duration.ofSeconds(1)))
            .build();
    private final LongAdder unsaid = new LongAdder();

    /** The request attribute that marks a request as already logged, as one of several. */
    static final String SAID = Reference.class.getName() + ".said";

    /** The current request's reference: eight hexadecimal digits; "-" outside a request. */
    static String current() {
        var reference = MDC.get(NAME);
        return reference == null ? "-" : reference;
    }

    /** Creates the reference of a new request. */
    public static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(NAME) instanceof String known) { // an error dispatch of a known request
            within(known, request, response, chain);
            return;
        }
        var reference = fresh();
        request.setAttribute(NAME, reference);
        response.setHeader(HEADER, reference);
        within(reference, request, response, chain);
    }

    private void within(String reference, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        MDC.put(NAME, reference);
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            if (answered && request.getAttribute(SAID) == null)
                say(request, response.getStatus(), (System.nanoTime() - began) / 1_000_000);
            MDC.remove(NAME);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void say(HttpServletRequest request, int status, long milliseconds) {
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (read && status < FAILED) return;
        boolean refused = status >= REFUSED && status < FAILED;
        if (refused && !refusals.tryConsume(1)) {
            unsaid.increment();
            return;
        }
        long since = refused ? unsaid.sumThenReset() : 0;
        LOG.info(
                "{} {} {} {} ms{}",
                request.getMethod(),
                shortened(Errors.address(request)),
                status,
                milliseconds,
                since == 0 ? "" : ", and " + since + " more were refused since the last line");
    }

    private static String shortened(String address) {
        return address.length() <= LONGEST ? address : address.substring(0, LONGEST) + "…";
    }
}
