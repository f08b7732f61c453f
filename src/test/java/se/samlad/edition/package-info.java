@NullMarked
package se.samlad.edition;

import org.jspecify.annotations.NullMarked;
