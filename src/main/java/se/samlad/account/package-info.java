/**
 * Signing in, and choosing as whom one acts.
 *
 * <p>Leans on: journal, access, web, live, actor, region, credential, session.
 *
 * <p>Surprise: an account has no rights. The functions that an account may act as are in the journal, given by actors.
 * This room holds only secrets and names, which are no history and can be erased.
 */
@NullMarked
package se.samlad.account;

import org.jspecify.annotations.NullMarked;
