@NullMarked
package se.samlad.standing;

import org.jspecify.annotations.NullMarked;
