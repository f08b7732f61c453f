package se.samlad.region;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file gave: a region, or what is wrong with the file.
 *
 * @param region null where there are mistakes
 * @param mistakes by line; empty where there is a region
 */
public record Parsed(@Nullable Region region, List<Mistake> mistakes) {

    public boolean isSound() {
        return region != null;
    }

    /** @throws NullPointerException where there are mistakes */
    public Region sound() {
        return Objects.requireNonNull(region);
    }
}
