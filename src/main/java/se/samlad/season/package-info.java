/** Preparedness before a season: who takes part, the five questions, the local direction, and what the host lets others see (D5, F5). */
@NullMarked
package se.samlad.season;

import org.jspecify.annotations.NullMarked;
