package se.samlad.rota;

import se.samlad.journal.Refused;

/** Where a calendar of somebody else's is fetched. A room above knows how to, within bounds. */
public interface Outside {

    /**
     * The text at the address, fetched once. Only from public addresses, so that nobody looks around in the installation's own
     * network by it.
     *
     * @throws Refused rota.fetch-address, or why it could not be fetched, naming the field {@code address}
     */
    String get(String address);
}
