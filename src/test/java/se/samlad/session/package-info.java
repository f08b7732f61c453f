@NullMarked
package se.samlad.session;

import org.jspecify.annotations.NullMarked;
