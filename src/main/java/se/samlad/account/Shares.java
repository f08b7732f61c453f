package se.samlad.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.web.Errors;

/**
 * What one account may ask for, by hand and by its tokens together, so that a script that has run wild does not take what
 * is the others'. Far above what people do, and what a lively scene does; a region's load test sets it higher.
 */
@Component
class Shares {

    /** How many seconds' worth may be taken at once. */
    private static final int BURST_SECONDS = 10;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final int perSecond;
    private final TimeMeter clock;

    /** @param perSecond requests an account may make a second, over some seconds */
    @Autowired
    Shares(@Value("${samlad.requests-a-second:1000}") int perSecond) {
        this(perSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    Shares(int perSecond, TimeMeter clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Zero where there was some left, else for how many seconds there is none. */
    long take(String account) {
        var probe = buckets.get(account, a -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit ->
                        limit.capacity((long) perSecond * BURST_SECONDS).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Stands after the one who asks is known. Not a bean: it belongs in the security filters only. */
    static final class Gate extends OncePerRequestFilter {

        private final Shares shares;
        private final Errors errors;

        Gate(Shares shares, Errors errors) {
            this.shares = shares;
            this.errors = errors;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var who = SecurityContextHolder.getContext().getAuthentication();
            long seconds = who == null ? 0 : shares.take(who.getName());
            if (seconds == 0) chain.doFilter(request, response);
            else errors.tooMany(request, response, seconds);
        }
    }
}
