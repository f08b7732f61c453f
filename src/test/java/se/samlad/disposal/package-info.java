/** What is left when something is disposed of. */
@NullMarked
package se.samlad.disposal;

import org.jspecify.annotations.NullMarked;
