package se.samlad.live;

import se.samlad.journal.Cursors;
import se.samlad.journal.Entry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** An entry as programs get it, the same for all who may see it. */
public final class EntryJson {

    private static final JsonMapper JSON = new JsonMapper();

    private EntryJson() {}

    /** One line. {@code marking} is the author's choice, the default where it made none; {@code body} the stored fact. */
    public static String of(Entry entry, Cursors cursors) {
        var json = JSON.createObjectNode()
                .put("cursor", cursors.of(entry.position()))
                .put("id", entry.id().toString())
                .put("incident", entry.stream().toString())
                .put("subject", entry.subject().toString())
                .put("kind", entry.kind())
                .put("actor", entry.by().actor())
                .put("function", entry.by().function())
                .put("recordedAt", entry.recordedAt().toString())
                .put("occurredAt", entry.occurredAt().toString());
        var marking = entry.marking();
        json.putRawValue("marking", new RawValue(marking == null ? "{\"audience\":[\"incident\"]}" : marking));
        json.putRawValue("body", new RawValue(entry.body()));
        return json.toString();
    }
}
