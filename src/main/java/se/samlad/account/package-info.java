/**
 * Signing in: accounts, passwords, API tokens and sessions.
 *
 * <p>Leans on: journal, access, web, live, actor.
 *
 * <p>Surprise: an account has no rights. What it may act as is in the journal, as functions given by actors; here lie only
 * secrets and names, which are no history and can be erased.
 */
@NullMarked
package se.samlad.account;

import org.jspecify.annotations.NullMarked;
