/**
 * The journal: everything that is recorded, in one order, for ever.
 *
 * <p>It uses no other room. It knows facts and labels, but no domain. Its parts and classes: {@code docs/JOURNAL.md}.
 *
 * <p>Surprise: nothing here updates or deletes entries, and the database role could not. What is on a screen is a fold of
 * entries that passed the gate first, so a view can't leak what its reader was never given.
 */
@NullMarked
package se.samlad.journal;

import org.jspecify.annotations.NullMarked;
