/** What people meet of meetings: their pages, what waits for whom, the protocol on paper, the year, and the home of ordinary mode. */
@NullMarked
package se.samlad.meeting.page;

import org.jspecify.annotations.NullMarked;
