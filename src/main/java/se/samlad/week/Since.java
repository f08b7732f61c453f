package se.samlad.week;

import java.time.Instant;
import java.util.Optional;
import se.samlad.access.Viewer;

/** From when on a note is new to the members: since the latest picture of the region went out to them (C6). */
public interface Since {

    /** Empty: none has gone out yet that the viewer may see. */
    Optional<Instant> since(Viewer viewer);
}
