package se.samlad.local;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/** Links a local incident to the regional one that it belongs to, and takes that back; for programs and forms. */
@RestController
class LocalApi {

    /** @param parent the id of the regional incident */
    record Linked(@Nullable UUID parent) {}

    /** @param parent the id of the one that it is linked to now */
    record Unlinked(@Nullable UUID parent, @Nullable String reason) {}

    private final Locals locals;

    LocalApi(Locals locals) {
        this.locals = locals;
    }

    @PostMapping("/api/incidents/{id}/parent")
    Recorded link(@PathVariable UUID id, @RequestBody Linked said, Acting by, Once once) {
        return locals.link(id, named(said.parent()), by, once);
    }

    @PostMapping("/api/incidents/{id}/parent/removal")
    Recorded unlink(@PathVariable UUID id, @RequestBody Unlinked said, Acting by, Once once) {
        return locals.unlink(id, named(said.parent()), said.reason(), by, once);
    }

    private static UUID named(@Nullable UUID parent) {
        if (parent == null) throw new Refused("text.missing", "parent").at("parent");
        return parent;
    }
}
