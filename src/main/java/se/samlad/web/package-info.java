/**
 * What all pages and the API share: the frame, languages, forms that lose no input, errors, and the caller.
 *
 * <p>Leans on: journal, access.
 *
 * <p>Surprise: a handler does not answer its own refused form. {@link Errors} shows the form's page again with status
 * 422, what was typed and what to correct, so no controller has to do so.
 */
@NullMarked
package se.samlad.web;

import org.jspecify.annotations.NullMarked;
