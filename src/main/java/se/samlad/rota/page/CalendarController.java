package se.samlad.rota.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.live.Shell;
import se.samlad.rota.Duties;
import se.samlad.rota.Rota.Calendar;
import se.samlad.rota.Rotas;
import se.samlad.web.Nothing;

/** The rota as calendars: their addresses, and what is read there. */
@Controller
public class CalendarController {

    static final String READ = "/calendar.ics";

    /** @param whole the actor's rota with names; null: the own shifts */
    record Giving(@Nullable Boolean whole, @Nullable String language) {}

    /** A calendar. @param address null: it is another's, who alone reads its address @param who whose it is */
    public record Shown(
            UUID id,
            boolean whole,
            Instant at,
            String who,
            @Nullable String address) {}

    private final Rotas rotas;
    private final RotaPages pages;
    private final Duties duties;
    private final Calendars calendars;
    private final String url;

    CalendarController(Rotas rotas, RotaPages pages, Calendars calendars, @Value("${samlad.url:}") String url) {
        this.rotas = rotas;
        this.pages = pages;
        this.duties = pages.duties();
        this.calendars = calendars;
        this.url = url;
    }

    @GetMapping("/rota/calendars")
    String list(Shell shell, HttpServletRequest request, Model model) {
        var viewer = shell.viewer();
        var actor = viewer.function()
                .orElseThrow(() -> new NotMandated("duty.no-function"))
                .actor();
        var all = duties.rota().calendars().values().stream()
                .filter(c -> c.actor().equals(actor))
                .filter(c -> c.account().equals(viewer.account()) || viewer.may(Mandate.ADMINISTER))
                .sorted(java.util.Comparator.comparing(Calendar::at))
                .toList();
        var named = pages.named(all.stream().map(Calendar::account).toList());
        model.addAttribute(
                "calendars",
                all.stream()
                        .map(c -> new Shown(
                                c.id(),
                                c.whole(),
                                c.at(),
                                RotaPages.name(named, c.account()),
                                c.account().equals(viewer.account()) ? address(c, request) : null))
                        .toList());
        return "rota/calendars";
    }

    private String address(Calendar calendar, HttpServletRequest request) {
        var asked = request.getRequestURL();
        var base = url.isEmpty()
                ? asked.substring(0, asked.length() - request.getRequestURI().length())
                : url;
        return base + READ + "?key=" + calendars.key(calendar);
    }

    @PostMapping("/api/duty/calendars")
    @ResponseBody
    Recorded give(@RequestBody Giving said, Acting by, Once once) {
        return rotas.giveCalendar(Boolean.TRUE.equals(said.whole()), said.language(), by, once);
    }

    @PostMapping("/api/duty/calendars/{id}/revocation")
    @ResponseBody
    Recorded revoke(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return rotas.revokeCalendar(id, by, once);
    }

    /** Without signing in: whoever has the address may read it. */
    @GetMapping(READ)
    void read(@RequestParam(defaultValue = "") String key, HttpServletResponse response) throws IOException {
        var written = calendars.written(calendars.open(key).orElseThrow(NotThere::new));
        response.setContentType("text/calendar;charset=utf-8");
        response.setHeader("Cache-Control", "private, max-age=300");
        response.setContentLength(written.length);
        response.getOutputStream().write(written);
    }
}
