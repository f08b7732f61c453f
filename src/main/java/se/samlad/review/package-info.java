/**
 * After-action reviews: drafted from the journal when an incident or exercise has ended, then written by people (DOMAIN G5).
 *
 * <p>Leans on: journal, access, web, live, list, actor, incident, forum, report, direction, conference, lesson, proof. Writes its own
 * facts, each review in a stream of its own and observers' notes in one for each incident; a finding becomes a lesson in the same
 * step.
 *
 * <p>Surprise: a review is drafted from what <em>all its readers</em> see, not from what the one who presses sees. So it can never
 * tell anybody what its sources do not.
 */
@NullMarked
package se.samlad.review;

import org.jspecify.annotations.NullMarked;
