/** Feeds are proven on captured real bodies, and on what nobody should send. */
@NullMarked
package se.samlad.warning;

import org.jspecify.annotations.NullMarked;
