@NullMarked
package se.samlad.agenda;

import org.jspecify.annotations.NullMarked;
