package se.samlad.edge;

import java.util.List;
import java.util.regex.Pattern;

/** The kinds of work. Each has places of its own (a bulkhead), so that no kind waits for another. */
enum Kind {
    /** Writes of signed-in callers. */
    RECORDING(256, 512),
    /** Files that are attached, which are examined while they hold their place. */
    UPLOADING(4, 32, Kind.LONG),
    /** The public page, the sign-in form and static files. */
    PUBLIC(OfProcessors.FOUR_EACH, 512),
    /**
     * Checking a password, which takes a processor for a while. After an alarm hundreds come within seconds: they wait
     * in their turn, since whoever is refused must press again behind those who came later.
     */
    SIGNING_IN(2, 400, Kind.LONG),
    /** Looking up the account of a token or a session. */
    CREDENTIALS(4, 200),
    /** What is sent without signing in: a signal from outside, what a guest does. */
    OUTSIDE(2, 20),
    /** All other requests of callers who have not signed in. */
    STRANGERS(OfProcessors.TWO_EACH, 80),
    /** Pages and API reads. */
    READING(OfProcessors.TWO_EACH, 850),
    /** Expensive reads: searching, the whole journal. */
    LATER(4, 40),
    /** Opening a live stream, which many do at once after a restart. An open stream holds no place. */
    STREAM(OfProcessors.TWO_EACH, 15_000, Kind.LONG),
    /** Rendering a refusal as a page that keeps what was written. */
    REFUSING(OfProcessors.TWO_EACH, 400);

    private static final List<String> FOR_ALL = List.of(
            "/public", "/sign-in", "/css", "/js", "/icons", "/webjars", "/manifest.webmanifest", "/favicon.ico");

    private static final Pattern PAPER = Pattern.compile("(/api)?/papers/[^/]+");

    /** The patience of those who would only ask again, and have written nothing that could be lost meanwhile. */
    private static final int LONG = 5;

    final int atOnce;
    final int waiting;
    /** How many times as long as usual a request waits for its place. */
    final int patience;

    Kind(int atOnce, int waiting) {
        this(atOnce, waiting, 1);
    }

    Kind(int atOnce, int waiting, int patience) {
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.patience = patience;
    }

    /** @param known whether an account asks */
    static Kind of(String method, String path, boolean known) {
        if (!isLooking(method)) {
            if (path.equals("/sign-in")) return SIGNING_IN;
            if (path.startsWith("/public/") || path.startsWith("/guest/")) return OUTSIDE;
            if (known && isPaper(method, path)) return UPLOADING;
            return known ? RECORDING : STRANGERS;
        }
        if (FOR_ALL.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"))) return PUBLIC;
        if (!known) return STRANGERS;
        if (path.equals("/live") || path.equals("/api/live")) return STREAM;
        if (path.equals("/search") || path.equals("/api/journal") || path.startsWith("/api/search")) return LATER;
        return READING;
    }

    /** Whether a file is sent there: its body lies on the disk until it is examined. */
    static boolean isPaper(String method, String path) {
        return method.equals("POST") && PAPER.matcher(path).matches();
    }

    static boolean isLooking(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /**
     * How many tokens one request takes from its caller's bucket. The public page takes none: it must stay up when
     * everyone reads it.
     */
    int weight(String path) {
        return switch (this) {
            case PUBLIC -> path.startsWith("/sign-in") ? 1 : 0;
            case SIGNING_IN -> 2;
            default -> 1;
        };
    }

    /** Limits for CPU-bound work: more at once would only make those who record wait for a processor. */
    private static final class OfProcessors {
        private static final int PROCESSORS = Math.max(2, Runtime.getRuntime().availableProcessors());
        private static final int TWO_EACH = 2 * PROCESSORS;
        private static final int FOUR_EACH = 4 * PROCESSORS;
    }
}
