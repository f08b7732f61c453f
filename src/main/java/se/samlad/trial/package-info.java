/**
 * The monthly test call: each actor's function is called in all its ways, answers by one press, and it is seen over time who was
 * reached (DOMAIN I3, R4).
 *
 * <p>Leans on: journal, access, web, lapse, live, actor, credential, reach, callout.
 *
 * <p>Surprise: it convenes nothing and belongs to no incident. Whoever was not reached stays under <em>Din tur</em> until a later
 * test reaches it.
 */
@NullMarked
package se.samlad.trial;

import org.jspecify.annotations.NullMarked;
