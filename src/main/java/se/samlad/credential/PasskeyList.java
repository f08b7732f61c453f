package se.samlad.credential;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Service;

/** The passkeys of an account. */
@Service
public class PasskeyList {

    /** @param usedAt null: never yet */
    public record Passkey(
            String id,
            String label,
            Instant since,
            @Nullable Instant usedAt) {}

    private final PublicKeyCredentialUserEntityRepository holders;
    private final UserCredentialRepository records;

    PasskeyList(PublicKeyCredentialUserEntityRepository holders, UserCredentialRepository records) {
        this.holders = holders;
        this.records = records;
    }

    /** The oldest first. */
    public List<Passkey> of(String account) {
        var holder = holders.findByUsername(account);
        if (holder == null) return List.of();
        return records.findByUserId(holder.getId()).stream()
                .map(r -> new Passkey(
                        r.getCredentialId().toBase64UrlString(),
                        r.getLabel(),
                        r.getCreated(),
                        r.getLastUsed().isAfter(r.getCreated()) ? r.getLastUsed() : null))
                .sorted(Comparator.comparing(Passkey::since))
                .toList();
    }

    /** Removes one of the account's passkeys; false where it has none with the id. */
    public boolean remove(String account, String id) {
        boolean own = of(account).stream().anyMatch(key -> key.id().equals(id));
        if (own) records.delete(Bytes.fromBase64(id));
        return own;
    }
}
