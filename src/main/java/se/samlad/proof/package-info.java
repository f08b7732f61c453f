/**
 * What others can check the journal by: signed checkpoints, proofs, and who has signed them too (DESIGN §6).
 *
 * <p>Leans on: journal (its tree), access, actor, web, live.
 *
 * <p>Surprise: what is here passes no gate of entries, for it tells how much there is. It is for functions with the
 * mandate to verify and for named co-signers; others hand them a receipt. That an actor has a key is a fact; what it has
 * signed is not, for who vouches for the journal does so from outside it, and each signature proves itself.
 */
@NullMarked
package se.samlad.proof;

import org.jspecify.annotations.NullMarked;
