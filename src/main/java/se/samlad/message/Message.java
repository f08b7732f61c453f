package se.samlad.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.journal.By;
import se.samlad.journal.Labels;

/**
 * One message on its way, out, or ended.
 *
 * @param labels of its first entry; what decides on it carries the same
 * @param marking of its first entry, as stored; null: the default
 * @param owner the actor whose information it is (K1)
 * @param coming the version on its way; null: none
 * @param out the version that is published, or was until it was withdrawn; null: none was
 * @param ended when it was withdrawn, or discarded before it was published; null: it lives
 * @param open whether what is published may be read by anybody
 * @param moved when something last happened to it, by the incident's clock
 */
public record Message(
        UUID id,
        Labels labels,
        @Nullable String marking,
        String owner,
        @Nullable Version coming,
        @Nullable Version out,
        @Nullable Step ended,
        boolean open,
        Instant moved)
        implements Things.Thing {

    /** Where it is on its way. */
    public enum Stage {
        DRAFT,
        RETURNED,
        CHECKED,
        AGREED,
        PUBLISHED,
        WITHDRAWN,
        DISCARDED
    }

    /** Who did it, when, and why where that was said. */
    public record Step(By by, Instant at, @Nullable String why) {}

    /**
     * One version.
     *
     * @param number from 1
     * @param written the latest wording: who wrote it last, and when
     */
    public record Version(
            int number,
            Wording wording,
            Step written,
            @Nullable Step checked,
            @Nullable Step agreed,
            @Nullable Step published,
            @Nullable Step returned) {

        static Version drafted(int number, Wording wording, Step written) {
            return new Version(number, wording, written, null, null, null, null);
        }

        Version withChecked(Step by) {
            return new Version(number, wording, written, by, null, null, null);
        }

        Version withAgreed(Step by) {
            return new Version(number, wording, written, checked, by, null, null);
        }

        Version withPublished(Wording said, Step by) {
            return new Version(number, said, written, checked, agreed, by, null);
        }

        Version withReturned(Step by) {
            return new Version(number, wording, written, null, null, null, by);
        }

        public Stage stage() {
            if (published != null) return Stage.PUBLISHED;
            if (agreed != null) return Stage.AGREED;
            if (checked != null) return Stage.CHECKED;
            return returned != null ? Stage.RETURNED : Stage.DRAFT;
        }
    }

    /** Of what is on its way; else of what is out; else how it ended. */
    public Stage stage() {
        if (ended != null) return out != null ? Stage.WITHDRAWN : Stage.DISCARDED;
        return latest().map(Version::stage).orElse(Stage.DRAFT);
    }

    /** Whether the public can read it now. */
    public boolean isOut() {
        return out != null && ended == null;
    }

    /** What is on its way, else what is out; empty only after it was discarded by who saw nothing else. */
    public Optional<Version> latest() {
        return Optional.ofNullable(coming != null ? coming : out);
    }

    /** The words of {@link #latest}. */
    public Wording wording() {
        return latest().map(Version::wording).orElseThrow(() -> new IllegalStateException("a message without words"));
    }

    /** Whether the viewer may take the next step: check, agree or publish. */
    public boolean isNextFor(Viewer viewer) {
        if (ended != null || coming == null || !viewer.may(Mandate.COMMUNICATE)) return false;
        return switch (coming.stage()) {
            case DRAFT -> !coming.written().by().account().equals(viewer.account());
            case CHECKED, AGREED -> true;
            case RETURNED, PUBLISHED, WITHDRAWN, DISCARDED -> false;
        };
    }

    /** The next step's address below the message's own. */
    public String nextStep() {
        return switch (stage()) {
            case CHECKED -> "agreement";
            case AGREED -> "publication";
            case DRAFT, RETURNED, PUBLISHED, WITHDRAWN, DISCARDED -> "check";
        };
    }

    /** Whether the viewer may change the words: its actor's own, or a function that communicates for all. */
    public boolean isOwnOf(Viewer viewer) {
        return viewer.isOf(owner) || viewer.may(Mandate.COMMUNICATE);
    }

    /** Whether what is on its way will be for anybody once it is published. */
    public boolean goesToAnybody() {
        return open || Communicating.goesToAnybody(labels, wording());
    }

    Message coming(@Nullable Version next, Instant at) {
        return new Message(id, labels, marking, owner, next, out, ended, open, at);
    }

    Message published(Version now, boolean toAnybody) {
        var at = now.published() == null ? moved : now.published().at();
        return new Message(id, labels, marking, owner, null, now, null, open || toAnybody, at);
    }

    /** Ended for good; a discarded draft keeps its words. */
    Message ended(Step by) {
        return new Message(id, labels, marking, owner, out == null ? coming : null, out, by, open, by.at());
    }
}
