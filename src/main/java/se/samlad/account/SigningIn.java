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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rate-limits password guessing with token buckets: one for each address, and a smaller one for each account from an
 * address. There is no bucket for an account alone, so guessing elsewhere never locks a person out.
 * {@link Accounts.Passwords} limits how many guesses all can make together.
 */
final class SigningIn extends OncePerRequestFilter {

    /** The page that says how long to wait. */
    static final String WAIT = "/sign-in/wait";
    /** Request attribute: seconds to wait. */
    static final String SECONDS = SigningIn.class.getName() + ".seconds";

    private static final String PATH = "/sign-in";
    private static final int LONGEST_NAME = 100;

    /** A bucket's size: mistakes in a row, and the time until one more is allowed. */
    private record Patience(int mistakes, Duration oneMore) {
        Bucket full(TimeMeter clock) {
            return Bucket.builder()
                    .withCustomTimePrecision(clock)
                    .addLimit(limit -> limit.capacity(mistakes).refillGreedy(1, oneMore))
                    .build();
        }
    }

    private static final Patience ADDRESS = new Patience(60, Duration.ofSeconds(2));
    private static final Patience ACCOUNT_FROM_ADDRESS = new Patience(10, Duration.ofSeconds(6));

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final TimeMeter clock;

    SigningIn(TimeMeter clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tries = tries(request.getRemoteAddr(), request.getParameter("account"));
        long seconds = tries.stream().mapToLong(SigningIn::take).max().orElse(0);
        if (seconds > 0) {
            response.setHeader("Retry-After", String.valueOf(seconds));
            request.setAttribute(SECONDS, seconds);
            request.getRequestDispatcher(WAIT).forward(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Gives back the tokens of an attempt that succeeded. */
    void succeeded(HttpServletRequest request) {
        tries(request.getRemoteAddr(), request.getParameter("account")).forEach(bucket -> bucket.addTokens(1));
    }

    private List<Bucket> tries(String address, @Nullable String account) {
        var name = account == null ? "" : account.strip().toLowerCase(Locale.ROOT);
        var shortened = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return List.of(
                buckets.get(address, key -> ADDRESS.full(clock)),
                buckets.get(address + " " + shortened, key -> ACCOUNT_FROM_ADDRESS.full(clock)));
    }

    /** Takes a token: zero, or the seconds until the bucket has one. */
    private static long take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }
}
