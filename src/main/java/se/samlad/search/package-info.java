/**
 * Finding what was written, whenever that was: PostgreSQL's own search in Swedish, over a table that follows the journal.
 *
 * <p>Leans on the journal only; the desk shows what is found.
 *
 * <p>Surprises: the table is filled behind the tail, so that searching waits some seconds at most for what was just written. Rows
 * pass the gate in SQL and again in Java, and nothing is counted that the reader may not see. The table can be emptied: it is made
 * again from the journal at the next start.
 */
@NullMarked
package se.samlad.search;

import org.jspecify.annotations.NullMarked;
