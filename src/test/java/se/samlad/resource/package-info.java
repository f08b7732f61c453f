@NullMarked
package se.samlad.resource;

import org.jspecify.annotations.NullMarked;
