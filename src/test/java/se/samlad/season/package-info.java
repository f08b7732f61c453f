@NullMarked
package se.samlad.season;

import org.jspecify.annotations.NullMarked;
