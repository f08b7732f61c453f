/** Reminders, by their rules. */
@NullMarked
package se.samlad.reminder;

import org.jspecify.annotations.NullMarked;
