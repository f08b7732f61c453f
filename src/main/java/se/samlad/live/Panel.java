package se.samlad.live;

import java.util.Map;
import java.util.UUID;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** A part of a page that is rendered on its own and sent again when it changed. Its root element's id is its name. */
public interface Panel {

    /** What a panel is about when it is about no stream: all streams that the viewer may see. */
    UUID EVERYTHING = new UUID(0, 0);

    /** For whom one rendering serves. */
    enum Scope {
        /** All who see the same of the stream: no form in it, nothing about who looks. */
        CLASS,
        /** All who act as the same function. */
        FUNCTION,
        /** One person. */
        PERSON
    }

    /** What it is rendered from. */
    record Ask(UUID subject, Viewer viewer, Say say, Typed typed) {}

    /** A template below {@code src/main/jte} and its parameters; {@code say}, {@code rows}, {@code once} are added. */
    record Content(String template, Map<String, Object> params) {}

    /** Unique, such as {@code report.board}. */
    String name();

    Scope scope();

    /** Whether the entry, in the panel's stream, may change it. */
    boolean concerns(Entry entry);

    /** @throws se.samlad.access.NotThere where the viewer may not see the subject */
    Content content(Ask ask);
}
