/** What people meet of calling out: the screen, calling by hand, and answering from a notice. */
@NullMarked
package se.samlad.callout.page;

import org.jspecify.annotations.NullMarked;
