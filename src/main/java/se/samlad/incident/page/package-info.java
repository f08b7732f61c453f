/** An incident as people meet it: its facts as rows of the log. */
@NullMarked
package se.samlad.incident.page;

import org.jspecify.annotations.NullMarked;
