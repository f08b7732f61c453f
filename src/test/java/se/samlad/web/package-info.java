@NullMarked
package se.samlad.web;

import org.jspecify.annotations.NullMarked;
