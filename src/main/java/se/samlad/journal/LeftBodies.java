package se.samlad.journal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks what disposal left: the leaf no longer covers such a body, but the leaf of the decision does. */
final class LeftBodies {

    private record Left(long position, String body) {}

    private final JsonMapper json = new JsonMapper();
    private final Map<UUID, Left> undecided = new HashMap<>();

    void check(StoredRow row) {
        if (row.disposed()) undecided.put(row.id(), new Left(row.position(), row.body()));
        else if (row.kind().equals(Disposed.KIND)) decided(row);
    }

    private void decided(StoredRow row) {
        try {
            var decision = json.readValue(row.body(), Disposed.class);
            undecided.computeIfPresent(
                    decision.entry(), (id, left) -> left.body().equals(decision.left()) ? null : left);
        } catch (JacksonException e) {
            return; // decides nothing, so that what it should have decided on is found below
        }
    }

    /** The first position whose body is gone without a decision, or is not what the decision left. */
    Optional<Long> firstWithoutDecision() {
        return undecided.values().stream().map(Left::position).min(Comparator.naturalOrder());
    }
}
