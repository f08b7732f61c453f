@NullMarked
package se.samlad.duty;

import org.jspecify.annotations.NullMarked;
