package se.samlad.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.warning.Read.Reference;

/**
 * What a new reading changes in what is watched. Pure: no clock, no journal.
 *
 * <p>A warning ends when its source cancels it, or when it is missing from a full list. The full-list rule holds only
 *
 * <ul>
 *   <li>for warnings of the list's own form: one form says nothing of the other's;
 *   <li>among warnings that came the same way: the caller passes as known only what came from the same address, or was handed in, so that an exercise handed in and a polled feed leave each other alone;
 *   <li>for what is in earnest, not when the list holds nothing but exercise, test or draft: a made-up list never ends
 *       a real warning. An empty list ends both;
 *   <li>for ids that the list does not mention in any way: one that it holds but that could not be read goes on, and
 *       where an item's id could not even be made out, nothing ends;
 *   <li>for a list that is not older than what is known, as one is that holds an earlier issue of a known warning.
 * </ul>
 *
 * <p>What its source has cancelled or replaced stays ended, however often a list still holds it, until its source issues
 * it anew. A warning that was only missing and comes again is new.
 */
public final class Watched {

    /** A known warning, with as much of it as is stored. */
    public interface Known {
        String id();

        Warning.Form form();

        /** Not for real. */
        boolean pretended();

        /** 0 where the form has none. */
        int version();

        Instant sent();

        /** When the cancel or replacement that ended it was issued; null: it is open. */
        @Nullable
        Instant endedBy();

        /** Whether the new issue adds nothing. */
        boolean says(Warning now);
    }

    /** What became of one warning. */
    public sealed interface Change {

        record New(Warning warning) implements Change {}

        record Updated(Known before, Warning now) implements Change {}

        /** @param sent when its source issued what ended it; null: it is gone from the full list */
        record Ended(String id, Why why, @Nullable Instant sent) implements Change {}
    }

    public enum Why {
        /** The source cancelled it. */
        CANCELLED,
        /** The source's later warning replaces it. */
        REPLACED,
        /** The source's full list no longer holds it. */
        GONE
    }

    private static final Comparator<Known> ISSUES =
            Comparator.comparingInt(Known::version).thenComparing(Known::sent);

    /** Orders the issues of one warning. Of two that claim to be the same issue a cancel is the later, then the graver. */
    static final Comparator<Warning> LATEST = Comparator.<Warning, Known>comparing(w -> w, ISSUES)
            .thenComparing(Warning::cancelled)
            .thenComparing(w -> w.grade().severity(), Comparator.reverseOrder())
            .thenComparing(Warning::toString);

    private Watched() {}

    /**
     * The changes in the order of the reading, then what has ended. The references of the whole reading are heeded
     * first, so neither the order nor the repetition of its items matters, and the same reading again changes nothing.
     *
     * @param known by id, delivered the same way: what is open, and what its source has cancelled or replaced
     */
    public static List<Change> compare(Map<String, ? extends Known> known, Read read) {
        References references = new References(read);
        Set<String> living = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (Warning now : read.warnings()) {
            Known before = known.get(now.id());
            if (references.ended(now) != null || (before != null && isOver(before, now))) continue;
            living.add(now.id());
            if (before == null || before.endedBy() != null) changes.add(new Change.New(now));
            else if (!before.says(now) && !olderThan(now, before)) changes.add(new Change.Updated(before, now));
        }
        Set<String> gone = gone(known, read, references);
        for (Known each : known.values()) {
            if (each.endedBy() != null || each.form() != read.form() || living.contains(each.id())) continue;
            Reference by = references.ended(each);
            if (by != null) changes.add(new Change.Ended(each.id(), by.why(), by.sent()));
            else if (gone.contains(each.id())) changes.add(new Change.Ended(each.id(), Why.GONE, null));
        }
        return List.copyOf(changes);
    }

    /** The ids of the reading's warnings that the same reading ends, and how. */
    public static Map<String, Why> ended(Read read) {
        References references = new References(read);
        Map<String, Why> ended = new HashMap<>();
        for (Warning each : read.warnings()) {
            Reference by = references.ended(each);
            if (by != null) ended.put(each.id(), by.why());
        }
        return ended;
    }

    /** Whether its source ended the warning, and this is not a later issue than what was ended and what ended it. */
    private static boolean isOver(Known before, Warning now) {
        Instant endedBy = before.endedBy();
        return endedBy != null && !(olderThan(before, now) && now.sent().isAfter(endedBy));
    }

    /** What a reading refers to, by id. A cancel refers to its own id too. */
    private static final class References {

        /** The reference to go by, where there are several: a cancel, then the latest. */
        private static final Comparator<Reference> FOREMOST =
                Comparator.comparing(Reference::why).thenComparing(Reference::sent, Comparator.reverseOrder());

        private final Map<String, List<Reference>> byId = new HashMap<>();

        References(Read read) {
            read.references().forEach(this::add);
            read.warnings().stream()
                    .filter(Warning::cancelled)
                    .forEach(own -> add(new Reference(own.id(), Why.CANCELLED, own.sent(), own.pretended())));
        }

        private void add(Reference reference) {
            byId.computeIfAbsent(reference.id(), id -> new ArrayList<>()).add(reference);
        }

        /** What ends this issue; null: nothing. Nothing pretended ends what is real, nothing ends a later issue. */
        @Nullable
        Reference ended(Known issue) {
            return byId.getOrDefault(issue.id(), List.of()).stream()
                    .filter(by -> issue.pretended() || !by.pretended())
                    .filter(by -> !issue.sent().isAfter(by.sent()))
                    .min(FOREMOST)
                    .orElse(null);
        }
    }

    /** The ids that the full list no longer holds; none where the list can't tell. */
    private static Set<String> gone(Map<String, ? extends Known> known, Read read, References references) {
        if (!read.complete() || isOlder(known, read, references)) return Set.of();
        if (read.skipped().stream().anyMatch(skipped -> skipped.id().isEmpty())) return Set.of();
        boolean onlyPretended =
                !read.warnings().isEmpty() && read.warnings().stream().allMatch(Warning::pretended);
        Set<String> gone = new HashSet<>();
        for (Known each : known.values()) {
            if ((each.pretended() || !onlyPretended) && !skipped(each.id(), read)) gone.add(each.id());
        }
        read.warnings().forEach(held -> gone.remove(held.id()));
        return gone;
    }

    /** Whether the list holds an earlier issue of a warning that is known and that the list does not end. */
    private static boolean isOlder(Map<String, ? extends Known> known, Read read, References references) {
        return read.warnings().stream().anyMatch(now -> {
            Known before = known.get(now.id());
            return before != null
                    && before.endedBy() == null
                    && references.ended(before) == null
                    && olderThan(now, before);
        });
    }

    /** Whether the first is an earlier issue of the same warning than the second. */
    static boolean olderThan(Known first, Known second) {
        return ISSUES.compare(first, second) < 0;
    }

    private static boolean skipped(String id, Read read) {
        return read.skipped().stream()
                .map(Read.Skipped::id)
                .anyMatch(skipped -> skipped.endsWith(":") ? id.startsWith(skipped) : id.equals(skipped));
    }
}
