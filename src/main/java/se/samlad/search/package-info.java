/**
 * Finding what was written, whenever that was: PostgreSQL's own search in Swedish, over a table that follows the journal.
 *
 * <p>Leans on the journal only; the desk shows what is found.
 *
 * <p>Surprises: the tables are filled behind the tail, so that searching waits some seconds at most for what was just written.
 * What is found passes the gate in Java, and nothing is counted that the reader may not see; SQL only narrows. Both tables can be
 * emptied together: they are made again from the journal at the next start.
 */
@NullMarked
package se.samlad.search;

import org.jspecify.annotations.NullMarked;
