/**
 * Calendars of others (iCalendar, RFC 5545): reading what they say within bounds, where they are fetched, and how those do that
 * are read again and again.
 *
 * <p>Leans on: journal for refusals, web, the library biweekly, and a table of its own.
 *
 * <p>Surprise: the address of a calendar is a secret of whoever has the calendar. It is kept in the table {@code
 * calendar_source} alone, where it can be erased, and never in the journal or a log.
 */
@NullMarked
package se.samlad.ical;

import org.jspecify.annotations.NullMarked;
