/**
 * Who a request comes from: sessions and programs' tokens, remembered on each node, and the
 * browsers that guests' links are bound to.
 *
 * <p>Leans on: journal, access, web, edge, live, credential.
 *
 * <p>Surprise: a session is ended by changing its account's generation of credentials. So nobody has to find all of
 * them, and none is missed on another node.
 */
@NullMarked
package se.samlad.session;

import org.jspecify.annotations.NullMarked;
