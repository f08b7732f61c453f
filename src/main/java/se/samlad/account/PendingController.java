package se.samlad.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;
import se.samlad.live.Shell;
import se.samlad.web.FormKey;
import se.samlad.web.Say;
import se.samlad.web.Seen;

/**
 * What was sent when the session had ended is not lost: it goes along through the sign-in, and is sent when the same
 * account confirms. {@code web.Origins} has seen before that it came from a page of ours.
 */
@Controller
public class PendingController {

    /** Who signed in last in this browser; the session that knew it is gone. */
    static final String ACCOUNT = "account";

    static final String SIGN_IN = "/sign-in/pending";
    static final String CONFIRM = "/sign-in/confirm";
    private static final String PREFIX = "pending:";
    private static final String ACTION = "pending-action";

    /** One field of the form. @param typed whether a person wrote it, so that it is shown */
    public record Field(String name, String value, boolean typed) {}

    /** Forwarded to, with the form as it was sent. */
    @RequestMapping(SIGN_IN)
    String signIn(HttpServletRequest request, HttpServletResponse response, Say say, Model model) {
        boolean again = request.getParameter(ACTION) != null;
        var page = request.getParameter(again ? "to" : "page");
        model.addAttribute("say", say);
        model.addAttribute("to", page == null ? "/" : Seen.local(page));
        model.addAttribute("wrong", again);
        model.addAttribute("out", false);
        model.addAttribute("offered", List.of());
        model.addAttribute(
                "action",
                again ? request.getParameter(ACTION) : request.getAttribute("jakarta.servlet.forward.request_uri"));
        model.addAttribute("pending", again ? carried(request) : fields(request.getParameterMap()));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return "account/sign-in";
    }

    /** Forwarded to after signing in: shows what was written, and one press sends it. */
    @RequestMapping(CONFIRM)
    String confirm(
            @RequestParam(ACTION) String action,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            Shell shell,
            Model model) {
        var before = WebUtils.getCookie(request, ACCOUNT);
        if (before == null || !before.getValue().equals(shell.viewer().account())) return Seen.to(Seen.local(to));
        model.addAttribute("action", Seen.local(action));
        model.addAttribute("to", Seen.local(to));
        model.addAttribute("fields", carried(request));
        return "account/confirm";
    }

    static boolean isPending(HttpServletRequest request) {
        return request.getParameter(ACTION) != null;
    }

    private static List<Field> fields(Map<String, String[]> parameters) {
        var fields = new ArrayList<Field>();
        parameters.forEach((name, values) -> {
            for (var value : values) fields.add(new Field(name, value, !FormKey.carries(name)));
        });
        return fields;
    }

    private static List<Field> carried(HttpServletRequest request) {
        var carried = new java.util.LinkedHashMap<String, String[]>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) carried.put(name.substring(PREFIX.length()), values);
        });
        return fields(carried);
    }
}
