@NullMarked
package se.samlad.people;

import org.jspecify.annotations.NullMarked;
