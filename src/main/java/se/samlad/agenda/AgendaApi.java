package se.samlad.agenda;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;

/** The kinds of conference, for programs and forms. */
@RestController
@RequestMapping("/api" + AgendaPages.PATH)
class AgendaApi {

    /** @param version the entry that wrote it; null: it is as it was shipped */
    record Shown(Occasion kind, @Nullable UUID version, Outline outline, List<Earlier> versions) {

        static Shown of(Kinds.Kind kind) {
            var versions = kind.versions().stream()
                    .map(each -> new Earlier(each.entry(), each.by().actor(), each.at(), each.outline()))
                    .toList();
            return new Shown(kind.occasion(), kind.version(), kind.outline(), versions);
        }
    }

    record Earlier(UUID id, String actor, Instant at, Outline outline) {}

    private final Agendas agendas;

    AgendaApi(Agendas agendas) {
        this.agendas = agendas;
    }

    @GetMapping
    List<Shown> list(Viewer viewer) {
        return agendas.all().stream().map(Shown::of).toList();
    }

    @GetMapping("/{kind}")
    Shown get(@PathVariable Occasion kind, Viewer viewer) {
        return Shown.of(agendas.get(kind));
    }

    /** A new version, whole. Conferences that were called before keep theirs. */
    @PostMapping("/{kind}")
    Recorded write(
            @PathVariable Occasion kind, @RequestBody Outlining.Said said, DrawnFrom from, Acting by, Once once) {
        return agendas.write(kind, said, from, by, once);
    }
}
