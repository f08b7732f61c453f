package se.samlad.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times that a picture is asked for.
 *
 * @param knew as it was known then; null: as it is known now
 * @param was as it was then; null: as it is now
 */
public record AsOf(@Nullable Instant knew, @Nullable Instant was) {

    static final AsOf NOW = new AsOf(null, null);

    boolean isNow() {
        return knew == null && was == null;
    }
}
