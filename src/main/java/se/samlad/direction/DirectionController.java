package se.samlad.direction;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.journal.Once;
import se.samlad.live.Shell;
import se.samlad.web.Say;
import se.samlad.web.Seen;

/** Directions for people: to read aloud, to put forward, to answer, to carry out. */
@Controller
class DirectionController {

    private static final int BLANK_ROWS = 3;

    private final Directions directions;
    private final PreparedDirections prepared;
    private final Incidents incidents;
    private final Actors actors;
    private final Seen seen;

    DirectionController(
            Directions directions, PreparedDirections prepared, Incidents incidents, Actors actors, Seen seen) {
        this.directions = directions;
        this.prepared = prepared;
        this.incidents = incidents;
        this.actors = actors;
        this.seen = seen;
    }

    @GetMapping("/incidents/{id}/direction")
    String page(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        return "direction/page";
    }

    /** One version, with what changed in it and who stood behind it. */
    @GetMapping("/directions/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var direction = directions.get(id, viewer);
        var incident = incidents.get(direction.incident(), viewer);
        model.addAttribute("incident", incident);
        model.addAttribute("all", directions.in(incident.id(), viewer, null));
        model.addAttribute("direction", direction);
        model.addAttribute("concerned", directions.concerned(direction, viewer));
        model.addAttribute("prepared", prepared.list(viewer));
        model.addAttribute("named", new Named(actors, shell.say()));
        model.addAttribute("clock", shell.say().at(incident.clock(shell.say().now())));
        return "direction/one";
    }

    @GetMapping("/prepared")
    String shelf(Shell shell, Model model) {
        model.addAttribute("prepared", prepared.list(shell.viewer()));
        return "direction/shelf";
    }

    @GetMapping("/prepared/{code}")
    String prepared(@PathVariable String code, Shell shell, Model model) {
        model.addAttribute("direction", prepared.get(code, shell.viewer()));
        model.addAttribute("named", new Named(actors, shell.say()));
        model.addAttribute("incidents", incidents.open(shell.viewer()));
        return "direction/prepared";
    }

    /** The form for a new direction: empty, from a prepared one (D2), or from the one that it is the next version of. */
    @GetMapping("/incidents/{id}/direction/propose")
    String form(
            @PathVariable UUID id,
            @RequestParam(name = "prepared", required = false) @Nullable String code,
            @RequestParam(name = "from", required = false) @Nullable UUID from,
            Shell shell,
            Model model) {
        var viewer = shell.viewer();
        var named = new Named(actors, shell.say());
        model.addAttribute("incident", incidents.get(id, viewer));
        var start = from != null
                ? ProposalForm.next(directions.get(from, viewer))
                : code != null && !code.isBlank()
                        ? ProposalForm.of(
                                prepared.get(code, viewer), shell.say().isSwedish())
                        : new ProposalForm(null, "", null, null, null, null, null, null, null);
        model.addAttribute("start", start);
        model.addAttribute("name", "propose-" + id);
        model.addAttribute("measures", measureRows(start, shell, "propose-" + id, named));
        model.addAttribute("messages", messageRows(start, shell, "propose-" + id));
        model.addAttribute("forums", directions.forums(id, viewer));
        model.addAttribute("prepared", prepared.list(viewer));
        model.addAttribute("named", named);
        return "direction/propose";
    }

    private static List<ProposalForm.MeasureRow> measureRows(
            ProposalForm start, Shell shell, String form, Named named) {
        var rows = new ArrayList<ProposalForm.MeasureRow>();
        var typed = typed(shell, form, "who");
        for (int i = 0; i < typed.size(); i++)
            rows.add(new ProposalForm.MeasureRow(
                    typed.get(i), at(typed(shell, form, "what"), i), at(typed(shell, form, "phase"), i)));
        if (typed.isEmpty())
            orNone(start.measures())
                    .forEach(m -> rows.add(new ProposalForm.MeasureRow(named.who(m), text(m.what()), text(m.phase()))));
        for (int i = 0; i < BLANK_ROWS && rows.size() < Directing.MEASURES; i++)
            rows.add(new ProposalForm.MeasureRow("", "", ""));
        return rows;
    }

