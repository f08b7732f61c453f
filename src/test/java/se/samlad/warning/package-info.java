/** Feeds are tested with captured real bodies, and with bodies that nobody should send. */
@NullMarked
package se.samlad.warning;

import org.jspecify.annotations.NullMarked;
