/**
 * The journal: everything that is recorded, in one order, for ever.
 *
 * <p>Leans on nothing of ours. Knows facts and labels, but no domain.
 *
 * <p>Surprise: nothing here updates or deletes, and the database role could not. What is on the screen is a fold of
 * entries that passed the gate first, so a view can't leak what its reader was never given.
 */
@NullMarked
package se.samlad.journal;

import org.jspecify.annotations.NullMarked;
