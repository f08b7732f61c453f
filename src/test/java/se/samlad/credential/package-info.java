@NullMarked
package se.samlad.credential;

import org.jspecify.annotations.NullMarked;
