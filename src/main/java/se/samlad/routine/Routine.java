package se.samlad.routine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.routine.RoutineFact.FaultEnded;
import se.samlad.routine.RoutineFact.FaultReported;
import se.samlad.routine.RoutineFact.Kind;
import se.samlad.routine.RoutineFact.Result;
import se.samlad.routine.RoutineFact.Reviewed;
import se.samlad.routine.RoutineFact.TakenUp;
import se.samlad.routine.RoutineFact.Tested;
import se.samlad.routine.RoutineFact.Withdrawn;
import se.samlad.routine.RoutineFact.Written;
import se.samlad.web.Version;

/**
 * A routine, a template or a support.
 *
 * @param versions all texts, the latest last
 * @param reviewBy as its latest text or review says, whichever was recorded last
 * @param reviewed the latest review; null: none
 * @param tests in the order of their days, and of one day in the order in which they were recorded
 * @param withdrawn null: it is in use
 */
public record Routine(
        UUID id,
        Labels labels,
        PVector<Routine.Said<Written>> versions,
        LocalDate reviewBy,
        Routine.@Nullable Said<Reviewed> reviewed,
        PVector<Routine.Said<Tested>> tests,
        PVector<Routine.Fault> faults,
        Routine.@Nullable Said<Withdrawn> withdrawn)
        implements Things.Thing {

    /** A fact, and who recorded it when. */
    public record Said<F extends RoutineFact>(UUID entry, By by, Instant at, F what) {}

    /** @param ended null: it goes on */
    public record Fault(
            UUID id,
            By by,
            Instant at,
            String text,
            @Nullable Said<FaultEnded> ended) {

        public boolean goesOn() {
            return ended == null;
        }
    }

    /** How a support is. The worst comes first. */
    public enum State {
        /** A fault goes on. */
        FAULT,
        /** The latest test did not work. */
        FAILED,
        /** Never tested, or not for over a year. */
        UNTESTED,
        /** The latest test worked in part. */
        PARTLY,
        WORKS
    }

    /** All of them: there are some dozens. */
    public record All(PMap<UUID, Routine> byId) {

        private static final All NONE = new All(HashTreePMap.empty());
        static final View<All> VIEW = View.of("routine.one", NONE, RoutineFact.class, All::apply);
        static final Across<All> ACROSS = new Across<>(View.of("routine.all", NONE, RoutineFact.class, All::apply));

        private static final Comparator<Routine> BY_TITLE = Comparator.comparing(
                        (Routine each) -> each.as().title().sv(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Routine::id);

        private All apply(Entry by, RoutineFact fact) {
            var before = byId.get(by.stream());
            var after = before != null
                    ? before.after(by, fact)
                    : fact instanceof Written written ? begun(by, written) : null;
            return after == null ? this : new All(byId.plus(after.id(), after));
        }

        Optional<Routine> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        /** By Swedish name; without those that are withdrawn. */
        public List<Routine> inUse() {
            return sorted(byId.values().stream().filter(each -> each.withdrawn() == null));
        }

        public List<Routine> withdrawn() {
            return sorted(byId.values().stream().filter(each -> each.withdrawn() != null));
        }

        /** Those with a fault that goes on. */
        public List<Routine> failing() {
            return inUse().stream().filter(Routine::fails).toList();
        }

        private static List<Routine> sorted(Stream<Routine> of) {
            return of.sorted(BY_TITLE).toList();
        }
    }

    private static Routine begun(Entry by, Written written) {
        return new Routine(
                by.stream(),
                by.labels(),
                TreePVector.singleton(said(by, written)),
                written.reviewBy(),
                null,
                TreePVector.empty(),
                TreePVector.empty(),
                null);
    }

    private static <F extends RoutineFact> Said<F> said(Entry by, F fact) {
        return new Said<>(by.id(), by.by(), by.recordedAt(), fact);
    }

    private Routine after(Entry by, RoutineFact fact) {
        return switch (fact) {
            case Written f ->
                new Routine(id, labels, versions.plus(said(by, f)), f.reviewBy(), reviewed, tests, faults, withdrawn);
            case Reviewed f -> new Routine(id, labels, versions, f.next(), said(by, f), tests, faults, withdrawn);
            case Tested f ->
                new Routine(id, labels, versions, reviewBy, reviewed, tested(said(by, f)), faults, withdrawn);
            case FaultReported f ->
                with(faults.plus(new Fault(by.id(), by.by(), by.recordedAt(), f.text(), null)), withdrawn);
            case FaultEnded f -> with(ended(said(by, f)), withdrawn);
            case Withdrawn f -> with(faults, said(by, f));
            case TakenUp _ -> with(faults, null);
        };
    }

    private Routine with(PVector<Fault> known, @Nullable Said<Withdrawn> as) {
        return new Routine(id, labels, versions, reviewBy, reviewed, tests, known, as);
    }

    private PVector<Said<Tested>> tested(Said<Tested> test) {
        int at = tests.size();
        while (at > 0 && tests.get(at - 1).what().on().isAfter(test.what().on())) at--;
        return tests.plus(at, test);
    }

    private PVector<Fault> ended(Said<FaultEnded> end) {
        var all = faults;
        for (int i = 0; i < all.size(); i++) {
            var each = all.get(i);
            if (each.id().equals(end.what().fault()) && each.goesOn())
                all = all.with(i, new Fault(each.id(), each.by(), each.at(), each.text(), end));
        }
        return all;
    }

    /** How it is now. */
    public Written as() {
        return versions.getLast().what();
    }

    /** What an edit is drawn from. */
    public UUID drawn() {
        return versions.getLast().entry();
    }

    /** The texts that were, for reading what differs: Swedish, with all that is said of it. */
    public List<Version> texts() {
        return versions.stream()
                .map(each -> new Version(each.entry(), each.by(), each.at(), each.at(), all(each.what())))
                .toList();
    }

    private static String all(Written of) {
        var skilled = of.skilled() == null ? null : of.skilled().sv();
        return String.join(
                "\n\n",
                Stream.of(
                                of.title().sv(),
                                of.text().sv(),
                                of.fallback().sv(),
                                of.beyond().sv(),
                                skilled)
                        .filter(Objects::nonNull)
                        .toList());
    }

    public boolean isSupport() {
        return as().kind() == Kind.SUPPORT;
    }

    /** Its review should have been done; what is withdrawn is not looked at anew. */
    public boolean isOverdue(LocalDate today) {
        return withdrawn == null && reviewBy.isBefore(today);
    }

    public boolean fails() {
        return faults.stream().anyMatch(Fault::goesOn);
    }

    /** Those that go on, the longest first. */
    public List<Fault> going() {
        return faults.stream().filter(Fault::goesOn).toList();
    }

    Optional<Fault> fault(@Nullable UUID of) {
        return faults.stream().filter(each -> each.id().equals(of)).findFirst();
    }

    /** Null: it has never been tested. */
    public @Nullable Said<Tested> lastTest() {
        return tests.isEmpty() ? null : tests.getLast();
    }

    /** Null: it is no support, or is not in use. */
    public @Nullable State state(LocalDate today) {
        if (!isSupport() || withdrawn != null) return null;
        if (fails()) return State.FAULT;
        var last = lastTest();
        if (last != null && last.what().result() == Result.FAILED) return State.FAILED;
        if (last == null || last.what().on().isBefore(today.minusYears(1))) return State.UNTESTED;
        return last.what().result() == Result.PARTLY ? State.PARTLY : State.WORKS;
    }
}
