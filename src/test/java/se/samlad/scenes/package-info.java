/**
 * The stories, and the ground that all tests with a server or a database stand on: one PostgreSQL and at most one
 * application in a test run, started by the first who needs them and stopped when the JVM ends.
 */
@NullMarked
package se.samlad.scenes;

import org.jspecify.annotations.NullMarked;
