/**
 * What stands before everything that costs: who a request comes from, how much each may hold, and a place for each kind
 * of work. Here a request gets its account or its address, its body is read to the end, and only then does it take a
 * place; the place is free again when the answer is made, however slowly it is taken.
 *
 * <p>Leans on: web.
 *
 * <p>Surprise: nothing here decides what anybody may do. The security filters behind it check every credential again;
 * a mistake here costs fairness, never secrecy.
 */
@NullMarked
package se.samlad.edge;

import org.jspecify.annotations.NullMarked;
