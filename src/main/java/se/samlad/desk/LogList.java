package se.samlad.desk;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.incident.Telling.Kind;
import se.samlad.journal.Journal;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Say;

/** The log as a list: to sort, to print, and to download as a file. */
@Controller
class LogList {

    private final Incidents incidents;
    private final Actors actors;
    private final Log log;
    private final Lists lists;
    private final Journal journal;

    LogList(Incidents incidents, Actors actors, Log log, Lists lists, Journal journal) {
        this.incidents = incidents;
        this.actors = actors;
        this.log = log;
        this.lists = lists;
        this.journal = journal;
    }

    @GetMapping("/incidents/{id}/log")
    @Nullable
    String list(@PathVariable UUID id, Shell shell, Model model, Lists.Request asked) throws IOException {
        var incident = incidents.get(id, shell.viewer());
        model.addAttribute("incident", incident);
        var rows = all(id, shell.viewer(), shell.say());
        return lists.answer(listing(id), rows, asked, model, "desk/log-list");
    }

    /** All rows, newest first. They are read one page at a time. */
    private Stream<Log.Line> all(UUID incident, Viewer viewer, Say say) {
        var first = Optional.of(log.read(incident, Log.Filter.NONE, 0, viewer, say));
        return Stream.iterate(first, Optional::isPresent, page -> page.flatMap(p -> older(incident, p, viewer, say)))
                .flatMap(page -> page.orElseThrow().lines().stream());
    }

    private Optional<Log.Page> older(UUID incident, Log.Page page, Viewer viewer, Say say) {
        return Optional.ofNullable(page.older())
                .map(cursor -> journal.cursors().position(cursor).orElseThrow())
                .map(before -> log.read(incident, Log.Filter.NONE, before, viewer, say));
    }

    private Listing<Log.Line> listing(UUID incident) {
        return new Listing<>(
                "/incidents/" + incident + "/log",
                "log",
                List.of(
                        Column.of("happened", (line, say) -> line.entry().occurredAt()),
                        Column.of("written", (line, say) -> line.written()),
                        Column.<Log.Line>of("actor", (line, say) -> line.by()).chosenBy(ofActors()),
                        Column.<Log.Line>of("kind", (line, say) -> line.row().word())
                                .chosenBy(ofKinds()),
                        Column.of("status", (line, say) -> {
                            var status = line.row().status();
                            return status == null ? null : say.text("status." + status);
                        }),
                        Column.of("text", (line, say) -> line.row().text()),
                        Column.of("more", (line, say) -> line.row().all()),
                        Column.of("shared", (line, say) -> {
                            var shared = line.shared();
                            return shared == null ? null : String.join(", ", shared.with());
                        })));
    }

    private List<Choice<Log.Line>> ofActors() {
        return actors.all().stream()
                .map(actor -> new Choice<Log.Line>(
                        actor.code(),
                        say -> actor.shortName(say.language()),
                        line -> line.entry().by().actor().equals(actor.code())))
                .toList();
    }

    private static List<Choice<Log.Line>> ofKinds() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.OTHER)
                .map(kind -> new Choice<Log.Line>(
                        kind.name(),
                        say -> say.text("desk.kind." + kind),
                        line -> line.row().kind() == kind))
                .toList();
    }
}
