/**
 * Lawful disposal (<em>gallring</em>): a function with the mandate decides, with ground and decision, that the contents
 * of an entry of its own actor are removed.
 *
 * <p>Leans on: journal (which removes the body, in a database role of its own), access, incident, paper, web, live.
 *
 * <p>Surprise: the entry stays, with everything that rules and the gate read (author, time, kind, levels, colours,
 * codes, ids), so that the journal has no gap and no rule decides otherwise. Every text in it says instead that it was
 * disposed of. So everything that reads the journal shows this without knowing of disposal.
 */
@NullMarked
package se.samlad.disposal;

import org.jspecify.annotations.NullMarked;
