package se.samlad.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Journal;
import se.samlad.journal.Journal.Pick;
import se.samlad.live.Shell;

/** Search over incidents, actors and the latest rows of the logs, and the page of one entry. */
@Controller
public class Finding {

    /** How many of the newest entries, of all that the viewer may see, are looked through. */
    static final int LOOKED_THROUGH = 2_000;

    private static final int SHOWN = 50;

    /**
     * What was found in the logs.
     *
     * @param backTo when the oldest entry that was looked at was written; null: all were looked at
     */
    public record Rows(List<Log.Line> lines, @Nullable Instant backTo) {}

    private final Journal journal;
    private final Incidents incidents;
    private final Actors actors;
    private final Log log;

    Finding(Journal journal, Incidents incidents, Actors actors, Log log) {
        this.journal = journal;
        this.incidents = incidents;
        this.actors = actors;
        this.log = log;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Shell shell, Model model) {
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        boolean any = wanted.length() > 1;
        model.addAttribute("q", q);
        model.addAttribute("asked", any);
        model.addAttribute("incidents", any ? incidents(wanted, shell) : List.of());
        model.addAttribute("actors", any ? actors(wanted) : List.of());
        model.addAttribute("rows", any ? rows(q.strip(), shell) : new Rows(List.of(), null));
        return "desk/search";
    }

    private List<Incident> incidents(String wanted, Shell shell) {
        return incidents.list(shell.viewer(), true).stream()
                .filter(i -> i.title().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(SHOWN)
                .toList();
    }

    private List<Actor> actors(String wanted) {
        return actors.all().stream()
                .filter(a -> (a.nameSv() + ' ' + a.nameEn() + ' ' + a.shortName())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    private Rows rows(String q, Shell shell) {
        var viewer = shell.viewer();
        var filter = new Log.Filter(null, null, q);
        var newest = new Pick(null, List.of(), 0, 0, true, LOOKED_THROUGH);
        var entries = journal.list(newest, viewer);
        var found = new ArrayList<Log.Line>();
        for (var entry : entries) {
            if (found.size() == SHOWN) return new Rows(found, entry.recordedAt());
            log.tell(entry, viewer, shell.say()).filter(filter::lets).ifPresent(found::add);
        }
        return new Rows(
                found,
                entries.size() < LOOKED_THROUGH ? null : entries.getLast().recordedAt());
    }

    /** One entry with its envelope, for who may see it; its cursor is the receipt. */
    @GetMapping("/entries/{id}")
    String entry(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var entry = journal.find(id, viewer).orElseThrow(NotThere::new);
        var line = log.tell(entry, viewer, shell.say()).orElseThrow(NotThere::new);
        var incident = journal.view(Incident.VIEW, entry.stream(), viewer);
        model.addAttribute("line", log.withCorrection(line, viewer));
        model.addAttribute("incident", incident.exists() ? incident : null);
        model.addAttribute("receipt", journal.cursors().of(entry.position()));
        return "desk/entry";
    }
}
