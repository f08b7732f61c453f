/** What people meet of the rota: its pages, with the plot, the advice on rest, and how duty is shared. */
@NullMarked
package se.samlad.rota.page;

import org.jspecify.annotations.NullMarked;
