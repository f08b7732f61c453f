package se.samlad.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whether an address that somebody gave leads out of the installation's own network: only such ones are asked. */
public final class PublicAddress {

    private PublicAddress() {}

    /** Whether all that the host of the URL stands for are public; not where it stands for nothing. */
    public static boolean isHostOf(String url) {
        try {
            var host = URI.create(url).getHost();
            return host != null && Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddress::is);
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }

    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC; // RFC 4193
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64; // RFC 6598
        boolean embedded = bytes.length == 16 && isEmbedding(bytes);
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || unique
                || shared
                || embedded
                || bytes[0] == 0);
    }

    /** Whether it leads to an address of the older kind through a gateway: 64:ff9b::/96 and 2002::/16. */
    private static boolean isEmbedding(byte[] bytes) {
        return bytes[0] == 0x20 && bytes[1] == 0x02
                || bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
    }
}
