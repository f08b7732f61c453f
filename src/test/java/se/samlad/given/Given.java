package se.samlad.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.journal.View;

/** What has been recorded in one stream, in order, without a database; and what is said of a rule that is asked. */
public final class Given {

    /** Noon of the day on which everything happens. */
    public static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");

    /** What the entry's envelope says beside who and about what. */
    public record Envelope(
            Instant recorded,
            Instant occurred,
            Labels labels,
            @Nullable String marking) {

        /** Recorded when it happened. */
        public static Envelope at(Instant at, Labels labels) {
            return new Envelope(at, at, labels, null);
        }

        public Envelope marked(@Nullable String as) {
            return new Envelope(recorded, occurred, labels, as);
        }
    }

    private final UUID stream;
    private final List<Entry> entries = new ArrayList<>();

    public Given(UUID stream) {
        this.stream = stream;
    }

    /** Somebody who acts as a function, at an account of the function's name. */
    public static Acting acting(Function function) {
        var account = function.actor() + "." + function.name();
        return new Acting(account, function, Viewer.of(account, function, () -> Grants.NONE));
    }

    public static Acting acting(String actor, String name, Level level, @Nullable String unit, Mandate... may) {
        return acting(new Function(actor, name, name, name, level, Set.of(may), unit, null));
    }

    /** @param minutes from noon */
    public static Instant minute(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }

    /** The id of the next entry. */
    public UUID nextId() {
        return new UUID(1, entries.size() + 1L);
    }

    public Entry add(UUID id, UUID subject, By by, Fact fact, Envelope in) {
        var entry = new Entry(
                entries.size() + 1L,
                id,
                stream,
                subject,
                by,
                in.recorded(),
                in.occurred(),
                in.labels(),
                in.marking(),
                "kind",
                fact,
                "{}");
        entries.add(entry);
        return entry;
    }

    /** As it was recorded elsewhere, such as one of fewer that a reader may see. */
    public void add(Entry entry) {
        entries.add(entry);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public int count() {
        return entries.size();
    }

    public <S> S fold(View<S> view) {
        return view.fold(entries);
    }

    /** A rule says no, for another reason than a mandate. */
    public static void refused(String key, ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo(key))
                .isNotInstanceOf(NotMandated.class);
    }

    public static void notMandated(String key, ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(NotMandated.class, no -> assertThat(no.key())
                .isEqualTo(key));
    }
}
