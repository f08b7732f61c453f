/** The rules of reports and of rows in the log: given facts, when something is said, then facts or a refusal. */
@NullMarked
package se.samlad.report;

import org.jspecify.annotations.NullMarked;
