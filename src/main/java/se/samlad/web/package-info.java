/**
 * What all pages and the API share: the shell, languages, forms that lose nothing, errors, and who is asking.
 *
 * <p>Leans on: journal, access.
 *
 * <p>Surprise: a refused form is not answered by its own handler. {@link Errors} shows the page it came from again, with
 * status 422, what was typed and what to mend, so that no controller has to think of it.
 */
@NullMarked
package se.samlad.web;

import org.jspecify.annotations.NullMarked;
