/**
 * What the journal itself shows of the capabilities (DOMAIN G3): minutes from the signal, shares in time, the age of the
 * picture, each with the entries that it was counted from, by the time when things happened and by the time when they were
 * recorded, so that late logging does not look like speed.
 *
 * <p>Leans on: journal, access, web, incident, forum, staff, edition, message, report, direction, conference, trial. Writes
 * nothing. Stands above the rooms whose entries it counts.
 *
 * <p>Surprise: a figure is counted only over what its reader sees. Two readers may meet two figures, and nobody can work out
 * a hidden entry from the difference between two of them.
 */
@NullMarked
package se.samlad.figure;

import org.jspecify.annotations.NullMarked;
