/**
 * Calling out: each actor that a forum calls is called step by step until somebody answers for it or a person has to
 * telephone, and it is seen who is reached (DOMAIN I3, A6, A8, F3, R1).
 *
 * <p>Leans on: journal, access, web, live, lapse, actor, credential, reach, incident, forum.
 *
 * <p>Surprise: a call is recorded in the same step as what convenes the forum, with its whole ladder, so that later changes
 * of numbers never make it skip a step. A step is recorded before anything is sent: what was recorded and not sent is sent
 * after a restart, and what may have been sent is not sent twice.
 */
@NullMarked
package se.samlad.callout;

import org.jspecify.annotations.NullMarked;
