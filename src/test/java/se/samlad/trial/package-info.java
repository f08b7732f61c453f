/** Test calls, by their rules. */
@NullMarked
package se.samlad.trial;

import org.jspecify.annotations.NullMarked;
