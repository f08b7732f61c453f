@NullMarked
package se.samlad.course;

import org.jspecify.annotations.NullMarked;
