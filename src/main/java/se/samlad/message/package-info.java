/**
 * What the actors say together, to the public and to others: from draft over checked and agreed to published, updated or
 * withdrawn (DOMAIN K1, K2), and the public page, its JSON and CAP.
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts.
 *
 * <p>Surprise: the public sees only the facts that something was published or withdrawn, each telling all it needs; what
 * lies before them never reaches the public page, however it was marked. The page is bytes in memory, so it stays up when
 * the database does not.
 */
@NullMarked
package se.samlad.message;

import org.jspecify.annotations.NullMarked;
