/**
 * Lets others check the journal: signed checkpoints, proofs, and co-signatures (DESIGN §6).
 *
 * <p>Leans on: journal (its tree), access, actor, web, live.
 *
 * <p>Surprise: nothing here passes the gate of entries, since it tells how many entries there are. So it is for
 * functions with the mandate to verify and for named co-signers only; others hand them a receipt. That an actor has a
 * key is a recorded fact. Its co-signatures are not: they vouch for the journal from outside, and each proves itself.
 */
@NullMarked
package se.samlad.proof;

import org.jspecify.annotations.NullMarked;
