/** The rules for lessons, tried without a server. */
@NullMarked
package se.samlad.lesson;

import org.jspecify.annotations.NullMarked;
