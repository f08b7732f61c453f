/** Notices on people's own devices, against a service and a browser that are stood in for. */
@NullMarked
package se.samlad.push;

import org.jspecify.annotations.NullMarked;
