@NullMarked
package se.samlad.callout;

import org.jspecify.annotations.NullMarked;
