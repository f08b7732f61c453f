/**
 * Joint routines, templates and supports: who keeps each up to date, what is done without it, when a support was last tried, and
 * the faults that go on (G7, R1, R4).
 *
 * <p>Leans on: journal, access, web, live, actor, incident, region, standing. Writes only its own facts.
 *
 * <p>Surprise: a support's state is never set by anybody; it follows from its faults and its latest test.
 */
@NullMarked
package se.samlad.routine;

import org.jspecify.annotations.NullMarked;
