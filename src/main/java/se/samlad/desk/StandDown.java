package se.samlad.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.AllDirections;
import se.samlad.direction.Directions;
import se.samlad.forum.StandingForums;
import se.samlad.incident.IncidentFact.HandOver;
import se.samlad.incident.Incidents;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.live.Shell;
import se.samlad.web.Done;

/**
 * Ends activated mode and hands open measures over to ordinary forums (I5). Measures that were begun and not carried
 * out must be handed over. Measures that were only agreed may be; else they end with the incident.
 */
@Controller
class StandDown {

    /** @param to the code of a standing forum; null: the measure ends with the incident */
    record To(@Nullable String measure, @Nullable String to) {}

    record Ending(@Nullable String reason, @Nullable List<@Nullable To> handOver) {}

    private final Incidents incidents;
    private final Directions directions;
    private final StandingForums standing;

    StandDown(Incidents incidents, Directions directions, StandingForums standing) {
        this.incidents = incidents;
        this.directions = directions;
        this.standing = standing;
    }

    @GetMapping("/incidents/{id}/stand-down")
    String page(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        model.addAttribute("open", shared(directions.openMeasures(id, shell.viewer()), id, shell.viewer()));
        model.addAttribute("standing", standing.all());
        model.addAttribute("may", shell.viewer().mayConvene());
        return "desk/stand-down";
    }

    @PostMapping("/api/incidents/{id}/stand-down")
    @ResponseBody
    Done end(@PathVariable UUID id, @RequestBody Ending ending, Acting by, Once once) {
        incidents.get(id, by.viewer());
        var over = handedOver(id, ending.handOver(), by.viewer());
        var recorded =
                incidents.standDown(id, ending.reason(), over, facing -> begun(facing, id, by.viewer()), by, once);
        return new Done(recorded, "/incidents/" + id);
    }

    private Set<String> begun(Verb.Facing facing, UUID id, Viewer viewer) {
        var begun = new HashSet<String>();
        for (var open : shared(directions.openMeasures(facing, id, viewer), id, viewer)) {
            if (open.begun()) begun.add(open.measure().toString());
        }
        return begun;
    }

    private List<AllDirections.Open> shared(List<AllDirections.Open> all, UUID id, Viewer viewer) {
        var shared = measures(id, viewer).keySet();
        return all.stream()
                .filter(open -> shared.contains(open.measure().toString()))
                .toList();
    }

    /**
     * @throws Refused desk.no-such-measure or desk.no-such-forum, with the code; a second hand-over of a measure counts
     *     as unknown
     */
    private List<HandOver> handedOver(UUID id, @Nullable List<@Nullable To> asked, Viewer viewer) {
        var what = measures(id, viewer);
        var over = new ArrayList<HandOver>();
        for (var each : asked == null ? List.<@Nullable To>of() : asked) {
            if (each == null || each.measure() == null) throw new Refused("desk.no-such-measure", "null");
            var measure = each.measure();
            var text = what.remove(measure);
            if (text == null) throw new Refused("desk.no-such-measure", measure);
            var to = each.to();
            if (to == null) continue;
            if (standing.find(to).isEmpty()) throw new Refused("desk.no-such-forum", to);
            over.add(new HandOver(measure, text, to));
        }
        return over;
    }

    /**
     * The measures that everybody who sees the incident may see, by id. Narrower ones are not handed over: they do not
     * prevent the stand-down, and it does not reveal them.
     */
    private Map<String, String> measures(UUID id, Viewer viewer) {
        var incident = incidents.get(id, viewer);
        var what = new HashMap<String, String>();
        for (var direction : directions.in(id, viewer, null).list()) {
            if (!incident.isSharedWith(direction.labels())) continue;
            for (var measure : direction.said().measures())
                what.put(measure.id().toString(), measure.what());
        }
        return what;
    }
}
