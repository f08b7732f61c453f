package se.samlad.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.casework.CaseFact.Sheet;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * A case and all that has happened to it: the fold of its stream.
 *
 * @param steps in the order in which they were taken, without what others say of themselves
 * @param others what others say of themselves, the latest of each actor and kind
 * @param sections of its long texts, in the order in which they were begun
 * @param written the entry that last wrote each long text since the last step
 * @param rules how steps are taken where the case is acted on
 */
public record Case(
        UUID id,
        Labels labels,
        CaseFact.Raised raised,
        By by,
        Instant at,
        Standing standing,
        PVector<Step> steps,
        PVector<Step> others,
        PVector<Section> sections,
        PMap<Sheet, UUID> written,
        Steps rules)
        implements Things.Thing {

    /** One entry. */
    public record Step(UUID entry, By by, Instant at, CaseFact fact) {

        public String actor() {
            return by.actor();
        }

        /** What it says; empty: nothing in words. */
        public String text() {
            return switch (fact) {
                case CaseFact.Raised f -> f.text();
                case CaseFact.Same f -> f.text() == null ? "" : f.text();
                case CaseFact.Experience f -> f.text();
                case CaseFact.Examined f -> f.text();
                case CaseFact.Proposed f -> f.text();
                case CaseFact.Decided f -> f.reason();
                case CaseFact.Project _, CaseFact.Work _, CaseFact.Came _, CaseFact.Settled _ -> "";
                case CaseFact.Written f -> f.text() == null ? "" : f.text();
                case CaseFact.Reported f -> f.text();
                case CaseFact.Valued f -> f.text();
                case CaseFact.FollowedUp f -> f.text();
                case CaseFact.Ended f -> f.reason();
                case CaseFact.Merged f -> f.reason();
                case CaseFact.Rested f -> f.reason();
                case CaseFact.Resumed f -> f.reason() == null ? "" : f.reason();
            };
        }

        /** The key of its name in the texts, and its name for programs. */
        public String name() {
            return switch (fact) {
                case CaseFact.Raised _ -> "raised";
                case CaseFact.Same _ -> "same";
                case CaseFact.Experience _ -> "experience";
                case CaseFact.Examined _ -> "examination";
                case CaseFact.Proposed _ -> "proposal";
                case CaseFact.Decided _ -> "decision";
                case CaseFact.Project _ -> "project";
                case CaseFact.Work _ -> "work";
                case CaseFact.Came _ -> "handed-over";
                case CaseFact.Written _ -> "section";
                case CaseFact.Settled _ -> "settings";
                case CaseFact.Reported _ -> "report";
                case CaseFact.Valued _ -> "valuation";
                case CaseFact.FollowedUp _ -> "follow-up";
                case CaseFact.Ended _ -> "ending";
                case CaseFact.Merged _ -> "merging";
                case CaseFact.Rested _ -> "resting";
                case CaseFact.Resumed _ -> "resumption";
            };
        }
    }

    /** The case of a stream, if the reader may see it. */
    static final View<Held<Case>> VIEW =
            Held.view("case.one", CaseFact.class, CaseFact.Raised.class, Case::begun, Case::after);

    private static Case begun(Entry entry, CaseFact.Raised raised) {
        return new Case(
                entry.id(),
                entry.labels(),
                raised,
                entry.by(),
                entry.recordedAt(),
                Standing.raised(entry.recordedAt()),
                TreePVector.singleton(step(entry, raised)),
                TreePVector.empty(),
                TreePVector.empty(),
                HashTreePMap.empty(),
                Steps.USUAL);
    }

    private static Step step(Entry entry, CaseFact fact) {
        return new Step(entry.id(), entry.by(), entry.recordedAt(), fact);
    }

    private Case after(Entry entry, CaseFact fact) {
        var step = step(entry, fact);
        if (fact instanceof CaseFact.Same || fact instanceof CaseFact.Experience)
            return new Case(id, labels, raised, by, at, standing, steps, said(step), sections, written, rules);
        if (fact instanceof CaseFact.Written w)
            return new Case(
                    id,
                    labels,
                    raised,
                    by,
                    at,
                    standing,
                    steps,
                    others,
                    Section.with(sections, entry, w),
                    written.plus(w.of(), entry.id()),
                    rules);
        var now = standing.after(fact, entry.recordedAt());
        return new Case(
                id, labels, raised, by, at, now, steps.plus(step), others, sections, HashTreePMap.empty(), rules);
    }

    private PVector<Step> said(Step step) {
        var kept = TreePVector.<Step>empty();
        for (var other : others)
            if (!other.actor().equals(step.actor()) || !other.name().equals(step.name())) kept = kept.plus(other);
        return kept.plus(step);
    }

    /** The entry of the last step: what a decision and a valuation are drawn from. */
    public UUID drawn() {
        return steps.getLast().entry();
    }

    /** The same case, where its steps are taken so. */
    Case under(Steps now) {
        return new Case(id, labels, raised, by, at, standing, steps, others, sections, written, now);
    }

    /** What a step is drawn from that makes the long text its own. */
    public UUID drawn(Sheet sheet) {
        return written.getOrDefault(sheet, drawn());
    }

    public List<Section> sections(Sheet sheet) {
        return sections.stream().filter(each -> each.of() == sheet).toList();
    }

    public List<Step> others(String name) {
        return others.stream().filter(step -> step.name().equals(name)).toList();
    }

    /** What the project's owner has said last of how it stands; null: nothing. */
    public CaseFact.@Nullable Work work() {
        return latest("work").map(step -> (CaseFact.Work) step.fact()).orElse(null);
    }

    /** The incident that it was left from; null: it was raised here. */
    public CaseFact.@Nullable Came came() {
        return latest("handed-over").map(step -> (CaseFact.Came) step.fact()).orElse(null);
    }

    /** The latest step of the kind; empty: none was taken. */
    public Optional<Step> latest(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).reduce((a, b) -> b);
    }
}
