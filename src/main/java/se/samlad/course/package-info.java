/**
 * Courses and exercises by function: who has what, what is lacking before the season, occasions and attendance (G6).
 *
 * <p>Leans on: journal, access, web, live, actor, incident, standing. Writes only its own facts.
 *
 * <p>Surprise: people stay opaque, so attendance is functions and numbers. What an actor says of its own is read by itself, the
 * joint functions and who held the occasion; all members read how many actors have a course, which is counted over everything.
 */
@NullMarked
package se.samlad.course;

import org.jspecify.annotations.NullMarked;
