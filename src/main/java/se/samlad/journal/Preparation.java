package se.samlad.journal;

import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Computes all of a command's entries that can be computed before they have positions: bodies, salts and envelopes. */
final class Preparation {

    private static final int SALT = 16;

    private final Codec codec;
    private final UUID origin;
    private final SecureRandom random = new SecureRandom();

    Preparation(Codec codec, UUID origin) {
        this.codec = codec;
        this.origin = origin;
    }

    Writer.Pending pending(Writer.Command asked) {
        var salts = Stream.generate(this::salt).limit(asked.drafts().size()).toList();
        var once = asked.once();
        var command = once == null
                ? asked
                : new Writer.Command(asked.by(), once.sealedBy(salts), asked.drafts(), asked.guards());
        var entries = new ArrayList<Writer.Prepared>();
        for (int i = 0; i < salts.size(); i++) entries.add(prepared(command, i, salts.get(i)));
        return new Writer.Pending(command, entries, new CompletableFuture<>());
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    private Writer.Prepared prepared(Writer.Command command, int number, byte[] salt) {
        var draft = command.drafts().get(number);
        var kind = codec.kindOf(draft.fact().getClass());
        var body = codec.encode(draft.fact());
        var at = draft.occurredAt() == null ? null : draft.occurredAt().truncatedTo(ChronoUnit.MICROS);
        var cut = draft.happened(at);
        return new Writer.Prepared(
                cut,
                kind,
                body,
                salt,
                Leaf.envelope(origin, kind, command.by(), number == 0 ? command.once() : null, cut));
    }
}
