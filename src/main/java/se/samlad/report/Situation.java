package se.samlad.report;

import java.time.Instant;
import java.util.ArrayList;
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
 * time of occurrence holds, so a late report about an earlier time does not replace a newer one. Consequences, measures,
 * resources, needs, communication and forecast stand until a later report ends or replaces them.
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

    static final int NEEDS = 30;
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

    /**
     * What stands until it is ended.
     *
     * @param name as {@code Sent.Report} names what is ended
     * @param field the name of the lasting field
     */
    public record Stands(String name, String field, String text, Instant since) {}

    /** What stands of the actor as a whole (unit null), with its needs in the log; or of the unit. */
    public List<Stands> standing(String actor, @Nullable String unit) {
        var standing = new ArrayList<Stands>();
        find(actor, unit).ifPresent(last -> last.said().lasting().forEach((field, text) -> {
            var since = last.since(field);
            standing.add(new Stands(field + ":" + since.by(), field, text, since.at()));
        }));
        if (unit == null)
            for (var need : needs.getOrDefault(actor, TreePVector.empty()))
                standing.add(new Stands(need.subject().toString(), "needs", need.text(), need.occurredAt()));
        return standing;
    }

    /** The need that stands and that the entry is about. */
    Optional<Passed> need(Entry about) {
        return needs.getOrDefault(about.by().actor(), TreePVector.empty()).stream()
                .filter(need -> need.subject().equals(about.subject()))
                .findFirst();
    }

    /** The latest correction that the reader may see. @param subject the id of the corrected report or row */
    public Optional<UUID> correctionOf(UUID subject) {
        return Optional.ofNullable(corrections.get(subject));
    }

    Situation apply(Entry by, ReportFact.Pictured fact) {
        return switch (fact) {
            case ReportFact.Reported r -> reported(Stated.of(by, r));
            case ReportFact.Ended e -> ended(by, e);
            case ReportFact.Confirmed c -> confirmed(by, c);
            case ReportFact.Corrected c -> corrected(Stated.of(by, c)).noting(by);
            case ReportFact.Relayed r -> passingOn(Passed.of(by, r.text(), r.about(), r.source(), r.certainty()));
            case ReportFact.Noted n
            when n.kind() == ReportFact.Kind.NEED ->
                needing(by.by().actor(), Passed.of(by, n.text(), null, n.source(), n.certainty()));
            case ReportFact.Noted n -> this;
            case ReportFact.NeedMet m -> met(by);
            case ReportFact.NoteCorrected c -> retold(by, c.text()).noting(by);
        };
    }

    private Situation reported(Stated next) {
        var now = byUnit.get(next.key());
        if (now == null) return stating(next);
        return next.occurredAt().isBefore(now.occurredAt()) ? this : stating(next.after(now));
    }

    /** Only what the actor itself has stated: the states are kept by actor. */
    private Situation ended(Entry by, ReportFact.Ended e) {
        var fields = e.what().stream().map(ReportFact.Ended.Standing::field).toList();
        var now = this;
        for (var stated : byUnit.values())
            if (stated.actor().equals(by.by().actor())) now = now.stating(stated.without(by.subject(), fields));
        return now;
    }

    private Situation confirmed(Entry by, ReportFact.Confirmed c) {
        var now = byUnit.get(key(by.by().actor(), c.unit()));
        return now != null && now.report().equals(c.confirms()) ? stating(now.stillTrue(by)) : this;
    }

    /**
     * A correction of the current report replaces it. A correction of another report replaces what the current one
     * carries from that report; the rest counts only if it happened later than the current one, or if there is none.
     */
    private Situation corrected(Stated next) {
        var now = byUnit.get(next.key());
        if (now == null) return stating(next);
        if (now.report().equals(next.report())) return stating(next.correcting(now));
        return stating(next.occurredAt().isAfter(now.occurredAt()) ? next.after(now) : now.carryingCorrected(next));
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

    /** Only the actor's own need: its rows are kept by actor. */
    private Situation met(Entry by) {
        var actor = by.by().actor();
        var needed = needs.getOrDefault(actor, TreePVector.empty());
        for (var need : needed)
            if (need.subject().equals(by.subject()))
                return new Situation(byUnit, needs.plus(actor, needed.minus(need)), relayed, corrections);
        return this;
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
