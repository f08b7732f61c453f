/**
 * What ends by itself when its time comes (a meeting that nobody held, a reminder, a link): recorded once, whatever nodes and
 * restarts there are.
 *
 * <p>Leans on: journal. Writes nothing of its own; rooms say what is due and what to record.
 *
 * <p>Surprise: nothing is scheduled. What is due is derived from the journal again each second, so there is nothing to lose.
 */
@NullMarked
package se.samlad.lapse;

import org.jspecify.annotations.NullMarked;
