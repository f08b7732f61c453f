/** What is sent to those who look: that it leads from what they had to what they should have, to all and to nobody twice. */
@NullMarked
package se.samlad.live;

import org.jspecify.annotations.NullMarked;
