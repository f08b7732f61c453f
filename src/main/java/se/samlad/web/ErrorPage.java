package se.samlad.web;

import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Map;

/** The page that says an error to people who are not shown the page that they came from. */
public final class ErrorPage {

    private static final int GONE = 404;

    private ErrorPage() {}

    /** @param again whether the same request may be sent again */
    public static byte[] of(Templates templates, Say say, int status, String text, Sent sent, boolean again) {
        return rendered(templates, params(say, status, text, sent, again));
    }

    static byte[] of(Templates templates, Say say, Told what, Sent sent, boolean again) {
        var params = params(say, what.status(), what.text(say), sent, again);
        var meanwhile = what.meanwhile();
        if (meanwhile != null) {
            params.put("meanwhile", meanwhile);
            if (!sent.isEmpty())
                params.put("sent", sent.drawnFrom(meanwhile.now().toString()));
        }
        if (what.status() == GONE) Asking.signedIn().ifPresent(account -> params.put("account", account));
        return rendered(templates, params);
    }

    private static Map<String, Object> params(Say say, int status, String text, Sent sent, boolean again) {
        var params = new HashMap<String, Object>();
        params.put("say", say);
        params.put("status", status);
        params.put("text", text);
        params.put("sent", sent);
        params.put("again", again);
        return params;
    }

    private static byte[] rendered(Templates templates, Map<String, Object> params) {
        var output = new Utf8ByteOutput();
        templates.render("web/error", params, output);
        return output.toByteArray();
    }
}
