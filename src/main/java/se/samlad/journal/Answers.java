package se.samlad.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What who records is answered: the same again for the same key. */
record Answers(Rows rows, Cursors cursors) {

    /**
     * What the key recorded the first time, if anything.
     *
     * @throws Refused {@code once.other-body} where something else was sent under it
     */
    Optional<Recorded> earlier(By by, @Nullable Once once) {
        if (once == null) return Optional.empty();
        var found = rows.list(Rows.Where.of("account = ? and once_key = ?", by.account(), once.key()));
        if (found.isEmpty()) return Optional.empty();
        var same = rows.list(Rows.Where.of(
                "account = ? and once_key = ? and once_digest = ?", by.account(), once.key(), once.digest()));
        if (same.isEmpty()) throw new Refused("once.other-body");
        return Optional.of(of(found.getFirst(), found.getFirst().position()));
    }

    Recorded of(Entry first, long last) {
        return new Recorded(first.id(), first.stream(), last, cursors.of(first.position()), first.recordedAt());
    }
}
