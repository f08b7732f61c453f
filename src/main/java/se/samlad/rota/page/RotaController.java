package se.samlad.rota.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.credential.Persons.Person;
import se.samlad.live.Shell;
import se.samlad.rota.Duties;
import se.samlad.rota.RotaFact.Kind;

/** The pages of the rota. */
@Controller
public class RotaController {

    /** Somebody who may be planned. Read by the templates, as all below. */
    public record Known(String account, String name) {}

    /** A shift or a pattern that is planned. @param read whether a calendar says so @param takes whether the reader may take it away */
    public record Planned(
            UUID id,
            Function function,
            List<String> people,
            Instant from,
            Instant until,
            int days,
            @Nullable Instant end,
            boolean read,
            boolean takes) {}

    /** Whether somebody should be on duty in a function. */
    public record Need(Function function, boolean always, Kind kind) {}

    private final RotaPages pages;
    private final Duties duties;
    private final SubscriptionController subscriptions;

    RotaController(RotaPages pages, SubscriptionController subscriptions) {
        this.pages = pages;
        this.subscriptions = subscriptions;
        this.duties = pages.duties();
    }

    @GetMapping("/rota")
    String rota(Shell shell, Model model) {
        var viewer = shell.viewer();
        if (viewer.function().isEmpty()) throw new NotMandated("duty.no-function");
        model.addAttribute("page", pages.of(viewer, shell.say()));
        model.addAttribute("sources", subscriptions.shown(viewer));
        model.addAttribute("plans", pages.plannable(viewer).stream().anyMatch(f -> pages.mayPlan(f, viewer)));
        return "rota/rota";
    }

    /** @param function whose gap is to be filled, from when until when */
    @GetMapping("/rota/plan")
    String plan(
            @RequestParam(required = false) @Nullable String function,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            Shell shell,
            Model model) {
        var viewer = shell.viewer();
        var functions = pages.plannable(viewer);
        if (functions.isEmpty()) throw new NotMandated("rota.plan-mandate");
        boolean all = viewer.may(Mandate.ADMINISTER);
        var named = pages.named(functions.stream()
                .flatMap(f -> duties.rota().of(f.id()).shifts().stream())
                .flatMap(s -> s.said().people().stream())
                .distinct()
                .toList());
        model.addAttribute("functions", functions);
        model.addAttribute("people", all ? pages.known(functions) : List.of());
        model.addAttribute("planned", planned(functions, named, viewer));
        model.addAttribute("needs", all ? needs(functions) : List.of());
        model.addAttribute("function", function == null ? "" : function);
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        return "rota/plan";
    }

    private List<Need> needs(List<Function> functions) {
        return functions.stream()
                .map(f ->
                        new Need(f, duties.isNeeded(f), duties.rota().of(f.id()).kind()))
                .toList();
    }

    /** What has an effect from now on, the next one first. */
    private List<Planned> planned(List<Function> functions, Map<String, Person> named, Viewer viewer) {
        var now = duties.now();
        var all = new ArrayList<Planned>();
        for (var f : functions)
            for (var shift : duties.rota().of(f.id()).shifts()) {
                var coming = shift.between(now, now.plus(Duration.ofDays(400)));
                if (coming.isEmpty()) continue;
                var repeat = shift.repeat().orElse(null);
                all.add(new Planned(
                        shift.id(),
                        f,
                        shift.said().people().stream()
                                .map(a -> RotaPages.name(named, a))
                                .toList(),
                        coming.getFirst().from(),
                        coming.getFirst().until(),
                        repeat == null ? 0 : repeat.days(),
                        repeat == null ? null : repeat.end(),
                        duties.rota().of(f.id()).subscription(shift.id()).isPresent(),
                        viewer.may(Mandate.ADMINISTER) || shift.isOf(viewer.account())));
            }
        all.sort(Comparator.comparing(Planned::from).thenComparing(Planned::id));
        return all;
    }
}
