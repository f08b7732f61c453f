package se.samlad.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * What is said where there is no place, written beforehand: to a program the same as by {@link Errors#busy}, to people who look
 * for a page that they may try again. Never waits.
 */
final class Refusal {

    static final int STATUS = 503;
    static final String KEY = "error.busy";
    private static final String LOOKING = "error.busy-looking";
    static final String SECONDS = "2";

    /** A body as large as this is read to its end, so that the connection can go on; above, it is closed. */
    private static final int SMALL = 64 * 1024;

    private static final HttpField PROBLEM = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Problem.TYPE);
    private static final HttpField HTML = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, Errors.HTML);
    private static final HttpField RETRY = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, SECONDS);
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
        static InWords in(Say say, Templates templates) {
            return new InWords(
                    Written.of(PROBLEM, Problem.of(STATUS, KEY, say.say(KEY))),
                    Written.of(HTML, Errors.page(templates, say, STATUS, say.say(LOOKING), Sent.NOTHING, true)));
        }
    }

    private final InWords swedish;
    private final InWords english;

    Refusal(Languages languages, Templates templates) {
        swedish = InWords.in(languages.in("sv"), templates);
        english = InWords.in(languages.in("en"), templates);
    }

    /** @param program whether it is a program that asks */
    void answer(boolean program, Request request, Response response, Callback callback) {
        var asked = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        var words = Languages.chosen(cookie(request), asked).equals("en") ? english : swedish;
        var written = program ? words.problem() : words.page();
        response.setStatus(STATUS);
        response.getHeaders()
                .put(Reference.HEADER, Reference.fresh())
                .put(RETRY)
                .put(written.type())
                .put(written.length());
        if (isLarge(request)) response.getHeaders().put(CLOSE);
        response.write(true, written.body().slice(), new Rest(request, callback));
    }

    private static @Nullable String cookie(Request request) {
        if (!request.getHeaders().contains(HttpHeader.COOKIE)) return null;
        for (var cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(Languages.COOKIE)) return cookie.getValue();
        }
        return null;
    }

    private static boolean isLarge(Request request) {
        return request.getLength() > SMALL || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** What was sent along, or still comes: thrown away as it comes, by whoever sees it come. */
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
            while (request.getConnectionMetaData().isPersistent()) {
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
