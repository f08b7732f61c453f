/** The rules of forums, given facts, when something is asked, then these facts or this refusal. */
@NullMarked
package se.samlad.forum;

import org.jspecify.annotations.NullMarked;
