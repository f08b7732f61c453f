/** Cases, by their rules. */
@NullMarked
package se.samlad.casework;

import org.jspecify.annotations.NullMarked;
