/**
 * Notices on people's own devices (Web Push, RFC 8030, 8291 and 8292): which browsers take them, and the channel to those (DOMAIN
 * I3, R1).
 *
 * <p>Leans on: journal, access, web, live, reach.
 *
 * <p>Surprise: what a browser gives is an address at its maker's service. Only public ones are asked, by https, and one that is gone
 * is forgotten at once.
 */
@NullMarked
package se.samlad.push;

import org.jspecify.annotations.NullMarked;
