/** Feeds are proven on captured real bodies, and on what nobody should send. */
@NullMarked
package se.samlad.feed;

import org.jspecify.annotations.NullMarked;
