/**
 * Live updates of screens: panels, rendered once for all who see the same, and the streams that carry them (DESIGN §5).
 *
 * <p>Leans on: journal, access, web.
 *
 * <p>Surprise: a panel knows nothing of streams. It is rendered whole, and {@link Difference} finds the rows that
 * changed. So an update is about a kilobyte, and each thing needs only one template.
 */
@NullMarked
package se.samlad.live;

import org.jspecify.annotations.NullMarked;
