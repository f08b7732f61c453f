/**
 * Reminders of ordinary mode: once a working day, each function is told by its own paths how many things have begun to wait for
 * it, are soon due, or are late (DOMAIN A6, A7).
 *
 * <p>Leans on: journal, access, web, live, lapse, actor, reach, callout, incident, forum. What waits is what
 * {@link se.samlad.web.Waiting} says that a function is reminded of, so other rooms know nothing of this one.
 *
 * <p>Surprise: a reminder says numbers only. It passes the hands of others and stands on locked screens.
 */
@NullMarked
package se.samlad.reminder;

import org.jspecify.annotations.NullMarked;
