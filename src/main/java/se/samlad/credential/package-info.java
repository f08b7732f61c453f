/**
 * What people prove themselves with: passwords, passkeys, one-time codes, and programs' tokens; and people's names.
 *
 * <p>Leans on: journal, access, web, live.
 *
 * <p>Surprise: nothing here is in the journal. It can be changed and erased, so that a person can be forgotten while
 * what was recorded stays.
 */
@NullMarked
package se.samlad.credential;

import org.jspecify.annotations.NullMarked;
