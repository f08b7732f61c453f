/** What the journal promises, proven on a real PostgreSQL; each {@link se.samlad.journal.TestJournal} has a database of its own. */
@NullMarked
package se.samlad.journal;

import org.jspecify.annotations.NullMarked;
