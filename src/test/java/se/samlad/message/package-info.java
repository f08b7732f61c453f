/** The rules of coordinated messages (K1, K2), and what the public is shown of them. */
@NullMarked
package se.samlad.message;

import org.jspecify.annotations.NullMarked;
