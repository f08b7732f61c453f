package se.samlad.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.casework.Cases;
import se.samlad.direction.AllDirections;
import se.samlad.direction.Direction;
import se.samlad.direction.Directions;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact.HandOver;
import se.samlad.incident.Incidents;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.live.Shell;
import se.samlad.report.Reports;
import se.samlad.report.Situation;
import se.samlad.resource.Resources;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Done;
import se.samlad.web.Typed;

/**
 * Ends activated mode, or a local incident, and hands over to ordinary forums what is left (I5, F5). Measures that were begun and not carried out
 * must be handed over. Other measures and needs may be; else they end with the incident.
 */
@Controller
public class StandDown {

    /**
     * Something that is left when activated mode ends.
     *
     * @param id a measure's, or that of the entry that states a need
     * @param actors the codes of those whose it is
     * @param begun whether it is a measure that was begun: it must be handed over
     */
    public record Left(String id, Kind kind, String what, List<String> actors, boolean begun) {

        public enum Kind {
            /** Somebody stands behind it and has not carried it out. */
            MEASURE,
            /** Nobody stands behind it. */
            PROPOSED,
            NEED,
            /** Something lent that is not back: it goes on in ordinary mode. */
            LOAN
        }

        /** Whether it is handed over as a need is. */
        public boolean isNeed() {
            return kind == Kind.NEED || kind == Kind.LOAN;
        }

        private static Left loan(se.samlad.resource.Need need) {
            var actors = Stream.concat(
                            need.loans().entrySet().stream()
                                    .filter(each -> each.getValue().accepted()
                                            > each.getValue().returned())
                                    .map(Map.Entry::getKey)
                                    .sorted(),
                            Stream.of(need.by().actor()))
                    .toList();
            int many = need.sum(loan -> loan.accepted() - loan.returned());
            return new Left(
                    need.id().toString(), Kind.LOAN, many + " " + need.raised().what(), actors, false);
        }

        /** The needs in the log and those the actors stand by, each as far as all who see the incident may see it. */
        static Stream<Left> needs(Situation situation) {
            var rows = situation.needs().values().stream()
                    .flatMap(List::stream)
                    .filter(need -> isShared(need.marking()))
                    .map(need ->
                            need(need.entry().toString(), need.text(), need.by().actor()));
            var reported = situation.byUnit().values().stream()
                    .filter(said -> isShared(said.since("needs").marking()))
                    .flatMap(said -> Stream.ofNullable(said.said().needs())
                            .map(text -> need(said.entry().toString(), text, said.actor())));
            return Stream.concat(reported, rows);
        }

        private static Left need(String id, String text, String actor) {
            return new Left(id, Kind.NEED, text, List.of(actor), false);
        }

        private static boolean isShared(@Nullable String marking) {
            var chosen = Marking.of(marking);
            return chosen.isDefault() || chosen.who().contains("public");
        }
    }

    /** @param to the code of a standing forum; null: what is named ends with the incident */
    record To(
            @Nullable String measure,
            @Nullable String need,
            @Nullable String to) {}

    record Ending(@Nullable String reason, @Nullable List<@Nullable To> handOver) {}

    /** The rooms that what is left lies in. */
    @Component
    record Rooms(Directions directions, Reports reports, Resources resources) {}

    private final Incidents incidents;
    private final Directions directions;
    private final Reports reports;
    private final Resources resources;
    private final OrdinaryForums forums;
    private final Cases cases;

    StandDown(Incidents incidents, Rooms rooms, OrdinaryForums forums, Cases cases) {
        this.incidents = incidents;
        this.directions = rooms.directions();
        this.reports = rooms.reports();
        this.resources = rooms.resources();
        this.forums = forums;
        this.cases = cases;
    }

    @GetMapping("/incidents/{id}/stand-down")
    String page(@PathVariable UUID id, Shell shell, Model model) {
        var left = left(id, shell.viewer(), directions.openMeasures(id, shell.viewer()));
        var incident = incidents.get(id, shell.viewer());
        model.addAttribute("incident", incident);
        model.addAttribute("left", left);
        model.addAttribute("drawn", drawn(left));
        model.addAttribute("chosen", chosen(id, shell.typed()));
        model.addAttribute("standing", forums.going());
        model.addAttribute(
                "may", shell.viewer().acting().filter(incident::mayBeEndedBy).isPresent());
        return "desk/stand-down";
    }

    /** The new homes that were chosen in a refused form, by what they were chosen for: the list may be another by now. */
    private static Map<String, String> chosen(UUID id, Typed typed) {
        var form = form(id);
        var chosen = new HashMap<String, String>();
        for (int i = 0; typed.has(form, "handOver[" + i + "].to"); i++) {
            var row = "handOver[" + i + "].";
            var to = typed.value(form, row + "to");
            chosen.put(typed.value(form, row + "measure", typed.value(form, row + "need")), to);
        }
        return chosen;
    }

