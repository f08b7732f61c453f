package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Outdated;

/** What happened meanwhile to what a request is about: others changed the text, or its sender was released. */
@Component
class Meantime {

    private final ObjectProvider<Journal> journal;
    private final Asking asking;
    private final List<Worded> rooms;
    private final ActorNames names;
    private final List<Parted> parted;

    Meantime(
            ObjectProvider<Journal> journal, Asking asking, List<Worded> rooms, ActorNames names, List<Parted> parted) {
        this.journal = journal;
        this.asking = asking;
        this.rooms = rooms;
        this.names = names;
        this.parted = parted;
    }

    /** Both versions of the text, found through the gate, and what differs. */
    Meanwhile between(Outdated no, HttpServletRequest request, Say say) {
        var viewer = asking.viewer(request);
        var after = find(no.now(), viewer);
        var head = after.map(entry -> say.text(
                        "error.outdated.by",
                        names.shortName(entry.by().actor(), say.language()),
                        say.time(entry.recordedAt())))
                .orElseGet(() -> say.text("error.outdated"));
        return new Meanwhile(
                no.drawnFrom(), no.now(), head, fields(find(no.drawnFrom(), viewer), say), fields(after, say));
    }

    /** What ended the sender's sight of the page, where that was its own part in something. */
    Optional<String> parted(HttpServletRequest request, Say say) {
        try {
            var viewer = asking.viewer(request);
            var path = Errors.address(request);
            return parted.stream()
                    .flatMap(room -> room.why(path, viewer, say).stream())
                    .findFirst();
        } catch (WhichFunction no) {
            return Optional.empty();
        }
    }

    private Optional<Entry> find(UUID entry, Viewer viewer) {
        return journal.getObject().find(entry, viewer);
    }

    private List<Worded.Field> fields(Optional<Entry> entry, Say say) {
        return entry.stream()
                .flatMap(each -> rooms.stream().flatMap(room -> room.fields(each, say).stream()))
                .toList();
    }
}
