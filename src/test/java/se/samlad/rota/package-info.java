/** Shifts, patterns, swaps and gaps: the rules by themselves, and as programs and people meet them. */
@NullMarked
package se.samlad.rota;

import org.jspecify.annotations.NullMarked;
