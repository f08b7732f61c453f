/** A room as others are made, for docs/ARCHITECTURE.md to walk through: errands that one actor asks of others. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
