/**
 * The annual plan: activities for the goal areas, each with owner, time and measure, adopted and followed up (G2).
 *
 * <p>Leans on: journal, access, web, live, list, actor, goal. Writes only its own facts.
 *
 * <p>Surprise: an activity that others have written for an actor is not that actor's until it says something of it itself (A4).
 */
@NullMarked
package se.samlad.plan;

import org.jspecify.annotations.NullMarked;
