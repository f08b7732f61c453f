/**
 * Lessons: from what was observed to what was changed, done and tested (DOMAIN G5). None disappears.
 *
 * <p>Leans on: journal, access, web, live, list, actor, incident. Writes only its own facts, each lesson in a stream of its own.
 *
 * <p>Surprise: a lesson from an incident is shared with those that the incident was opened to, never with more. What it is tested
 * in must be open to all of them, so that its entries name nothing that a reader may not see.
 */
@NullMarked
package se.samlad.lesson;

import org.jspecify.annotations.NullMarked;
