@NullMarked
package se.samlad.figure;

import org.jspecify.annotations.NullMarked;
