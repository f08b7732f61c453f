/**
 * The goals of the collaboration for four years: worked out together, adopted by the council, the ground for annual plans (G1).
 *
 * <p>Leans on: journal, access, web, live, actor, region, standing. Writes only its own facts.
 *
 * <p>Surprise: a document is never closed for good; an adoption is taken back with a reason, and both stay to be read.
 */
@NullMarked
package se.samlad.goal;

import org.jspecify.annotations.NullMarked;
