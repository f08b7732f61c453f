/**
 * Who stands behind the collaboration and since when: the documents, who signed, acceded and left (A1–A3), and what the
 * parties pay (A5).
 *
 * <p>Leans on: region, actor, list, live. Facts: {@code agreement.*}, seen by all members. Decisions of a forum are taken by
 * its {@link se.samlad.actor.Seat}.
 *
 * <p>Surprise: what an actor records of itself is its own decision; what the secretariat notes of another names its source and
 * is shown as noted (A4). A day that no source gives is two days between which it lies.
 */
@NullMarked
package se.samlad.agreement;

import org.jspecify.annotations.NullMarked;
