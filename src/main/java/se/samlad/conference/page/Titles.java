package se.samlad.conference.page;

import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.incident.Sittings;
import se.samlad.web.Say;

/** What a conference's forum is called. */
final class Titles {

    private Titles() {}

    /** @param name its own name, or a standing forum's code; null: named after its level */
    static String forum(boolean standing, @Nullable Level level, @Nullable String name, Sittings sittings, Say say) {
        if (standing) return sittings.standing(name == null ? "" : name, say);
        return name == null ? say.text("forum.level." + level) : name;
    }
}
