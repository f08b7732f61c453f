package se.samlad.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a new reading changes in what is watched. Pure: no clock, no journal.
 *
 * <p>A warning ends when its source cancels it, or when it is missing from a full list. The full-list rule holds only
 *
 * <ul>
 *   <li>for warnings of the list's own form: one form says nothing of the other's;
 *   <li>among warnings that came the same way: the caller passes as known only what is not ended and came from the
 *       same address, or was handed in, so that an exercise handed in and a polled feed leave each other alone;
 *   <li>for what is in earnest, not when the list holds nothing but exercise, test or draft: a made-up list never ends
 *       a real warning. An empty list ends both;
 *   <li>for ids that the list does not mention in any way: one that it holds but that could not be read goes on, and
 *       where an item's id could not even be made out, nothing ends;
 *   <li>for a list that is not older than what is known, as one is that holds an earlier issue of a known warning.
 * </ul>
 *
 * <p>An ended warning that comes again is new.
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

        /** Whether the new issue adds nothing. */
        boolean says(Warning now);
    }

    /** What became of one warning. */
    public sealed interface Change {

        record New(Warning warning) implements Change {}

        record Updated(Known before, Warning now) implements Change {}

        record Ended(String id, Why why) implements Change {}
    }

    public enum Why {
        /** The source cancelled it. */
        CANCELLED,
        /** The source's later warning replaces it. */
        REPLACED,
        /** The source's full list no longer holds it. */
        GONE
    }

    private Watched() {}

    /**
     * The changes in the order of the reading, then what has ended by absence.
     *
     * @param known by id, not ended, delivered the same way
     */
    public static List<Change> compare(Map<String, ? extends Known> known, Read read) {
        Map<String, Known> open = new LinkedHashMap<>(known);
        List<Change> changes = new ArrayList<>();
        for (Warning now : read.warnings()) {
            changes.addAll(now.cancelled() ? cancelled(now, open) : issued(now, open));
        }
        if (tellsEnds(known, read)) changes.addAll(gone(known.values(), open, read));
        return List.copyOf(changes);
    }

    private static List<Change> cancelled(Warning cancel, Map<String, Known> open) {
        List<String> ids = new ArrayList<>(cancel.origin().revision().replaces());
        ids.add(cancel.id());
        return end(ids, cancel, open, Why.CANCELLED);
    }

    private static List<Change> issued(Warning now, Map<String, Known> open) {
        Known before = open.get(now.id());
        List<Change> changes = new ArrayList<>();
        if (before == null) changes.add(new Change.New(now));
        else if (!before.says(now) && !olderThan(now, before)) changes.add(new Change.Updated(before, now));
        List<String> others = now.origin().revision().replaces().stream()
                .filter(id -> !id.equals(now.id()))
                .toList();
        changes.addAll(end(others, now, open, Why.REPLACED));
        return changes;
    }

    /** Ends the open ones of the ids. A cancel or update of an exercise ends no real warning. */
    private static List<Change> end(List<String> ids, Warning by, Map<String, Known> open, Why why) {
        List<Change> ended = new ArrayList<>();
        for (String id : ids) {
            Known it = open.get(id);
            if (it == null || it.form() != by.form()) continue;
            if (by.pretended() && !it.pretended()) continue;
            open.remove(id);
            ended.add(new Change.Ended(id, why));
        }
        return ended;
    }

    private static boolean tellsEnds(Map<String, ? extends Known> known, Read read) {
        boolean allUnderstood =
                read.skipped().stream().noneMatch(skipped -> skipped.id().isEmpty());
        boolean older = read.warnings().stream().anyMatch(now -> {
            Known before = known.get(now.id());
            return before != null && olderThan(now, before);
        });
        return read.complete() && allUnderstood && !older;
    }

    private static List<Change> gone(Collection<? extends Known> known, Map<String, Known> open, Read read) {
        Set<String> held = new HashSet<>();
        read.warnings().forEach(warning -> held.add(warning.id()));
        boolean onlyPretended =
                !read.warnings().isEmpty() && read.warnings().stream().allMatch(Warning::pretended);
        return known.stream()
                .filter(warning -> open.containsKey(warning.id()) && !held.contains(warning.id()))
                .filter(warning -> warning.form() == read.form())
                .filter(warning -> warning.pretended() || !onlyPretended)
                .filter(warning -> !skipped(warning.id(), read))
                .<Change>map(warning -> new Change.Ended(warning.id(), Why.GONE))
                .toList();
    }

    /** Whether the first is an earlier issue of the same warning than the second. */
    static boolean olderThan(Known first, Known second) {
        return first.version() != second.version()
                ? first.version() < second.version()
                : first.sent().isBefore(second.sent());
    }

    private static boolean skipped(String id, Read read) {
        return read.skipped().stream()
                .map(Read.Skipped::id)
                .anyMatch(skipped -> skipped.endsWith(":") ? id.startsWith(skipped) : id.equals(skipped));
    }
}
