@NullMarked
package se.samlad.picture;

import org.jspecify.annotations.NullMarked;
