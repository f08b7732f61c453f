package se.samlad.edition;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.incident.Incident;

/**
 * The edition that is to be made.
 *
 * @param incident null: the region's
 * @param affected the codes of the actors that it is for; null: it is not for those affected
 * @param before the one before it in its row; null: it is the first
 */
public record Chosen(
        Audience audience,
        @Nullable Incident incident,
        @Nullable Set<String> affected,
        @Nullable Edition before) {}
