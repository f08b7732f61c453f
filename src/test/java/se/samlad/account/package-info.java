@NullMarked
package se.samlad.account;

import org.jspecify.annotations.NullMarked;