    public static String form(UUID incident) {
        return "stand-down-" + incident;
    }

    /** @param from what was left when the form was drawn: nothing ends unseen */
    @PostMapping("/api/incidents/{id}/stand-down")
    @ResponseBody
    Done end(@PathVariable UUID id, @RequestBody Ending ending, DrawnFrom from, Acting by, Once once) {
        incidents.get(id, by.viewer());
        var over = handedOver(id, ending.handOver(), by.viewer());
        var recorded = incidents.standDown(
                id,
                ending.reason(),
                over,
                facing -> begun(facing, id, from, by.viewer()),
                incident -> cases.handedOver(incident, over),
                by,
                once);
        return new Done(recorded, "/incidents/" + id);
    }

    private Set<String> begun(Verb.Facing facing, UUID id, DrawnFrom from, Viewer viewer) {
        var left = left(id, viewer, directions.openMeasures(facing, id, viewer));
        from.mustBe(drawn(left));
        return left.stream().filter(Left::begun).map(Left::id).collect(Collectors.toSet());
    }

    /** Equal exactly when the same is left. */
    private static UUID drawn(List<Left> left) {
        var ids = left.stream().map(Left::id).sorted().collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * All that is left and that everybody who sees the incident may see: begun measures first, then those that nobody
     * has begun or accepted, then needs. What is narrower is not handed over: it does not prevent the stand-down, and
     * the stand-down does not reveal it.
     */
    private List<Left> left(UUID id, Viewer viewer, List<AllDirections.Open> open) {
        var incident = incidents.get(id, viewer);
        var shared = shared(incident, viewer);
        var ids = shared.stream().map(Direction::id).collect(Collectors.toSet());
        var measures = open.stream()
                .filter(each -> ids.contains(each.direction()))
                .map(each -> new Left(
                        each.measure().toString(), Left.Kind.MEASURE, each.what(), each.actors(), each.begun()));
        var nobodys = shared.stream().flatMap(StandDown::acceptedByNobody);
        var needs = Left.needs(reports.in(id, viewer, null));
        return Stream.of(measures, nobodys, needs, loans(incident, viewer))
                .flatMap(each -> each)
                .toList();
    }

    private Stream<Left> loans(Incident incident, Viewer viewer) {
        return resources.stillLent(incident.id(), viewer).stream()
                .filter(need -> incident.isSharedWith(need.labels()))
                .map(Left::loan);
    }

    private List<Direction> shared(Incident incident, Viewer viewer) {
        return directions.in(incident.id(), viewer, null).list().stream()
                .filter(direction -> incident.isSharedWith(direction.labels()))
                .toList();
    }

    private static Stream<Left> acceptedByNobody(Direction direction) {
        boolean proposed = direction.state() == Direction.State.PROPOSED;
        if (!proposed && direction.state() != Direction.State.AGREED) return Stream.empty();
        return direction.said().measures().stream()
                .filter(measure -> {
                    var behind = direction.behind(measure);
                    return behind.accepts().isEmpty() && behind.adapts().isEmpty();
                })
                .map(measure -> new Left(
                        measure.id().toString(), Left.Kind.PROPOSED, measure.what(), measure.concerned(), false));
    }

    /**
     * @throws Refused desk.no-such-measure or desk.no-such-forum, with the code; a second hand-over of the same counts
     *     as unknown
     */
    private List<HandOver> handedOver(UUID id, @Nullable List<@Nullable To> asked, Viewer viewer) {
        var what = names(id, viewer);
        var takingOver = forums.going();
        var over = new ArrayList<HandOver>();
        for (var each : asked == null ? List.<@Nullable To>of() : asked) {
            var named = each == null ? null : each.measure() == null ? each.need() : each.measure();
            if (each == null || named == null) throw new Refused("desk.no-such-measure", "null");
            var text = what.remove(named);
            if (text == null) throw new Refused("desk.no-such-measure", named);
            var to = each.to();
            if (to == null) continue;
            if (takingOver.stream().noneMatch(forum -> forum.code().equals(to)))
                throw new Refused("desk.no-such-forum", to);
            over.add(new HandOver(named, text, to));
        }
        return over;
    }

    /** What may be handed over, by id. */
    private Map<String, String> names(UUID id, Viewer viewer) {
        var what = new HashMap<String, String>();
        for (var direction : shared(incidents.get(id, viewer), viewer))
            for (var measure : direction.said().measures())
                what.put(measure.id().toString(), measure.what());
        Left.needs(reports.in(id, viewer, null)).forEach(need -> what.put(need.id(), need.what()));
        loans(incidents.get(id, viewer), viewer).forEach(loan -> what.put(loan.id(), loan.what()));
        return what;
    }
}
