package se.samlad.reach;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.reach.Paths.Path;

/** How functions are reached, and how the channels do, for programs and forms. */
@RestController
class PathApi {

    /** @param paths in the order in which they are tried; they replace the earlier ones */
    record Setting(@Nullable List<Addresses.Typed> paths) {}

    private final Reaching reaching;
    private final Channels channels;
    private final Actors actors;

    PathApi(Reaching reaching, Channels channels, Actors actors) {
        this.reaching = reaching;
        this.channels = channels;
        this.actors = actors;
    }

    /** By the function's name. */
    @GetMapping("/api/actors/{code}/paths")
    Map<String, List<Path>> paths(@PathVariable String code, Viewer viewer) {
        var actor = actors.get(code);
        if (!viewer.isMember() && !viewer.isOf(code)) throw new NotThere();
        var all = new java.util.TreeMap<String, List<Path>>();
        reaching.paths().byFunction().forEach((function, known) -> {
            if (function.startsWith(actor.code() + "/"))
                all.put(function.substring(actor.code().length() + 1), known.paths());
        });
        return all;
    }

    @PostMapping("/api/actors/{code}/functions/{function}/paths")
    Recorded set(
            @PathVariable String code,
            @PathVariable String function,
            @RequestBody Setting said,
            DrawnFrom from,
            Acting by,
            Once once) {
        return reaching.set(code, function, said.paths() == null ? List.of() : said.paths(), from, by, once);
    }

    /** How the channels do: every member sees it (R4). */
    @GetMapping("/api/channels")
    List<Channels.Doing> channels(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        return channels.all();
    }
}
