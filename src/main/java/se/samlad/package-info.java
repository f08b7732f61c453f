/** Samlad: the working tool of a region's actors when they collaborate. This package only starts it. */
@NullMarked
package se.samlad;

import org.jspecify.annotations.NullMarked;
