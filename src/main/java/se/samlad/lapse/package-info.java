/**
 * Things that end when their time comes (a meeting that nobody held, a reminder, a link). Each is recorded once,
 * however many nodes and restarts there are.
 *
 * <p>Leans on: journal. Writes no facts of its own; the rooms state what is due and what to record.
 *
 * <p>Surprise: nothing is scheduled. What is due is derived from the journal every second, so no schedule can be lost.
 */
@NullMarked
package se.samlad.lapse;

import org.jspecify.annotations.NullMarked;
