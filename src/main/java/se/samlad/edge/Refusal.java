package se.samlad.edge;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import se.samlad.web.ErrorPage;
import se.samlad.web.Errors;
import se.samlad.web.Languages;
import se.samlad.web.Problem;
import se.samlad.web.Reference;
import se.samlad.web.Say;
import se.samlad.web.Sent;
import se.samlad.web.Templates;

/**
 * The edge's refusals, rendered in both languages at start: a problem document for programs, a page for people.
 * {@link #answer} runs on the thread that reads from all connections and never blocks.
 */
final class Refusal {

    static final String SECONDS = "2";
    private static final int KB = 1024;

    /** Why the edge refuses a request. */
    enum Why {
        BUSY(503, "error.busy"),
        SHARE(429, "error.too-many", SECONDS),
        SHARE_HERE(429, "error.too-many-here", SECONDS),
        HOLDS_TOO_MUCH(429, "error.holds-too-much"),
        TOO_MANY_STREAMS(429, "error.too-many-streams"),
        TOKEN(401, "error.sign-in"),
        ADDRESS(400, "error.address"),
        ENCODED(415, "error.encoded"),
        BODY_TOO_LARGE(413, "error.too-large", IncomingBody.LIMIT / KB),
        PAPER_TOO_LARGE(413, "error.paper-too-large"),
        FEED_TOO_LARGE(413, "error.too-large", IncomingBody.FEED_LIMIT / KB),
        TOO_SLOW(408, "error.too-slow");

        final int status;
        final String key;
        private final Object[] details;

        Why(int status, String key, Object... details) {
            this.status = status;
            this.key = key;
            this.details = details;
        }

        boolean mayTryAgain() {
            return status == 503 || status == 429;
        }

        Object[] details() {
            return details.clone();
        }

        private String inWords(Say say, boolean looking) {
            return say.text(this == BUSY && looking ? "error.busy-looking" : key, details);
        }
    }

    /**
     * Up to this size, a refused request's body is read to its end so that its connection can be reused; for a larger
     * body the connection is closed, or its stream of HTTP/2 reset.
     */
    private static final int SMALL = 64 * KB;

    private static final HttpField PROBLEM = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Problem.TYPE);
    private static final HttpField HTML = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Errors.HTML);
    private static final HttpField RETRY = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, SECONDS);
    private static final HttpField BEARER = new PreEncodedHttpField(HttpHeader.WWW_AUTHENTICATE, "Bearer");
    private static final HttpField CLOSE =
            new PreEncodedHttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

    private record Written(HttpField type, ByteBuffer body, HttpField length) {
        static Written of(HttpField type, byte[] body) {
            return new Written(
                    type,
                    ByteBuffer.wrap(body).asReadOnlyBuffer(),
                    new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, String.valueOf(body.length)));
        }
    }

    private record InWords(Written problem, Written page) {
        static Map<Why, InWords> in(Say say, Templates templates) {
            var all = new EnumMap<Why, InWords>(Why.class);
            for (var why : Why.values()) {
                var problem = Problem.of(why.status, why.key, why.inWords(say, false));
                var page = ErrorPage.of(
                        templates, say, why.status, why.inWords(say, true), Sent.NOTHING, why.mayTryAgain());
                all.put(why, new InWords(Written.of(PROBLEM, problem), Written.of(HTML, page)));
            }
            return all;
        }
    }

    private final Map<Why, InWords> swedish;
    private final Map<Why, InWords> english;

    Refusal(Languages languages, Templates templates) {
        swedish = InWords.in(languages.in("sv"), templates);
        english = InWords.in(languages.in("en"), templates);
    }

    /** @param program whether a program asks, rather than a browser */
    void answer(Why why, boolean program, Request request, Response response, Callback callback) {
        var asked = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        var words = Objects.requireNonNull(
                (Languages.chosen(cookie(request), asked).equals("en") ? english : swedish).get(why));
        var written = program ? words.problem() : words.page();
        response.setStatus(why.status);
        response.getHeaders()
                .put(Reference.HEADER, Reference.fresh())
                .put(written.type())
                .put(written.length());
        if (why.mayTryAgain()) response.getHeaders().put(RETRY);
        if (why == Why.TOKEN) response.getHeaders().put(BEARER);
        if (isLarge(request) || why == Why.TOO_SLOW) response.getHeaders().put(CLOSE);
        response.write(true, written.body().slice(), new Rest(request, callback));
    }

    private static @Nullable String cookie(Request request) {
        if (!request.getHeaders().contains(HttpHeader.COOKIE)) return null;
        for (var cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(Languages.COOKIE)) return cookie.getValue();
        }
        return null;
    }

    /** Also where its length is not stated, as HTTP/2 allows for any request. */
    private static boolean isLarge(Request request) {
        boolean http2 = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
        return request.getLength() > SMALL
                || (http2 && request.getLength() < 0)
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Discards the rest of a small body. Where it is large, its connection is closed, or its stream of HTTP/2 reset. */
    private record Rest(Request request, Callback callback) implements Callback, Invocable.Task {

        @Override
        public void succeeded() {
            run();
        }

        @Override
        public void failed(Throwable why) {
            callback.failed(why);
        }

        @Override
        public void run() {
            while (!isLarge(request) && request.getConnectionMetaData().isPersistent()) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    callback.failed(chunk.getFailure());
                    return;
                }
                chunk.release();
                if (chunk.isLast()) break;
            }
            callback.succeeded();
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
