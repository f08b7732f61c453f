@NullMarked
package se.samlad.outside;

import org.jspecify.annotations.NullMarked;
