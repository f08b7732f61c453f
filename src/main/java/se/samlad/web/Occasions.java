package se.samlad.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samlad.access.Viewer;
import se.samlad.journal.Labels;

/** A room's occasions on which something that was learnt is put to the test: incidents, exercises, test calls (G5). */
public interface Occasions {

    /**
     * One occasion.
     *
     * @param title in the reader's language
     * @param page the path of its page
     * @param openTo the labels whose holders see it
     */
    record Occasion(UUID id, Function<Say, String> title, String page, Instant at, List<String> openTo) {

        /** Whether everybody who sees something with these labels sees the occasion too. */
        public boolean isSharedWith(Labels labels) {
            return openTo.contains("members") && !labels.all().contains(Labels.PUBLIC)
                    || openTo.containsAll(labels.all());
        }
    }

    /** Empty also where the viewer may not see it. */
    Optional<Occasion> find(UUID id, Viewer viewer);

    /** Those that the viewer may see, the latest first; lazy, so that only as many are looked at as are read. */
    Stream<Occasion> latest(Viewer viewer);
}
