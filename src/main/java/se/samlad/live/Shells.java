package se.samlad.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.live.Shell.Receipt;
import se.samlad.web.Argument;
import se.samlad.web.Asking;
import se.samlad.web.Languages;
import se.samlad.web.LocalPage;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** Gives handlers a {@link Shell} as parameter, and their templates {@code shell}, {@code say} and {@code typed}. */
@Component
class Shells extends Argument<Shell> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Asking asking;
    private final Languages languages;
    private final Viewers viewers;
    private final Panels panels;
    private final Shell.Around around;

    Shells(Asking asking, Languages languages, Viewers viewers, Panels panels, Shell.Around around) {
        super(Shell.class);
        this.asking = asking;
        this.languages = languages;
        this.viewers = viewers;
        this.panels = panels;
        this.around = around;
    }

    @Override
    protected Shell of(HttpServletRequest request, HttpServletResponse response, ModelAndViewContainer page) {
        var shell = shell(request);
        page.addAttribute("shell", shell);
        page.addAttribute("say", shell.say());
        page.addAttribute("typed", shell.typed());
        return shell;
    }

    private Shell shell(HttpServletRequest request) {
        var viewer = asking.viewer(request);
        var say = languages.of(request);
        var typed = Typed.of(request);
        return new Shell(
                viewer,
                say,
                typed,
                panels.page(viewer, say, typed),
                receipt(request, viewer, say),
                path(request),
                around,
                viewers.functionsOf(viewer.account()));
    }

    /** The path and query without the receipt, which belongs to one showing of the page. */
    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) return request.getRequestURI();
        var kept = Arrays.stream(query.split("&"))
                .filter(each -> !each.startsWith(LocalPage.SENT + "="))
                .collect(Collectors.joining("&"));
        return request.getRequestURI() + (kept.isEmpty() ? "" : "?" + kept);
    }

    private @Nullable Receipt receipt(HttpServletRequest request, Viewer viewer, Say say) {
        var sent = request.getParameter(LocalPage.SENT);
        if (sent == null || !ID.matcher(sent).matches()) return null;
        return around.receipt(UUID.fromString(sent), viewer, say).orElse(null);
    }
}
