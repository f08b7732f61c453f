/** What live streams send: it leads from the old state to the new, reaches everybody, and nobody twice. */
@NullMarked
package se.samlad.live;

import org.jspecify.annotations.NullMarked;
