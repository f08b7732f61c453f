@NullMarked
package se.samlad.place;

import org.jspecify.annotations.NullMarked;
