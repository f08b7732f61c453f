/** The rules of incidents: given facts, when something is asked, then these facts or this refusal. */
@NullMarked
package se.samlad.incident;

import org.jspecify.annotations.NullMarked;
