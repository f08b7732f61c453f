/** What people meet of conferences: the pages, the panels, what waits for whom, the rows of the log, and the paper. */
@NullMarked
package se.samlad.conference.page;

import org.jspecify.annotations.NullMarked;
