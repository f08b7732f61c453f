@NullMarked
package se.samlad.meeting;

import org.jspecify.annotations.NullMarked;
