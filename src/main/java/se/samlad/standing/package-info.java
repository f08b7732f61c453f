/**
 * The register of the forums of ordinary mode: what each is for, who chairs it, who is in it by function, how often it meets
 * and where, and what hangs on its meetings (DOMAIN F1, A6).
 *
 * <p>Leans on: journal, access, web, live, actor, incident, forum. Writes its own facts, and what {@code forum} says of a
 * forum that is new or has got another name.
 *
 * <p>Surprise: a forum that nobody has edited is as it was shipped with its region, and has no entry of this room. The
 * secretariat says which actors are in a forum; only an actor itself says by which function.
 */
@NullMarked
package se.samlad.standing;

import org.jspecify.annotations.NullMarked;
