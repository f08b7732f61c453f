package se.samlad.capability;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/** The lists of all years: the fold of their one stream. @param written by year, the latest version last */
public record Years(TreePMap<Integer, PVector<Years.Version>> written) {

    static final UUID STREAM = UUID.nameUUIDFromBytes("capability".getBytes(StandardCharsets.UTF_8));

    private static final Years NONE = new Years(TreePMap.empty());

    static final View<Years> VIEW = View.of("capability.years", NONE, CapabilityFact.class, Years::apply);
    static final Across<Years> ACROSS =
            new Across<>(View.of("capability.all-years", NONE, CapabilityFact.class, Years::apply));

    /** @param entry that wrote it */
    public record Version(UUID entry, By by, Instant at, CapabilityFact.Written said) {}

    private Years apply(Entry by, CapabilityFact fact) {
        if (!(fact instanceof CapabilityFact.Written written)) return this;
        var version = new Version(by.id(), by.by(), by.recordedAt(), written);
        var before = this.written.getOrDefault(written.year(), TreePVector.empty());
        return new Years(this.written.plus(written.year(), before.plus(version)));
    }

    /** The year's list: its own, else the one of the latest year before it that has one, else as shipped. */
    Year of(int year, Sheet shipped) {
        var own = written.get(year);
        if (own != null)
            return new Year(
                    year, own, own.getLast().said().sheet(), own.getLast().entry());
        var before = written.floorEntry(year);
        if (before == null) return new Year(year, TreePVector.empty(), shipped, null);
        var last = before.getValue().getLast();
        return new Year(year, TreePVector.empty(), last.said().sheet().unset(), last.entry());
    }

    /** What an edit of the year's list guards, and is drawn from where nobody has written one. */
    static UUID subject(int year) {
        return UUID.nameUUIDFromBytes(("capability/" + year).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One year's list.
     *
     * @param versions the latest last; empty: nobody has written one for the year
     * @param version the entry that wrote the list, for this year or an earlier one; null: it is as shipped
     */
    public record Year(
            int year,
            PVector<Version> versions,
            Sheet sheet,
            @Nullable UUID version) {

        public UUID drawn() {
            return versions.isEmpty() ? subject(year) : versions.getLast().entry();
        }

        public @Nullable LocalDate answerBy() {
            return versions.isEmpty() ? null : versions.getLast().said().answerBy();
        }

        public @Nullable String decision() {
            return versions.isEmpty() ? null : versions.getLast().said().decision();
        }
    }
}
