/** What readings give to record, what is watched of it, and fetching from those who should not be fetched from. */
@NullMarked
package se.samlad.feed;

import org.jspecify.annotations.NullMarked;
