/** Calendars written, advice, and how duty is shared: by themselves. */
@NullMarked
package se.samlad.rota.page;

import org.jspecify.annotations.NullMarked;
