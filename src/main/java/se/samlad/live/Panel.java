package se.samlad.live;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.web.Say;
import se.samlad.web.Typed;

/** A part of a page that is rendered alone and sent again when it changes. Its root element's id is its name. */
public interface Panel {

    /** The subject of a panel about all streams that the viewer may see. */
    UUID EVERYTHING = new UUID(0, 0);

    /** Whom one rendering serves. */
    enum Scope {
        /** All who see the same entries of the stream. The panel has no form and nothing about its reader. */
        CLASS,
        /** All who act as the same function. */
        FUNCTION,
        /** One person. */
        PERSON
    }

    /** What a panel is rendered from. */
    record Ask(UUID subject, Viewer viewer, Say say, Typed typed) {}

    /** A template below {@code src/main/jte} and its parameters; {@code say}, {@code rows}, {@code once} are added. */
    record Content(String template, Map<String, Object> params) {}

    /** A panel of these parts; see the methods of the same names. */
    static Panel of(String name, Scope scope, Predicate<Entry> concerns, Function<Ask, Content> content) {
        return new Made(name, scope, concerns, content, false);
    }

    /** As {@link #of}, and it looks beyond its own stream. */
    static Panel beyond(String name, Scope scope, Predicate<Entry> concerns, Function<Ask, Content> content) {
        return new Made(name, scope, concerns, content, true);
    }

    /** @see #of */
    record Made(String name, Scope scope, Predicate<Entry> about, Function<Ask, Content> shows, boolean looksBeyond)
            implements Panel {
        @Override
        public boolean concerns(Entry entry) {
            return about.test(entry);
        }

        @Override
        public Content content(Ask ask) {
            return shows.apply(ask);
        }
    }

    /** Unique, such as {@code report.board}. */
    String name();

    Scope scope();

    /** Whether the entry, of the panel's stream, may change the panel; see {@link #looksBeyond}. */
    boolean concerns(Entry entry);

    /**
     * Whether entries of other streams may change the panel too, so that {@link #concerns} is asked of them. A panel of scope
     * CLASS is kept until its own stream changes, and can't look beyond it.
     */
    default boolean looksBeyond() {
        return false;
    }

    /** @throws se.samlad.access.NotThere where the viewer may not see the subject */
    Content content(Ask ask);
}
