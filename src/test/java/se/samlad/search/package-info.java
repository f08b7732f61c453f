@NullMarked
package se.samlad.search;

import org.jspecify.annotations.NullMarked;
