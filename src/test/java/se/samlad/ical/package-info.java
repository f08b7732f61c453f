/** Calendars of others, real and hostile, by themselves. */
@NullMarked
package se.samlad.ical;

import org.jspecify.annotations.NullMarked;
