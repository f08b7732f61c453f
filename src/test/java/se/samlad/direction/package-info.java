/** Rules of directions: who agrees, who answers for whom, who stands behind what (DOMAIN D1–D3, A4). */
@org.jspecify.annotations.NullMarked
package se.samlad.direction;
