@NullMarked
package se.samlad.edge;

import org.jspecify.annotations.NullMarked;
