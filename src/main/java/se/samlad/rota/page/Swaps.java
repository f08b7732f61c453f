package se.samlad.rota.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samlad.access.Function;
import se.samlad.rota.Duties;
import se.samlad.rota.Plan;
import se.samlad.rota.Rota;
import se.samlad.rota.Slice;
import se.samlad.rota.Staff;
import se.samlad.web.Say;

/** The part of the page on which colleagues ask each other to take a shift. */
final class Swaps {

    static final int MOST_OWN = 12;

    private final Duties duties;

    Swaps(Duties duties) {
        this.duties = duties;
    }

    /** What colleagues ask of the reader. */
    List<RotaPage.Swap> asked(List<Function> own, Reading r) {
        return swaps(
                own,
                r,
                s -> s.isOpen(r.now()) && s.said().to().equals(r.viewer().account()));
    }

    /** What the reader has asked, until the shift is over. */
    List<RotaPage.Swap> asking(List<Function> own, Reading r) {
        return swaps(own, r, s -> isMine(s, r));
    }

    private static boolean isMine(Plan.Swap s, Reading r) {
        return s.asker().equals(r.viewer().account())
                && r.now().isBefore(s.said().until());
    }

    private List<RotaPage.Swap> swaps(List<Function> own, Reading r, Predicate<Plan.Swap> which) {
        return own.stream()
                .flatMap(f -> duties.rota().of(f.id()).swaps().values().stream()
                        .filter(which)
                        .map(s -> swap(f, s, r)))
                .sorted(Comparator.comparing(RotaPage.Swap::from).thenComparing(RotaPage.Swap::id))
                .toList();
    }

    private RotaPage.Swap swap(Function f, Plan.Swap s, Reading r) {
        boolean mine = s.asker().equals(r.viewer().account());
        var said = s.said();
        return new RotaPage.Swap(
                s.id(),
                f,
                r.name(mine ? said.to() : s.asker()),
                said.from(),
                said.until(),
                said.backFrom(),
                said.backUntil(),
                said.note(),
                s.at(),
                s.accepted(),
                s.reason(),
                mine ? List.of() : afterwards(f, s, r));
    }

    /** What the rules say of the reader's rest if it says yes, and did not say before. */
    private List<String> afterwards(Function f, Plan.Swap s, Reading r) {
        var said = s.said();
        var begin = said.from().minus(Duration.ofDays(14));
        var end = said.until().plus(Duration.ofDays(14));
        var before = duties.planned(f, begin, end).stream()
                .filter(p -> p.account().equals(said.to()))
                .toList();
        var after = new ArrayList<>(before);
        after.add(new Slice(s.id(), said.to(), said.from(), said.until()));
        if (said.backFrom() != null && said.backUntil() != null) {
            var from = said.backFrom();
            var until = said.backUntil();
            var left = after.stream().flatMap(p -> p.without(from, until)).toList();
            after.clear();
            after.addAll(left);
        }
        var rules = Advice.of(duties.rota().of(f.id()).kind());
        var known = Advice.on(before, rules).stream().map(Advice.Found::rule).toList();
        return Advice.on(after, rules).stream()
                .filter(found -> !known.contains(found.rule()))
                .map(found -> text(found, r.say()))
                .toList();
    }

    /** The reader's shifts that are to come, with those who may be asked to take them. */
    Stream<RotaPage.Own> own(Function f, Reading r) {
        var account = r.viewer().account();
        var last = r.now().plus(Duties.WEEKS.multipliedBy(2));
        var coming = duties.planned(f, r.now(), last.plus(Rota.LONGEST)).stream()
                .filter(s -> s.from().isAfter(r.now()) && s.from().isBefore(last))
                .toList();
        var colleagues = Staff.of(duties.functions(), f).stream()
                .filter(a -> !a.equals(account))
                .map(a -> new RotaPage.Who(a, r.name(a), r.now(), null))
                .toList();
        var theirs = coming.stream()
                .filter(s -> !s.account().equals(account))
                .map(s -> r.who(f, s))
                .limit(MOST_OWN)
                .toList();
        return coming.stream()
                .filter(s -> s.account().equals(account))
                .map(s -> new RotaPage.Own(f, s.from(), s.until(), colleagues, theirs));
    }

    static String text(Advice.Found found, Say say) {
        var rule = found.rule();
        return say.text(
                "rota.rule." + rule.name(),
                rule.hours(),
                say.time(found.at()),
                found.times(),
                rule.source(),
                rule.read().toString());
    }
}
