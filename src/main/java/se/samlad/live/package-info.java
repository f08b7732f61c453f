/**
 * What changes on people's screens while they look: panels, rendered once for all who see the same, and the streams that
 * carry them (DESIGN §5).
 *
 * <p>Leans on: journal, access, web.
 *
 * <p>Surprise: a panel knows nothing of streams. It is rendered whole, and {@link Difference} finds the rows that
 * changed, so that what is sent is about a kilobyte and there is only one template for a thing.
 */
@NullMarked
package se.samlad.live;

import org.jspecify.annotations.NullMarked;
