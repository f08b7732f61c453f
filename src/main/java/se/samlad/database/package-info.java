/**
 * Our own PostgreSQL 18: a real server as a child process, with its files under the data folder (DESIGN.md §7).
 *
 * <p>Leans on nothing of ours and not on Spring: PostgreSQL's binaries from the class path, its JDBC driver, Flyway, and the
 * Linux tools {@code sh}, {@code setsid} and, as root, {@code setpriv} or {@code su}.
 *
 * <p>Surprises: PostgreSQL refuses to run as root, so as root everything of the server's is done as another user who
 * must be able to reach the folder. A server may outlive us (after {@code kill -9}); the next start stops it. What
 * counts as running is what {@code /proc} says, since a zombie and a used-again process number both look alive. Nothing
 * that can hold data is ever deleted: what is half-done has another name until it is renamed into place.
 */
@NullMarked
package se.samlad.database;

import org.jspecify.annotations.NullMarked;
