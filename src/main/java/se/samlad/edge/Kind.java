package se.samlad.edge;

import java.util.List;

/** The kinds of work, each with places of its own: none waits for another. */
enum Kind {
    /** All that an account sends: what is recorded. */
    RECORDING(256, 512),
    /** The public page, the form to sign in, and the files that pages are drawn with. */
    PUBLIC(64, 512),
    /** Checking a password, which takes a processor for a while. */
    SIGNING_IN(4, 80),
    /** Looking up whose a token or a session is. */
    CREDENTIALS(4, 200),
    /** All else that somebody asks who has not signed in. */
    STRANGERS(16, 64),
    /** Pages and answers. */
    READING(64, 800),
    /** What reads much: searching, the whole journal. */
    LATER(4, 40),
    /** Live streams, each open as long as somebody looks. */
    STREAM(15_000, 0);

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

    /** Whether callers' shares are counted for it: the public page must stay up when everyone looks at it. */
    boolean isShared() {
        return this != PUBLIC;
    }
}
