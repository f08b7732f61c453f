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
 * One message: being prepared, published, or ended.
 *
 * @param labels of its first entry; later entries that decide on it carry the same labels
 * @param marking of its first entry, as stored; null: the default
 * @param owner the actor that the information belongs to (K1)
 * @param coming the version that is not published yet; null: none
 * @param out the latest published version, kept after withdrawal; null: none was published
 * @param ended its withdrawal, or its discarding before publication; null: it has not ended
 * @param open whether the published version is public
 * @param moved the time of its latest change, by the incident's clock
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

    /** The stages of a message. */
    public enum Stage {
        DRAFT,
        RETURNED,
        CHECKED,
        AGREED,
        PUBLISHED,
        WITHDRAWN,
        DISCARDED
    }

    /** Who took a step, when, and the reason if one was given. */
    public record Step(By by, Instant at, @Nullable String why) {}

    /**
     * One version.
     *
     * @param number from 1
     * @param entry the entry that last changed its words: the writing, or the publication
     * @param oldEnglish whether the Swedish words were changed and the English ones were not
     * @param written who wrote the latest wording, and when
     */
    public record Version(
            int number,
            UUID entry,
            Wording wording,
            boolean oldEnglish,
            Step written,
            @Nullable Step checked,
            @Nullable Step agreed,
            @Nullable Step published,
            @Nullable Step returned) {

        static Version drafted(int number, UUID entry, Wording wording, Step written) {
            return new Version(number, entry, wording, false, written, null, null, null, null);
        }

        /** The same version, written after another: its English words may be of that one. */
        Version after(@Nullable Version before) {
            boolean old = before != null && wording.keepsEnglishOf(before.wording(), before.oldEnglish());
            return new Version(number, entry, wording, old, written, checked, agreed, published, returned);
        }

        Version withChecked(Step by) {
            return new Version(number, entry, wording, oldEnglish, written, by, null, null, null);
        }

        Version withAgreed(Step by) {
            return new Version(number, entry, wording, oldEnglish, written, checked, by, null, null);
        }

        Version withPublished(UUID publication, Wording said, Step by) {
            return new Version(number, publication, said, oldEnglish, written, checked, agreed, by, null);
        }

        Version withReturned(Step by) {
            return new Version(number, entry, wording, oldEnglish, written, null, null, null, by);
        }

        public Stage stage() {
            if (published != null) return Stage.PUBLISHED;
            if (agreed != null) return Stage.AGREED;
            if (checked != null) return Stage.CHECKED;
            return returned != null ? Stage.RETURNED : Stage.DRAFT;
        }
    }

    /** The stage of the unpublished version; else of the published one; else how the message ended. */
    public Stage stage() {
        if (ended != null) return out != null ? Stage.WITHDRAWN : Stage.DISCARDED;
        return latest().map(Version::stage).orElse(Stage.DRAFT);
    }

    /** Whether the published version holds now. */
    public boolean isOut() {
        return out != null && ended == null;
    }

    /** The unpublished version, else the published one. */
    public Optional<Version> latest() {
        return Optional.ofNullable(coming != null ? coming : out);
    }

    /** The words of {@link #latest}. */
    public Wording wording() {
        return latest().map(Version::wording).orElseThrow(() -> new IllegalStateException("a message without words"));
    }

    /** The entry that last changed the words that a step or new words are about. */
    public UUID drawn() {
        return latest().map(Version::entry).orElse(id);
    }

    /** The same for what is published: what a withdrawal is about. */
    public UUID drawnOut() {
        return out == null ? id : out.entry();
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

    /** The path of the next step, below the message's own. */
    public String nextStep() {
        return switch (stage()) {
            case CHECKED -> "agreement";
            case AGREED -> "publication";
            case DRAFT, RETURNED, PUBLISHED, WITHDRAWN, DISCARDED -> "check";
        };
    }

    /** Whether the viewer may change the words: a function of the owner, or one that communicates for all. */
    public boolean isOwnOf(Viewer viewer) {
        return viewer.isOf(owner) || viewer.may(Mandate.COMMUNICATE);
    }

    /** Whether the unpublished version will be public once it is published. */
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

    /** The message, ended. A discarded draft keeps its words. */
    Message ended(Step by) {
        return new Message(id, labels, marking, owner, out == null ? coming : null, out, by, open, by.at());
    }
}
