package se.samlad.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.web.Version;

/**
 * A line of a meeting's protocol.
 *
 * @param under the point, or for a dissent the decision, that it belongs to; null: the meeting as a whole
 * @param actor whose it is
 * @param words as they stand now
 * @param reason of a decision; the text that goes with a point; null: none
 * @param page of what is taken up; null: none
 * @param why the key of the text that says why a point is due; null: somebody has put it there
 * @param due of an undertaking; null: no day is said
 * @param own the actor's own word on what was noted for it; null: none yet, or it wrote the line itself
 * @param done when it was carried out; null: it is not
 * @param changes its corrections, the latest last; empty: it stands as it was written
 */
public record Line(
        UUID id,
        Kind kind,
        @Nullable UUID under,
        String actor,
        By by,
        Instant at,
        String words,
        @Nullable String reason,
        @Nullable String page,
        @Nullable String why,
        @Nullable LocalDate due,
        @Nullable Own own,
        @Nullable Instant done,
        PVector<Change> changes) {

    public enum Kind {
        POINT,
        NOTE,
        DECISION,
        DISSENT,
        UNDERTAKING
    }

    /** @param text in its own words; null: as noted */
    public record Own(
            By by, Instant at, boolean stands, @Nullable String text) {}

    /** @param before the words until then @param withdrawn whether it holds no more */
    public record Change(UUID entry, By by, Instant at, String before, String reason, boolean withdrawn) {}

    static Line of(Entry entry, Kind kind, @Nullable UUID under, String actor, String words) {
        return new Line(
                entry.id(),
                kind,
                under,
                actor,
                entry.by(),
                entry.recordedAt(),
                words,
                null,
                null,
                null,
                null,
                null,
                null,
                TreePVector.empty());
    }

    static Line due(UUID id, By by, Instant at, MeetingFact.Taken t) {
        return new Line(
                id,
                Kind.POINT,
                null,
                by.actor(),
                by,
                at,
                t.title(),
                null,
                t.page(),
                t.why(),
                null,
                null,
                null,
                TreePVector.empty());
    }

    Line because(@Nullable String text) {
        return new Line(id, kind, under, actor, by, at, words, text, page, why, due, own, done, changes);
    }

    Line leadingTo(@Nullable String path, @Nullable String because) {
        return new Line(id, kind, under, actor, by, at, words, reason, path, because, due, own, done, changes);
    }

    Line until(@Nullable LocalDate day) {
        return new Line(id, kind, under, actor, by, at, words, reason, page, why, day, own, done, changes);
    }

    Line owned(Own word) {
        return new Line(id, kind, under, actor, by, at, words, reason, page, why, due, word, done, changes);
    }

    Line carriedOut(@Nullable Instant when) {
        return new Line(id, kind, under, actor, by, at, words, reason, page, why, due, own, when, changes);
    }

    Line corrected(Entry entry, MeetingFact.Corrected c) {
        var now = new Change(entry.id(), entry.by(), entry.recordedAt(), words, c.reason(), c.text() == null);
        var then = c.text() == null ? words : c.text();
        return new Line(id, kind, under, actor, by, at, then, reason, page, why, due, own, done, changes.plus(now));
    }

    /** The last correction; null: it stands as it was written. */
    public @Nullable Change changed() {
        return changes.isEmpty() ? null : changes.getLast();
    }

    /** All that it has said, the latest last; a withdrawn line says nothing. */
    public List<Version> versions() {
        var all = new ArrayList<Version>();
        all.add(new Version(
                id, by, at, at, changes.isEmpty() ? words : changes.getFirst().before()));
        for (int i = 0; i < changes.size(); i++) {
            var each = changes.get(i);
            var now = i + 1 < changes.size() ? changes.get(i + 1).before() : words;
            all.add(new Version(each.entry(), each.by(), each.at(), each.at(), each.withdrawn() ? "" : now));
        }
        return List.copyOf(all);
    }

    /** What a correction is drawn from: the entry that gave it its words. */
    public UUID drawn() {
        var changed = changed();
        return changed == null ? id : changed.entry();
    }

    public boolean isWithdrawn() {
        var changed = changed();
        return changed != null && changed.withdrawn();
    }

    /** Whether somebody else wrote it for the actor, and the actor has said nothing of it (A4). */
    public boolean waits() {
        return kind == Kind.UNDERTAKING && !actor.equals(by.actor()) && own == null && !isWithdrawn();
    }

    public boolean isDeclined() {
        return own != null && !own.stands();
    }

    /** Whether it is undertaken and not carried out. */
    public boolean isOpen() {
        return kind == Kind.UNDERTAKING && done == null && !isWithdrawn() && !isDeclined();
    }

    /** Whether its day has passed. */
    public boolean isLate(LocalDate today) {
        return isOpen() && due != null && due.isBefore(today);
    }

    /** In the actor's own words where it has given them. */
    public String text() {
        return own == null || own.text() == null ? words : own.text();
    }
}
