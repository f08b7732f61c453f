package se.samlad.rota.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.ical.CalendarReader;
import se.samlad.ical.Outside;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;
import se.samlad.rota.Duties;
import se.samlad.rota.Rota;
import se.samlad.rota.RotaFact.Over;
import se.samlad.rota.RotaFact.Turn;
import se.samlad.rota.Rotas;
import se.samlad.rota.Staff;
import se.samlad.rota.page.RotaController.Known;
import se.samlad.web.Done;
import se.samlad.web.Letters;
import se.samlad.web.Typed;

/** Shifts from a calendar: first shown as they are read, then planned. Nothing is kept of the file but its shifts. */
@Controller
public class ImportController {

    private static final String FORM = "import";
    /** What the address held, for the page on which it is shown. */
    private static final String FETCHED = "samlad.calendar";

    private static final int MOST_SHOWN = 100;

    /**
     * @param account who is on duty in all of it; null: whom each event names
     * @param text the calendar, as of RFC 5545
     * @param address where it is fetched, where there is no text
     * @param look true: nothing is planned; the refusal says how it is read, and its page shows it
     */
    record Importing(
            @Nullable String function,
            @Nullable String account,
            @Nullable String text,
            @Nullable String address,
            @Nullable Over over,
            @Nullable Boolean look) {}

    /** A shift that would be planned. Read by the template, as all below. */
    public record Shift(String who, Instant from, Instant until) {}

    /** What can't be read. @param line 0: what is planned there already, whatever its line */
    public record Unread(int line, String why, String what) {}

    public record Preview(List<Shift> shifts, int count, List<Unread> unread, int unreadCount, int over) {}

    private final Rotas rotas;
    private final RotaPages pages;
    private final Duties duties;
    private final Outside outside;

    ImportController(Rotas rotas, RotaPages pages, Outside outside) {
        this.rotas = rotas;
        this.outside = outside;
        this.pages = pages;
        this.duties = pages.duties();
    }

    /** What would be planned, and all that would not. */
    private record Taken(List<Turn> turns, List<CalendarReader.Problem> problems, int over) {}

    private Taken taken(
            Function function, Viewer viewer, @Nullable String account, @Nullable String text, @Nullable Over over) {
        var staff = Staff.of(duties.functions(), function);
        var whose = viewer.may(Mandate.ADMINISTER) ? account : viewer.account();
        if (whose != null && !staff.contains(whose)) throw new Refused("rota.person").at("account");
        var now = duties.now();
        var bounds = new CalendarReader.Bounds(now, now.plus(Rota.AHEAD), now.plus(Rota.KEPT), Rota.LONGEST);
        var read = CalendarReader.read(Objects.requireNonNullElse(text, ""), whose, pages.readable(function), bounds);
        if (over != null && over != Over.NOTHING) return new Taken(turns(read), read.problems(), read.over());
        return withoutTaken(function, read);
    }

    static List<Turn> turns(CalendarReader.Read read) {
        return read.turns().stream()
                .map(t -> new Turn(t.account(), t.from(), t.until()))
                .toList();
    }

    /** What is planned for somebody already stays as it is, and is named. */
    private Taken withoutTaken(Function function, CalendarReader.Read read) {
        var turns = new ArrayList<Turn>();
        var problems = new ArrayList<>(read.problems());
        for (var turn : turns(read)) {
            boolean taken = !duties.rota()
                            .of(function.id())
                            .between(turn.from(), turn.until())
                            .isEmpty()
                    || turns.stream()
                            .anyMatch(t -> t.from().isBefore(turn.until())
                                    && turn.from().isBefore(t.until()));
            if (taken)
                problems.add(new CalendarReader.Problem(0, "taken", turn.from().toString()));
            else turns.add(turn);
        }
        return new Taken(turns, problems, read.over());
    }

    @PostMapping("/api/duty/imports")
    @ResponseBody
    Done take(@RequestBody Importing said, Acting by, Once once, HttpServletRequest request) {
        var function = Optional.ofNullable(duties.functions().byId().get(String.valueOf(said.function())))
                .filter(f -> pages.mayPlan(f, by.viewer()));
        if (function.isEmpty()) {
            rotas.read(said.function(), List.of(), Over.NOTHING, by, once);
            throw new NotMandated("rota.plan-mandate");
        }
        var text = said.text();
        if (Letters.isEmpty(text) && said.address() != null) {
            text = outside.get(said.address());
            request.setAttribute(FETCHED, text);
        }
        var taken = taken(function.get(), by.viewer(), said.account(), text, said.over());
        if (Boolean.TRUE.equals(said.look()))
            throw new Refused(
                            "rota.read-first",
                            taken.turns().size(),
                            taken.problems().size())
                    .at("text");
        var over = said.over() == null ? Over.NOTHING : said.over();
        return new Done(rotas.read(said.function(), taken.turns(), over, by, once), "/rota");
    }

    @GetMapping("/rota/import")
    String page(Shell shell, Typed typed, HttpServletRequest request, Model model) {
        var viewer = shell.viewer();
        var functions = pages.plannable(viewer);
        if (functions.isEmpty()) throw new NotMandated("rota.plan-mandate");
        model.addAttribute("functions", functions);
        model.addAttribute("people", viewer.may(Mandate.ADMINISTER) ? pages.known(functions) : List.<Known>of());
        var fetched = request.getAttribute(FETCHED) instanceof String text ? text : typed.value(FORM, "text");
        model.addAttribute("text", fetched);
        model.addAttribute("preview", preview(functions, viewer, typed, fetched));
        return "rota/import";
    }

    /** Of what was typed; null: nothing was, or it can't be read at all, which its field says. */
    private @Nullable Preview preview(List<Function> functions, Viewer viewer, Typed typed, String text) {
        var chosen = typed.value(FORM, "function");
        var function = functions.stream()
                .filter(f -> f.id().equals(chosen))
                .findFirst()
                .orElse(null);
        if (function == null || Letters.isEmpty(text)) return null;
        try {
            var account = typed.value(FORM, "account");
            var over = typed.value(FORM, "over");
            var taken = taken(
                    function,
                    viewer,
                    account.isEmpty() ? null : account,
                    text,
                    over.equals("INSTEAD") ? Over.INSTEAD : over.equals("BESIDE") ? Over.BESIDE : null);
            return shown(taken);
        } catch (Refused no) {
            return null;
        }
    }

    private Preview shown(Taken taken) {
        var named =
                pages.named(taken.turns().stream().map(Turn::account).distinct().toList());
        return new Preview(
                taken.turns().stream()
                        .limit(MOST_SHOWN)
                        .map(t -> new Shift(RotaPages.name(named, t.account()), t.from(), t.until()))
                        .toList(),
                taken.turns().size(),
                taken.problems().stream()
                        .limit(MOST_SHOWN)
                        .map(p -> new Unread(p.line(), p.why(), p.what()))
                        .toList(),
                taken.problems().size(),
                taken.over());
    }
}
