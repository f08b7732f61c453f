/**
 * Alarm plans: whom an incident of a kind concerns directly and indirectly, agreed beforehand, and on which levels they meet
 * (DOMAIN I2, I3, C2).
 *
 * <p>Leans on: journal, access, web, list, live, actor, region, incident.
 *
 * <p>Surprise: this room convenes nobody. It answers {@link se.samlad.incident.Alarms}, which the rooms ask that convene.
 */
@NullMarked
package se.samlad.alarm;

import org.jspecify.annotations.NullMarked;
