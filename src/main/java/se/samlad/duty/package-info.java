/**
 * Who is on duty: a shift is handed over and taken over, and a colleague lets somebody in who has lost what she signs in
 * with (DOMAIN A4, A6, I4).
 *
 * <p>Leans on: journal, access, web, live, actor, credential, session, account, incident.
 *
 * <p>Surprise: whoever is let in by a colleague acts by an account of its own, which holds the one function and nothing
 * else. So what it may do needs no rule of its own, and ends by itself.
 */
@NullMarked
package se.samlad.duty;

import org.jspecify.annotations.NullMarked;
