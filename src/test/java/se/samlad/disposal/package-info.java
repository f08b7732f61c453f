/** What is left after disposal. */
@NullMarked
package se.samlad.disposal;

import org.jspecify.annotations.NullMarked;
