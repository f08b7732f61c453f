/**
 * What each actor says that it can do together with others, beside what the journal shows (DOMAIN G3). The five capabilities
 * have sub-capabilities by year, with an ambition and a lowest level; each actor assesses itself, and decides who reads that.
 *
 * <p>Leans on: journal, access, web, live, actor, incident, figure. Writes only its own facts.
 *
 * <p>Surprise: the list is Samlad's own proposal until the secretariat writes one. An actor's assessments are its own alone
 * until it shares them; what it shares no more is gone for those readers, although they could read it before.
 */
@NullMarked
package se.samlad.capability;

import org.jspecify.annotations.NullMarked;
