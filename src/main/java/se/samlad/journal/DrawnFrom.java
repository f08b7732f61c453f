package se.samlad.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The version of a text that an edit was made from, or that somebody vouches for, as its author saw it.
 *
 * @param entry the id of the entry that last changed the text; null: not stated, as by a program that changes whatever
 *     holds now
 */
public record DrawnFrom(@Nullable UUID entry) {

    public static final DrawnFrom UNSTATED = new DrawnFrom(null);

    public boolean isStated() {
        return entry != null;
    }

    /**
     * Refuses what was made from another version than the one that holds.
     *
     * @param now the id of the entry that last changed the text, as the one who acts may see it; null: there is no text
     * @throws Outdated if others have changed it meanwhile
     */
    public void mustBe(@Nullable UUID now) {
        if (entry != null && now != null && !entry.equals(now)) throw new Outdated(entry, now);
    }
}
