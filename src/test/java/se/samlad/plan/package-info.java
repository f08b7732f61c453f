@NullMarked
package se.samlad.plan;

import org.jspecify.annotations.NullMarked;
