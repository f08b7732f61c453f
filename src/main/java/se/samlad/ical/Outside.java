package se.samlad.ical;

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

    /**
     * The host of an address that is to be fetched again and again. Such an address is a secret, so it must be one of https.
     *
     * @throws Refused rota.fetch-secret, naming the field {@code address}
     */
    String host(String address);
}
