package se.samlad.local;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for linking a local incident to a regional one (F5). Pure: no clock, no database, no Spring. */
final class Linking {

    private Linking() {}

    /** An incident with what it is linked to, as the acting one may see it. */
    record Side(Incident incident, Links links) {}

    /**
     * Links a local incident to the regional one that it belongs to. There is one above it, and nothing above that.
     *
     * @throws NotMandated local.whose
     * @throws Refused incident.ended, local.not-local, local.itself, local.linked-already, local.has-locals,
     *     local.parent-ended, local.parent-local, local.exercise
     */
    static LocalFact.Linked link(Side local, Side parent, Acting by) {
        var below = local.incident();
        var above = parent.incident();
        if (!below.isSignalledBy(by)) throw new NotMandated("local.whose");
        below.mustGoOn();
        if (below.id().equals(above.id())) throw new Refused("local.itself").at("parent");
        if (below.state() != Incident.State.LOCAL) throw new Refused("local.not-local");
        if (local.links().parent() != null) throw new Refused("local.linked-already").at("parent");
        if (!local.links().locals().isEmpty()) throw new Refused("local.has-locals").at("parent");
        if (!above.isOpen()) throw new Refused("local.parent-ended").at("parent");
        if (above.state() == Incident.State.LOCAL || parent.links().parent() != null)
            throw new Refused("local.parent-local").at("parent");
        if (below.isExercise() != above.isExercise()) throw new Refused("local.exercise").at("parent");
        return new LocalFact.Linked(below.id(), above.id());
    }

    /**
     * Takes the link back: also after an end, since it mends a mistake.
     *
     * @throws NotMandated local.whose
     * @throws Refused local.not-linked, text.missing and text.too-long for the reason (C5)
     */
    static LocalFact.Unlinked unlink(Side local, UUID parent, @Nullable String reason, Acting by) {
        if (!local.incident().isSignalledBy(by)) throw new NotMandated("local.whose");
        if (!parent.equals(local.links().parent())) throw new Refused("local.not-linked").at("parent");
        return new LocalFact.Unlinked(local.incident().id(), parent, Plain.text(reason, "reason"));
    }
}
