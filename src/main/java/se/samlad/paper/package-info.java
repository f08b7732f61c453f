/**
 * Papers: files that are attached to things of other rooms, such as a case or a version of the agreement.
 *
 * <p>Leans on: journal, access, web, actor, incident. The rooms whose things take papers say so by a {@link
 * se.samlad.paper.Holder}.
 *
 * <p>Surprise: the bytes lie in the database beside the journal, once for each hash, and are only ever added. What a paper is
 * is told by its bytes; its name ends as that says. A reader gets it where it may see the entry that attached it.
 */
@NullMarked
package se.samlad.paper;

import org.jspecify.annotations.NullMarked;
