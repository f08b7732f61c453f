@NullMarked
package se.samlad.question;

import org.jspecify.annotations.NullMarked;
