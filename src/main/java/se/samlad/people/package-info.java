/**
 * Who acts for an actor: invitations, functions given and ended with their times, programs, and the first administrator
 * of an installation (DOMAIN A1, A4, A6).
 *
 * <p>Leans on: journal, access, web, live, lapse, list, actor, credential, session, account, incident.
 *
 * <p>Surprise: people are account names here, as in all entries. Their names and addresses are in {@code credential},
 * where they can be erased.
 */
@NullMarked
package se.samlad.people;

import org.jspecify.annotations.NullMarked;
