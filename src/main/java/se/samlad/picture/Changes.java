package se.samlad.picture;

import java.util.Comparator;
import java.util.List;
import se.samlad.report.Situation;
import se.samlad.report.Stated;

/** The changes from an earlier situation to a later one. Pure. */
public final class Changes {

    /** @param from the status before the report; NONE: it is the first that the reader may see */
    public record Change(Shade from, Stated now) {

        public Shade to() {
            return Shade.of(now.status());
        }

        public boolean turned() {
            return from != to();
        }
    }

    private Changes() {}

    /** New reports and corrections, the latest recorded first; "nothing new" is no change. */
    static List<Change> between(Situation before, Situation now) {
        return now.byUnit().entrySet().stream()
                .filter(e -> {
                    var was = before.byUnit().get(e.getKey());
                    return was == null || !was.entry().equals(e.getValue().entry());
                })
                .map(e -> new Change(Shade.of(e.getValue().before()), e.getValue()))
                .sorted(Comparator.comparing((Change c) -> c.now().recordedAt())
                        .reversed()
                        .thenComparing(c -> c.now().key()))
                .toList();
    }
}
