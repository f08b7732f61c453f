/**
 * The actors' joint messages to the public and to others: from draft through checked and agreed to published, updated
 * or withdrawn (DOMAIN K1, K2); and the public page, its JSON and CAP.
 *
 * <p>Leans on: journal, access, web, live, actor, incident. Writes only its own facts.
 *
 * <p>Surprise: the public sees only publications and withdrawals, each complete in itself. Earlier facts never reach
 * the public page, however they are marked. The page is kept as bytes in memory, so it stays up when the database is
 * down.
 */
@NullMarked
package se.samlad.message;

import org.jspecify.annotations.NullMarked;
