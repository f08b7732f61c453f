@NullMarked
package se.samlad.reach;

import org.jspecify.annotations.NullMarked;
