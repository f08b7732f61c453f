@NullMarked
package se.samlad.week;

import org.jspecify.annotations.NullMarked;
