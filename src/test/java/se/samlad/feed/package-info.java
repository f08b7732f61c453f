/** What readings record, the fold of warnings, and fetching from misbehaving servers. */
@NullMarked
package se.samlad.feed;

import org.jspecify.annotations.NullMarked;
