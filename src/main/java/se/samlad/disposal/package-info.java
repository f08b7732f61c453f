/**
 * Lawful disposal (<em>gallring</em>): an actor's function with the mandate decides, with ground and decision, that what
 * an entry of its own says shall be gone.
 *
 * <p>Leans on: journal (which takes the body away, in a database role of its own), access, incident, web, live.
 *
 * <p>Surprise: the entry stays, with all that steers (who, when, of what kind, levels, colours, codes, ids), so that
 * nothing is a gap and no rule changes its mind; every text in it says instead that it is disposed of. So all that reads
 * the journal shows it without knowing of disposal.
 */
@NullMarked
package se.samlad.disposal;

import org.jspecify.annotations.NullMarked;
