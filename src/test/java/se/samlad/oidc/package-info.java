@NullMarked
package se.samlad.oidc;

import org.jspecify.annotations.NullMarked;
