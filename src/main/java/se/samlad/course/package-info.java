/**
 * Courses and exercises by function: who has what, what is lacking before the season, occasions and attendance (G6).
 *
 * <p>Leans on: journal, access, web, live, actor, incident, standing. Writes only its own facts.
 *
 * <p>Surprise: people stay opaque, so attendance is functions and numbers. An actor, the joint functions and who held the occasion
 * read what the actor says of its own; only the joint functions, which read all of it, are shown how many actors have a course.
 */
@NullMarked
package se.samlad.course;

import org.jspecify.annotations.NullMarked;
