package se.samlad.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.agreement.AgreementFact.Acceded;
import se.samlad.agreement.AgreementFact.Decided;
import se.samlad.agreement.AgreementFact.Document;
import se.samlad.agreement.AgreementFact.Economy;
import se.samlad.agreement.AgreementFact.Left;
import se.samlad.agreement.AgreementFact.Outcome;
import se.samlad.agreement.AgreementFact.Price;
import se.samlad.agreement.AgreementFact.Shares;
import se.samlad.agreement.AgreementFact.Signed;
import se.samlad.agreement.AgreementFact.Step;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * All that is recorded of the agreement: some hundred entries in ten years. All members may read it.
 *
 * @param documents the versions of each, the latest last, by code
 * @param steps what is known of each actor's belonging, in the order recorded
 * @param economy the same of prices, shares, decisions and outcomes
 */
public record Agreement(
        PMap<String, PVector<Noted<Document>>> documents,
        PMap<String, PVector<Noted<Step>>> steps,
        PVector<Noted<Economy>> economy) {

    static final Across<Agreement> ACROSS = new Across<>(View.of(
            "agreement.all",
            new Agreement(OrderedPMap.empty(), HashTreePMap.empty(), TreePVector.empty()),
            AgreementFact.class,
            Agreement::apply));

    /** A fact, with who recorded it and when. */
    public record Noted<F>(UUID entry, By by, Instant at, F fact) {
        static <F> Noted<F> of(Entry entry, F fact) {
            return new Noted<>(entry.id(), entry.by(), entry.recordedAt(), fact);
        }
    }

    boolean isEmpty() {
        return documents.isEmpty() && steps.isEmpty();
    }

    private Agreement apply(Entry entry, AgreementFact fact) {
        return switch (fact) {
            case Document document ->
                new Agreement(
                        documents.plus(
                                document.code(),
                                documents
                                        .getOrDefault(document.code(), TreePVector.empty())
                                        .plus(Noted.of(entry, document))),
                        steps,
                        economy);
            case Step step ->
                new Agreement(
                        documents,
                        steps.plus(
                                step.actor(),
                                steps.getOrDefault(step.actor(), TreePVector.empty())
                                        .plus(Noted.of(entry, step))),
                        economy);
            case Economy each -> new Agreement(documents, steps, economy.plus(Noted.of(entry, each)));
        };
    }

    /** The versions of each document, the latest first. */
    public List<List<Noted<Document>>> versions() {
        return documents.values().stream()
                .map(versions -> List.copyOf(versions).reversed())
                .toList();
    }

    /** The latest version of each document. */
    public List<Document> inForce() {
        return documents.values().stream()
                .map(versions -> versions.get(versions.size() - 1).fact())
                .toList();
    }

    /** When the actor belonged, the first time first. What is recorded later of the same time corrects what was before. */
    List<Belonging> of(String actor) {
        var times = new ArrayList<Belonging>();
        for (var noted : steps.getOrDefault(actor, TreePVector.empty())) {
            var last = times.isEmpty() ? null : times.getLast();
            switch (noted.fact()) {
                case Signed signed -> {
                    if (last == null || !last.goesOn()) times.add(new Belonging(signed, null, null));
                    else times.set(times.size() - 1, last.with(signed));
                }
                case Acceded acceded -> {
                    if (last == null || isAfter(acceded, last)) times.add(new Belonging(null, acceded, null));
                    else times.set(times.size() - 1, last.with(acceded));
                }
                case Left left -> {
                    if (last != null) times.set(times.size() - 1, last.until(left));
                }
            }
        }
        return times;
    }

    private static boolean isAfter(Acceded acceded, Belonging last) {
        return last.left() != null
                && acceded.from().earliest().isAfter(last.left().last().latest());
    }

    /** Whether the actor has recorded such a step itself: the secretariat then notes none in its place (A4). */
    boolean saysItself(String actor, Class<? extends Step> step) {
        return steps.getOrDefault(actor, TreePVector.empty()).stream()
                .anyMatch(noted ->
                        step.isInstance(noted.fact()) && noted.by().actor().equals(actor));
    }

    /** The entry that last changed what is known of the actor: what an edit is drawn from. */
    @Nullable
    UUID drawn(String actor) {
        var all = steps.get(actor);
        return all == null ? null : all.get(all.size() - 1).entry();
    }

    /** The entry that last said something of the economy. */
    @Nullable
    UUID drawn() {
        return economy.isEmpty() ? null : economy.get(economy.size() - 1).entry();
    }

    private <F extends Economy> NavigableMap<Integer, Noted<F>> years(Class<F> kind) {
        var years = new TreeMap<Integer, Noted<F>>();
        for (var noted : economy)
            if (kind.isInstance(noted.fact()))
                years.put(
                        noted.fact().year(),
                        new Noted<>(noted.entry(), noted.by(), noted.at(), kind.cast(noted.fact())));
        return years;
    }

    private <F extends Economy> Optional<Noted<F>> holding(Class<F> kind, int year) {
        return Optional.ofNullable(years(kind).floorEntry(year)).map(java.util.Map.Entry::getValue);
    }

    Optional<Noted<Price>> price(int year) {
        return holding(Price.class, year);
    }

    Optional<Noted<Shares>> shares(int year) {
        return holding(Shares.class, year);
    }

    Optional<Noted<Decided>> decided(int year) {
        return Optional.ofNullable(years(Decided.class).get(year));
    }

    /** The decisions, the latest year first. */
    List<Noted<Decided>> decided() {
        return List.copyOf(years(Decided.class).descendingMap().values());
    }

    Optional<Noted<Outcome>> outcome(int year) {
        return Optional.ofNullable(years(Outcome.class).get(year));
    }
}
