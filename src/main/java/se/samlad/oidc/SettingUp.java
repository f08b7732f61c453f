package se.samlad.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Refused;

/** The rules of setting up an actor's own sign-in. Pure. */
final class SettingUp {

    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final int LONGEST = 500;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern CLAIM = Pattern.compile("[\\w.:/-]{1,100}");

    private SettingUp() {}

    /**
     * As it is typed.
     *
     * @param issuer the sign-in's address, or that of what describes it
     * @param secret null: as before
     * @param accountClaim null: {@code sub}
     */
    record Asked(
            @Nullable String issuer,
            @Nullable String client,
            @Nullable String secret,
            @Nullable String accountClaim,
            @Nullable String functionClaim,
            @Nullable Boolean administers,
            @Nullable Boolean required) {}

    /** @throws NotMandated people.only-own */
    static void mustAdminister(Acting by, String actor) {
        if (!by.actor().equals(actor) || !by.may(Mandate.ADMINISTER)) throw new NotMandated("people.only-own");
    }

    /**
     * @param hasPasskey whether whoever sets it up could come in without it
     * @throws Refused oidc.address, oidc.client, oidc.claim, oidc.needs-passkey, naming the field
     */
    static OidcFact.SignInSet set(String actor, Asked asked, boolean hasPasskey) {
        boolean required = Boolean.TRUE.equals(asked.required());
        var fact = new OidcFact.SignInSet(
                actor,
                issuer(asked.issuer()),
                client(asked.client()),
                claim(asked.accountClaim() == null ? "sub" : asked.accountClaim(), "accountClaim"),
                asked.functionClaim() == null ? null : claim(asked.functionClaim(), "functionClaim"),
                Boolean.TRUE.equals(asked.administers()),
                required);
        // the sign-in may be away when it is needed most: then an administrator must still get in
        if (required && !hasPasskey) throw new Refused("oidc.needs-passkey").at("required");
        return fact;
    }

    private static String issuer(@Nullable String typed) {
        var address = typed == null ? "" : typed.strip();
        if (address.endsWith(DESCRIPTION)) address = address.substring(0, address.length() - DESCRIPTION.length());
        if (address.length() > LONGEST || !isSafe(address, isHere(address)))
            throw new Refused("oidc.address").at("issuer");
        return address;
    }

    private static String client(@Nullable String typed) {
        var client = typed == null ? "" : typed.strip();
        if (client.isEmpty() || client.length() > LONGEST || client.chars().anyMatch(c -> c < ' '))
            throw new Refused("oidc.client").at("client");
        return client;
    }

    private static String claim(String typed, String field) {
        var claim = typed.strip();
        if (!CLAIM.matcher(claim).matches()) throw new Refused("oidc.claim").at(field);
        return claim;
    }

    /** Where what describes the sign-in is read. */
    static URI description(String issuer) {
        return URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DESCRIPTION);
    }

    /** Whether the address is on this machine: only a sign-in that is tried out is. */
    static boolean isHere(String address) {
        return parsed(address) instanceof URI uri && HERE.contains(String.valueOf(uri.getHost()));
    }

    /** Whether what is sent there can't be read on the way. @param here whether an address on this machine is safe too */
    static boolean isSafe(String address, boolean here) {
        var uri = parsed(address);
        if (uri == null || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null)
            return false;
        return "https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme()) && isHere(address);
    }

    private static @Nullable URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
