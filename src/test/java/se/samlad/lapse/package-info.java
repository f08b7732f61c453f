/** What lapses, given meetings that nobody held. */
@NullMarked
package se.samlad.lapse;

import org.jspecify.annotations.NullMarked;
