package se.samlad.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Entry;

/** A room's part of comparing two versions of a text: what an entry of the room says, field by field. */
public interface Worded {

    /**
     * One field.
     *
     * @param name as in the API and in the form
     * @param label in the reader's language
     * @param text in the reader's language; empty where the entry leaves it out
     */
    record Field(String name, String label, String text) {
        public static Field of(String name, String label, @Nullable String text) {
            return new Field(name, label, text == null ? "" : text);
        }
    }

    /** In the order of the form; empty for an entry of another room, and for one without text. */
    List<Field> fields(Entry entry, Say say);
}
