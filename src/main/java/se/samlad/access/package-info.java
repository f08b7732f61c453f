/**
 * Who may see and do what: functions with their level and mandates, the accounts that hold them, and the labels that
 * follow (DOMAIN A4, A6, S1).
 *
 * <p>Leans on: journal. Knows actors by code only; has no pages.
 *
 * <p>Surprise: nobody has rights as a person. A viewer is a function at an actor that an account holds now. Every
 * decision is recorded in that actor's own name, because a request has no way to name another.
 */
@NullMarked
package se.samlad.access;

import org.jspecify.annotations.NullMarked;
