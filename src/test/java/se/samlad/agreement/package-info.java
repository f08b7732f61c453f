/** The agreement, by its rules. */
@NullMarked
package se.samlad.agreement;

import org.jspecify.annotations.NullMarked;
