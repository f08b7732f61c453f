/** Lists, given rows, when something is asked, then these. */
@NullMarked
package se.samlad.list;

import org.jspecify.annotations.NullMarked;
