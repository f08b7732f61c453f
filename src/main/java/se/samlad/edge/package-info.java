/**
 * Admission control before all costly work: it finds who a request comes from, limits what each caller holds, and gives
 * each kind of work its own places. A request gets its account or its address, then its body is read to the end, and
 * only then it takes a place. It gives the place back when its answer is complete, however slowly the client reads.
 *
 * <p>Leans on: web.
 *
 * <p>Surprise: nothing here decides what a caller may do. The security filters behind check every credential again; a
 * mistake here costs fairness, never secrecy.
 */
@NullMarked
package se.samlad.edge;

import org.jspecify.annotations.NullMarked;
