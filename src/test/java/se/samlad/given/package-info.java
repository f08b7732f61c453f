/** The language in which the rules of rooms are tested: given these facts, when this is asked, then these facts or this refusal. */
@NullMarked
package se.samlad.given;

import org.jspecify.annotations.NullMarked;
