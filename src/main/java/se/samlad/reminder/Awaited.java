package se.samlad.reminder;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.web.Languages;
import se.samlad.web.Waiting;

/** What waits for a function, from all rooms, as far as it is reminded of it. */
@Component
class Awaited {

    private final Viewers viewers;
    private final Languages languages;
    private final List<Waiting> rooms;

    Awaited(Viewers viewers, Languages languages, List<Waiting> rooms) {
        this.viewers = viewers;
        this.languages = languages;
        this.rooms = rooms;
    }

    /** What the function's own page shows whoever holds it, so nothing that it may not see. */
    List<Waiting.Item> of(Function function) {
        var viewer = Viewer.of("", function, viewers.anybody()::grants);
        if (!viewer.isMember()) return List.of();
        var say = languages.in("sv");
        return rooms.stream()
                .flatMap(room -> room.reminds(viewer, say).stream())
                .toList();
    }
}
