package se.samlad.edge;

import java.util.List;

/** The kinds of work, each with places of its own: none waits for another. */
enum Kind {
    /** All that an account sends: what is recorded. */
    RECORDING(256, 512),
    /** The public page, the form to sign in, and the files that pages are drawn with. */
    PUBLIC(OfProcessors.FOUR_EACH, 512),
    /** Checking a password, which takes a processor for a while. */
    SIGNING_IN(2, 80),
    /** Looking up whose a token or a session is. */
    CREDENTIALS(4, 200),
    /** All else that somebody asks who has not signed in. */
    STRANGERS(OfProcessors.TWO_EACH, 80),
    /** Pages and answers. */
    READING(OfProcessors.TWO_EACH, 850),
    /** What reads much: searching, the whole journal. */
    LATER(4, 40),
    /** Opening a live stream, which then is open without a place as long as somebody looks. */
    STREAM(OfProcessors.TWO_EACH, 15_000),
    /** Saying to people, on a page that keeps what they wrote, that it is not done. */
    REFUSING(OfProcessors.TWO_EACH, 400);

    private static final List<String> FOR_ALL = List.of(
            "/public", "/sign-in", "/css", "/js", "/icons", "/webjars", "/manifest.webmanifest", "/favicon.ico");

    final int atOnce;
    final int waiting;

    Kind(int atOnce, int waiting) {
        this.atOnce = atOnce;
        this.waiting = waiting;
    }

    /** @param known whether an account asks */
    static Kind of(String method, String path, boolean known) {
        if (!isLooking(method)) {
            if (path.equals("/sign-in")) return SIGNING_IN;
            return known ? RECORDING : STRANGERS;
        }
        if (FOR_ALL.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"))) return PUBLIC;
        if (!known) return STRANGERS;
        if (path.equals("/live") || path.equals("/api/live")) return STREAM;
        if (path.equals("/search") || path.equals("/api/journal") || path.startsWith("/api/search")) return LATER;
        return READING;
    }

    static boolean isLooking(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** What one request takes of its caller's share: the public page must stay up when everyone looks at it. */
    int weight(String path) {
        return switch (this) {
            case PUBLIC -> path.startsWith("/sign-in") ? 1 : 0;
            case SIGNING_IN -> 2;
            default -> 1;
        };
    }

    /** Work that takes a processor all the time: more at once would only make those who record wait for one. */
    private static final class OfProcessors {
        private static final int PROCESSORS = Math.max(2, Runtime.getRuntime().availableProcessors());
        private static final int TWO_EACH = 2 * PROCESSORS;
        private static final int FOUR_EACH = 4 * PROCESSORS;
    }
}
