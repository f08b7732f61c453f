@NullMarked
package se.samlad.local;

import org.jspecify.annotations.NullMarked;
