package se.samlad.web;

import java.util.Optional;
import se.samlad.access.Viewer;

/** Says to one who may no longer see a page what ended that, where it is the reader's own part in something. */
public interface Parted {

    /** @param path of the page; empty where the viewer has not parted from anything there */
    Optional<String> why(String path, Viewer viewer, Say say);
}
