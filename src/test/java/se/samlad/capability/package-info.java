@NullMarked
package se.samlad.capability;

import org.jspecify.annotations.NullMarked;
