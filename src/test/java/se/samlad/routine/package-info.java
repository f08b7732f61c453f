@NullMarked
package se.samlad.routine;

import org.jspecify.annotations.NullMarked;
