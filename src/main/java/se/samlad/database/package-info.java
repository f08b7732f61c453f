/**
 * Our own PostgreSQL 18: a real server as a child process, with its files under the data folder (DESIGN.md §7).
 *
 * <p>It uses no other room and not Spring. It needs PostgreSQL's binaries from the class path, its JDBC driver, Flyway, and the
 * Linux tools {@code sh}, {@code setsid} and, as root, {@code setpriv} or {@code su}.
 *
 * <p>Surprises: PostgreSQL refuses to run as root, so root runs everything of the server as another user, who
 * must be able to reach the folder. A server may survive us (after {@code kill -9}); the next start stops it. What
 * counts as running is what {@code /proc} says, since a zombie and a reused process number both look alive. Nothing
 * that can hold data is ever deleted: an incomplete folder has another name until it is renamed.
 */
@NullMarked
package se.samlad.database;

import org.jspecify.annotations.NullMarked;
