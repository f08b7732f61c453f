@NullMarked
package se.samlad.staff;

import org.jspecify.annotations.NullMarked;
