/**
 * Searching all entries: PostgreSQL's full-text search in Swedish, over a table that follows the journal.
 *
 * <p>Leans on the journal only; the desk shows the matches.
 *
 * <p>Surprises: the table is filled behind the tail, so a search waits up to some seconds for entries just recorded.
 * SQL only narrows: each match passes the gate in Java, and nothing is counted that the reader may not see. Both tables
 * may be emptied together; the next start fills them again from the journal.
 */
@NullMarked
package se.samlad.search;

import org.jspecify.annotations.NullMarked;
