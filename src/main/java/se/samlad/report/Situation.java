package se.samlad.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * Each actor's latest report about itself: the fold of the entries that the reader may see. The report with the latest
 * time of occurrence holds, so a late report about an earlier time does not replace a newer one.
 *
 * @param byUnit the current reports, by {@code actor} or {@code actor/unit}
 * @param needs the latest rows of kind NEED by actor, at most {@value #NEEDS} for each, oldest first
 * @param relayed the latest statements passed on about others (C3), at most {@value #RELAYED}, oldest first
 * @param corrections the latest correction of each corrected report or row, by its id
 */
public record Situation(
        PMap<String, Stated> byUnit,
        PMap<String, PVector<Passed>> needs,
        PVector<Passed> relayed,
        PMap<UUID, UUID> corrections) {

    static final int NEEDS = 3;
    static final int RELAYED = 30;

    public static final Situation NOTHING_SAID =
            new Situation(HashTreePMap.empty(), HashTreePMap.empty(), TreePVector.empty(), HashTreePMap.empty());

    public static final View<Situation> VIEW = View.of(
            "report.situation",
            NOTHING_SAID,
            ReportFact.Pictured.class,
            (state, entry, fact) -> state.apply(entry, fact));

    /** The key of an actor or of one of its units in {@link #byUnit}. */
    public static String key(String actor, @Nullable String unit) {
        return unit == null ? actor : actor + "/" + unit;
    }

    /** The report of the actor as a whole (unit null), or of the unit. */
    public Optional<Stated> find(String actor, @Nullable String unit) {
        return Optional.ofNullable(byUnit.get(key(actor, unit)));
    }

    /** The reports of the actor's units, by the unit's code; without the actor's report as a whole. */
    public List<Stated> unitsOf(String actor) {
        return byUnit.entrySet().stream()
                .filter(e -> e.getKey().startsWith(actor + "/"))
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    /**
     * The holes (C3): actors without a report, in the order given. A unit's report is enough for its actor not to be
     * one.
     */
    public List<String> missing(List<String> asked) {
        return asked.stream().filter(each -> !hasSaid(each)).toList();
    }

    private boolean hasSaid(String actor) {
        return byUnit.containsKey(actor) || byUnit.keySet().stream().anyMatch(key -> key.startsWith(actor + "/"));
    }

    /** The latest correction that the reader may see. @param subject the id of the corrected report or row */
    public Optional<UUID> correctionOf(UUID subject) {
        return Optional.ofNullable(corrections.get(subject));
    }

    Situation apply(Entry by, ReportFact.Pictured fact) {
        return switch (fact) {
            case ReportFact.Reported r -> reported(Stated.of(by, r));
            case ReportFact.Confirmed c -> confirmed(by, c);
            case ReportFact.Corrected c -> corrected(Stated.of(by, c)).noting(by);
            case ReportFact.Relayed r -> passingOn(Passed.of(by, r.text(), r.about(), r.source(), r.certainty()));
            case ReportFact.Noted n
            when n.kind() == ReportFact.Kind.NEED ->
                needing(by.by().actor(), Passed.of(by, n.text(), null, n.source(), n.certainty()));
            case ReportFact.Noted n -> this;
            case ReportFact.NoteCorrected c -> retold(by, c.text()).noting(by);
        };
    }

    private Situation reported(Stated next) {
        var now = byUnit.get(next.key());
        return now != null && next.occurredAt().isBefore(now.occurredAt()) ? this : stating(next);
    }

    private Situation confirmed(Entry by, ReportFact.Confirmed c) {
        var now = byUnit.get(key(by.by().actor(), c.unit()));
        return now != null && now.report().equals(c.confirms()) ? stating(now.stillTrue(by)) : this;
    }

    /**
     * A correction of the current report replaces it. A correction of another report counts only if it happened later
     * than the current one, or if there is none.
     */
    private Situation corrected(Stated next) {
        var now = byUnit.get(next.key());
        if (now == null) return stating(next);
        if (now.report().equals(next.report())) return stating(next.asFreshAs(now));
        return next.occurredAt().isAfter(now.occurredAt()) ? stating(next) : this;
    }

    private Situation passingOn(Passed next) {
        var all = relayed.plus(next);
        return new Situation(byUnit, needs, all.size() > RELAYED ? all.minus(0) : all, corrections);
    }

    private Situation needing(String actor, Passed next) {
        PVector<Passed> all =
                needs.getOrDefault(actor, TreePVector.<Passed>empty()).plus(next);
        return new Situation(byUnit, needs.plus(actor, all.size() > NEEDS ? all.minus(0) : all), relayed, corrections);
    }

    private Situation retold(Entry by, String text) {
        var actor = by.by().actor();
        var needed = needs.get(actor);
        return new Situation(
                byUnit,
                needed == null ? needs : needs.plus(actor, retold(needed, by, text)),
                retold(relayed, by, text),
                corrections);
    }

    private static PVector<Passed> retold(PVector<Passed> all, Entry by, String text) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).subject().equals(by.subject()))
                return all.with(i, all.get(i).retold(by, text));
        }
        return all;
    }

    private Situation stating(Stated next) {
        return new Situation(byUnit.plus(next.key(), next), needs, relayed, corrections);
    }

    private Situation noting(Entry correction) {
        return new Situation(byUnit, needs, relayed, corrections.plus(correction.subject(), correction.id()));
    }
}