    private static List<ProposalForm.MessageRow> messageRows(ProposalForm start, Shell shell, String form) {
        var rows = new ArrayList<ProposalForm.MessageRow>();
        var typed = typed(shell, form, "message");
        for (int i = 0; i < typed.size(); i++)
            rows.add(new ProposalForm.MessageRow(at(typed(shell, form, "audience"), i), typed.get(i)));
        if (typed.isEmpty())
            orNone(start.messages())
                    .forEach(m -> rows.add(new ProposalForm.MessageRow(text(m.audience()), text(m.text()))));
        rows.add(new ProposalForm.MessageRow("", ""));
        return rows;
    }

    private static List<String> typed(Shell shell, String form, String field) {
        return shell.typed().form().equals(form) ? shell.typed().values().getOrDefault(field, List.of()) : List.of();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String at(List<String> list, int index) {
        return index < list.size() ? text(list.get(index)) : "";
    }

    @PostMapping("/incidents/{id}/directions")
    String propose(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            Acting by,
            Once once,
            Say say,
            HttpServletResponse response) {
        var recorded = directions.propose(id, read(fields, new Named(actors, say)), by, once);
        return seen.at("/directions/" + recorded.id(), recorded, response);
    }

    static ProposalForm read(MultiValueMap<String, String> fields, Named named) {
        var measures = new ArrayList<ProposalForm.Measure>();
        var whats = fields.getOrDefault("what", List.of());
        for (int i = 0; i < whats.size(); i++) {
            var who = at(fields.getOrDefault("who", List.of()), i);
            if (whats.get(i).isBlank() && who.isBlank()) continue;
            var phase = at(fields.getOrDefault("phase", List.of()), i);
            var m = named.measure(who, whats.get(i));
            measures.add(
                    new ProposalForm.Measure(null, m.actors(), m.groups(), m.what(), phase.isBlank() ? null : phase));
        }
        var messages = new ArrayList<ProposalForm.Message>();
        var texts = fields.getOrDefault("message", List.of());
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) continue;
            messages.add(new ProposalForm.Message(at(fields.getOrDefault("audience", List.of()), i), texts.get(i)));
        }
        return new ProposalForm(
                id(fields, "forum").orElse(null),
                text(fields.getFirst("aim")),
                lines(fields, "priorities"),
                lines(fields, "limits"),
                measures,
                messages,
                one(fields, "prepared").orElse(null),
                id(fields, "replaces").orElse(null),
                null);
    }

    private static List<String> lines(MultiValueMap<String, String> fields, String field) {
        return one(fields, field).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Optional<String> one(MultiValueMap<String, String> fields, String field) {
        return Optional.ofNullable(fields.getFirst(field)).filter(text -> !text.isBlank());
    }

    private static Optional<UUID> id(MultiValueMap<String, String> fields, String field) {
        try {
            return one(fields, field).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new se.samlad.journal.Refused("direction.no-such-" + (field.equals("forum") ? "forum" : "direction"));
        }
    }

    @PostMapping("/directions/{id}/agreement")
    String agree(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "/") String page,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at(Seen.local(page), directions.agree(id, reason, by, once), response);
    }

    @PostMapping("/directions/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "/") String page,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at(Seen.local(page), directions.withdraw(id, reason, by, once), response);
    }

    @PostMapping("/directions/{id}/stances")
    String answer(
            @PathVariable UUID id,
            @RequestParam(required = false) DirectionFact.@Nullable Stance stance,
            @RequestParam(required = false) @Nullable UUID measure,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "/") String page,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at(Seen.local(page), directions.answer(id, stance, measure, reason, by, once), response);
    }

    @PostMapping("/directions/{id}/measures/{measure}/progress")
    String tell(
            @PathVariable UUID id,
            @PathVariable UUID measure,
            @RequestParam(required = false) DirectionFact.@Nullable Progress state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "/") String page,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at(Seen.local(page), directions.tell(id, measure, state, text, by, once), response);
    }
}
