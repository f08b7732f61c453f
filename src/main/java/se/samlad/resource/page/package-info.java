/** Shared resources as people meet them in the log: the rows of the room's facts. */
@NullMarked
package se.samlad.resource.page;

import org.jspecify.annotations.NullMarked;
