/**
 * An actor's own sign-in (OpenID Connect): how an actor sets it up, coming in through it, and the functions that follow
 * from what it says.
 *
 * <p>Leans on: journal, access, web, live, actor, credential, session, account.
 *
 * <p>Surprise: what an organisation says of a person is believed about that organisation's own functions only. Whom it means
 * is in {@code credential}, where it can be erased.
 */
@NullMarked
package se.samlad.oidc;

import org.jspecify.annotations.NullMarked;
