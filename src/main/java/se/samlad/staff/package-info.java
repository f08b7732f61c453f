/**
 * Rooms of forums, and those who sit together: the collaboration staff of a coordinating forum and the operator cluster of an
 * executing one (DOMAIN F7, R2).
 *
 * <p>Leans on: journal, access, web, live, actor, incident, forum. Writes its own facts, in the incident's stream.
 *
 * <p>Surprise: who is there is each function's own to say. A staff decides nothing and changes nobody's mandate.
 */
@NullMarked
package se.samlad.staff;

import org.jspecify.annotations.NullMarked;
