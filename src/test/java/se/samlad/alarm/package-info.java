/** Alarm plans, by their rules and over HTTP. */
@NullMarked
package se.samlad.alarm;

import org.jspecify.annotations.NullMarked;
