package se.samlad.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.By;
import se.samlad.journal.Entry;

/**
 * What holds of an actor, or of one of its units, with what a reader needs to judge it (C3): its latest report, and what
 * still stands from earlier ones.
 *
 * @param entry the entry that states it: the report, or its latest correction
 * @param report the report's id, unchanged by corrections
 * @param by who reported it first, and in which function
 * @param occurredAt when it was true, as stated
 * @param recordedAt when the entry was recorded, by the server's clock
 * @param renewedAt the time from which its age counts: {@code occurredAt}, or the latest "nothing new" (C1)
 * @param mended its latest correction; null: never corrected
 * @param marking as stored in the envelope, see {@link se.samlad.access.Marking#of}; null: the default
 * @param said the report, as corrected, with the lasting fields that still stand
 * @param since for each lasting field that stands, since when
 * @param before the status before the report, for a trend; null: this is the first
 */
public record Stated(
        UUID entry,
        UUID report,
        By by,
        Instant occurredAt,
        Instant recordedAt,
        Instant renewedAt,
        @Nullable Mended mended,
        @Nullable String marking,
        ReportFact.OwnPicture said,
        PMap<String, Since> since,
        @Nullable Status before) {

    /**
     * @param at when the text was first stated
     * @param by the report that stated it last
     * @param marking of that report, as stored in its envelope; null: the default
     */
    public record Since(Instant at, UUID by, @Nullable String marking) {}

    /** A correction. @param at by the incident's clock @param status as it stood before @param happened as it stood before */
    public record Mended(
            Instant at, @Nullable Status status, @Nullable String happened) {}

    static Stated of(Entry by, ReportFact.Reported said) {
        return of(by, said.said(), null);
    }

    static Stated of(Entry by, ReportFact.Corrected said) {
        return of(by, said.said(), new Mended(said.correctedAt(), null, null));
    }

    private static Stated of(Entry by, ReportFact.OwnPicture said, @Nullable Mended mended) {
        PMap<String, Since> since = HashTreePMap.empty();
        for (var field : said.lasting().keySet())
            since = since.plus(field, new Since(by.occurredAt(), by.subject(), by.marking()));
        return new Stated(
                by.id(),
                by.subject(),
                by.by(),
                by.occurredAt(),
                by.recordedAt(),
                by.occurredAt(),
                mended,
                by.marking(),
                said,
                since,
                null);
    }

    /** The key in {@link Situation#byUnit}: {@code actor} or {@code actor/unit}. */
    public String key() {
        return Situation.key(by.actor(), said.unit());
    }

    public String actor() {
        return by.actor();
    }

    public @Nullable String unit() {
        return said.unit();
    }

    public Status status() {
        return said.status();
    }

    /** When it was corrected, by the incident's clock; null: never. */
    public @Nullable Instant correctedAt() {
        return mended == null ? null : mended.at();
    }

    /** Since when the text of a lasting field stands, and by which report. */
    public Since since(String field) {
        return since.getOrDefault(field, new Since(occurredAt, report, marking));
    }

    /** Whether "nothing new" was recorded after the report itself. */
    public boolean isConfirmed() {
        return renewedAt.isAfter(occurredAt);
    }

    Stated stillTrue(Entry confirmation) {
        return renewed(confirmation.occurredAt());
    }

    /** This report after an earlier one. What the earlier one stated and this one does not still stands. */
    Stated after(Stated earlier) {
        return standing(earlier, earlier.said.lasting()).before(earlier.status());
    }

    /** Without what the report stated of these fields and has ended. */
    Stated without(UUID stating, List<String> ended) {
        var texts = new LinkedHashMap<>(said.lasting());
        texts.keySet().removeIf(field -> ended.contains(field) && isFrom(field, stating));
        return with(texts);
    }

    /**
     * This correction of the current report. It is as old as the text that it corrects, and what the report carried from
     * earlier ones still stands.
     */
    Stated correcting(Stated wrong) {
        var carried = new LinkedHashMap<>(wrong.said.lasting());
        carried.keySet().removeIf(wrong::isOwn);
        var how = new Mended(mended == null ? occurredAt : mended.at(), wrong.status(), wrong.said.happened());
        return standing(wrong, carried).before(wrong.before).with(how).renewed(wrong.renewedAt);
    }

    /** This report when an earlier one is corrected: what it carries from that one is carried as corrected. */
    Stated carryingCorrected(Stated earlier) {
        var texts = new LinkedHashMap<>(said.lasting());
        var better = earlier.said.lasting();
        texts.keySet().removeIf(field -> isFrom(field, earlier.report) && !better.containsKey(field));
        texts.replaceAll((field, text) -> isFrom(field, earlier.report) ? better.getOrDefault(field, text) : text);
        return with(texts);
    }

    private Stated with(Map<String, String> lasting) {
        PMap<String, Since> stand = since;
        for (var field : since.keySet()) if (!lasting.containsKey(field)) stand = stand.minus(field);
        return new Stated(
                entry,
                report,
                by,
                occurredAt,
                recordedAt,
                renewedAt,
                mended,
                marking,
                said.with(lasting),
                stand,
                before);
    }

    /** Whether the report itself stated the field. */
    private boolean isOwn(String field) {
        return isFrom(field, report);
    }

    private boolean isFrom(String field, UUID stating) {
        var stands = since.get(field);
        return stands != null && stands.by().equals(stating);
    }

    private Stated standing(Stated earlier, Map<String, String> carried) {
        var texts = new LinkedHashMap<>(carried);
        PMap<String, Since> from = HashTreePMap.empty();
        for (var field : carried.keySet()) {
            var stands = earlier.since.get(field);
            if (stands != null) from = from.plus(field, stands);
        }
        var earlierTexts = earlier.said.lasting();
        for (var own : said.lasting().entrySet()) {
            var stood = own.getValue().equals(earlierTexts.get(own.getKey())) ? earlier.since.get(own.getKey()) : null;
            texts.put(own.getKey(), own.getValue());
            from = from.plus(own.getKey(), new Since(stood == null ? occurredAt : stood.at(), report, marking));
        }
        return new Stated(
                entry, report, by, occurredAt, recordedAt, renewedAt, mended, marking, said.with(texts), from, before);
    }

    private Stated before(@Nullable Status was) {
        return new Stated(entry, report, by, occurredAt, recordedAt, renewedAt, mended, marking, said, since, was);
    }

    private Stated with(Mended how) {
        return new Stated(entry, report, by, occurredAt, recordedAt, renewedAt, how, marking, said, since, before);
    }

    private Stated renewed(Instant at) {
        return at.isAfter(renewedAt)
                ? new Stated(entry, report, by, occurredAt, recordedAt, at, mended, marking, said, since, before)
                : this;
    }
}
