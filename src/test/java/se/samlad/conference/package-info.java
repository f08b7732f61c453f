@NullMarked
package se.samlad.conference;

import org.jspecify.annotations.NullMarked;
