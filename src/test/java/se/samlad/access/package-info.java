/** The rules of who may see and do what, without a database. */
@NullMarked
package se.samlad.access;

import org.jspecify.annotations.NullMarked;
