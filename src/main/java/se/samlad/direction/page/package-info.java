/** What people see of directions beside the forms: who does what, as a table. Pure. */
@NullMarked
package se.samlad.direction.page;

import org.jspecify.annotations.NullMarked;
