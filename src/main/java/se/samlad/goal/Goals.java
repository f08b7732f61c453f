package se.samlad.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.goal.GoalFact.Adopted;
import se.samlad.goal.GoalFact.Area;
import se.samlad.goal.GoalFact.Outcome;
import se.samlad.goal.GoalFact.Presented;
import se.samlad.goal.GoalFact.Remarked;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.web.Version;

/** All goals documents, folded over one stream or over all of them: there is one in four years. */
public record Goals(PMap<UUID, Goals.Document> byId) {

    private static final Goals NONE = new Goals(HashTreePMap.empty());
    static final View<Goals> VIEW = View.of("goal.document", NONE, GoalFact.class, Goals::apply);
    static final Across<Goals> ACROSS = new Across<>(View.of("goal.all", NONE, GoalFact.class, Goals::apply));

    private Goals apply(Entry by, GoalFact fact) {
        var before = byId.get(by.stream());
        var after = before != null
                ? before.after(by, fact)
                : fact instanceof GoalFact.Begun begun ? Document.of(by, begun) : null;
        return after == null ? this : new Goals(byId.plus(after.id(), after));
    }

    Optional<Document> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The latest years first. */
    List<Document> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Document::from)
                        .thenComparing(Document::begunAt)
                        .reversed())
                .toList();
    }

    /** Whether another one is adopted for any of its years. */
    boolean isTaken(Document of) {
        return byId.values().stream()
                .anyMatch(each -> each.isAdopted()
                        && !each.id().equals(of.id())
                        && each.from() <= of.until()
                        && of.from() <= each.until());
    }

    /** The one that holds in a year: adopted for it, or the last one adopted before; empty: none is adopted. */
    public Optional<Document> holding(int year) {
        return all().stream()
                .filter(each -> each.isAdopted() && each.from() <= year)
                .findFirst();
    }

    /**
     * An area with its versions, the latest last.
     *
     * @param as how it is now; where it is taken out: how it was last
     */
    public record Passage(Area as, PVector<Version> versions, boolean out) {

        private static final String BREAK = "\n\n";

        static Passage of(Area area, Entry by) {
            return new Passage(area, TreePVector.singleton(version(area, by)), false);
        }

        private Passage then(Area area, Entry by) {
            return new Passage(area, versions.plus(version(area, by)), false);
        }

        private Passage without(Entry by) {
            return new Passage(as, versions.plus(version(by, "")), true);
        }

        private static Version version(Area area, Entry by) {
            return version(by, area.sv() + BREAK + area.text());
        }

        private static Version version(Entry by, String text) {
            return new Version(by.id(), by.by(), by.recordedAt(), by.occurredAt(), text);
        }

        /** What an edit is drawn from. */
        public UUID drawn() {
            return versions.getLast().entry();
        }
    }

    /** What an actor said of a passage. @param answer null: nobody has answered */
    public record Remark(
            UUID id,
            By by,
            Instant at,
            Remarked said,
            @Nullable Answer answer) {}

    public record Answer(
            By by, Instant at, Outcome outcome, @Nullable String text) {}

    public record Note(UUID id, By by, Instant at, GoalFact.Workshop said) {}

    /**
     * The goals for some years.
     *
     * @param of the document that it began with; null: it is the first
     * @param passages in their order, those that were taken out too
     * @param adopted null: it is worked on
     * @param again why it is worked on after it was adopted; null: it was not
     * @param ended why nobody works on it any longer; null: it goes on
     * @param drawn the entry that last changed any passage: what is adopted
     */
    public record Document(
            UUID id,
            Labels labels,
            int from,
            int until,
            @Nullable UUID of,
            Instant begunAt,
            PVector<Passage> passages,
            PVector<Remark> remarks,
            PVector<Note> workshops,
            @Nullable Adopted adopted,
            @Nullable Presented presented,
            @Nullable String again,
            @Nullable String ended,
            UUID drawn)
            implements Things.Thing {

        private static Document of(Entry by, GoalFact.Begun begun) {
            var passages = TreePVector.from(
                    begun.areas().stream().map(area -> Passage.of(area, by)).toList());
            return new Document(
                    by.id(),
                    by.labels(),
                    begun.from(),
                    begun.until(),
                    begun.of(),
                    by.recordedAt(),
                    passages,
                    TreePVector.empty(),
                    TreePVector.empty(),
                    null,
                    null,
                    null,
                    null,
                    by.id());
        }

        public boolean isAdopted() {
            return adopted != null;
        }

        /** Whether it is worked on now. */
        public boolean isOpen() {
            return adopted == null && ended == null;
        }

        /** The areas that it has now, in their order. */
        public List<Area> areas() {
            return passages.stream()
                    .filter(each -> !each.out())
                    .map(Passage::as)
                    .toList();
        }

        public Optional<Area> area(String code) {
            return areas().stream().filter(each -> each.code().equals(code)).findFirst();
        }

        public Optional<Passage> passage(String code) {
            return passages.stream()
                    .filter(each -> each.as().code().equals(code))
                    .findFirst();
        }

        Optional<Remark> remark(UUID id) {
            return remarks.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        /** @param area null: of the whole document */
        public List<Remark> of(@Nullable String area) {
            return remarks.stream()
                    .filter(each -> java.util.Objects.equals(each.said().area(), area))
                    .toList();
        }

        /** Those that nobody has answered. */
        public List<Remark> unanswered() {
            return remarks.stream().filter(each -> each.answer() == null).toList();
        }

        /** The first day of its years. */
        public LocalDate begins() {
            return LocalDate.of(from, 1, 1);
        }

        private Document after(Entry by, GoalFact fact) {
            return switch (fact) {
                case GoalFact.Begun _ -> this;
                case GoalFact.Written w -> with(written(w.area(), by), by.id());
                case GoalFact.TakenOut out -> with(takenOut(out.area(), by), by.id());
                case Remarked said ->
                    with(remarks.plus(new Remark(by.id(), by.by(), by.recordedAt(), said, null)), workshops);
                case GoalFact.Answered a -> with(answered(by, a), workshops);
                case GoalFact.Workshop said ->
                    with(remarks, workshops.plus(new Note(by.id(), by.by(), by.recordedAt(), said)));
                case Adopted a -> settled(a, presented, null);
                case Presented p -> settled(adopted, p, again);
                case GoalFact.Reopened r -> settled(null, null, r.reason());
                case GoalFact.Ended e ->
                    new Document(
                            id,
                            labels,
                            from,
                            until,
                            of,
                            begunAt,
                            passages,
                            remarks,
                            workshops,
                            null,
                            null,
                            again,
                            e.reason(),
                            drawn);
            };
        }

        private PVector<Passage> written(Area area, Entry by) {
            for (int i = 0; i < passages.size(); i++)
                if (passages.get(i).as().code().equals(area.code()))
                    return passages.with(i, passages.get(i).then(area, by));
            return passages.plus(Passage.of(area, by));
        }

        private PVector<Passage> takenOut(String code, Entry by) {
            var all = passages;
            for (int i = 0; i < all.size(); i++)
                if (all.get(i).as().code().equals(code))
                    all = all.with(i, all.get(i).without(by));
            return all;
        }

        private PVector<Remark> answered(Entry by, GoalFact.Answered a) {
            var answer = new Answer(by.by(), by.recordedAt(), a.outcome(), a.text());
            var all = remarks;
            for (int i = 0; i < all.size(); i++) {
                var each = all.get(i);
                if (each.id().equals(by.subject()))
                    all = all.with(i, new Remark(each.id(), each.by(), each.at(), each.said(), answer));
            }
            return all;
        }

        private Document with(PVector<Passage> now, UUID entry) {
            return new Document(
                    id, labels, from, until, of, begunAt, now, remarks, workshops, adopted, presented, again, ended,
                    entry);
        }

        private Document with(PVector<Remark> said, PVector<Note> noted) {
            return new Document(
                    id, labels, from, until, of, begunAt, passages, said, noted, adopted, presented, again, ended,
                    drawn);
        }

        private Document settled(@Nullable Adopted as, @Nullable Presented to, @Nullable String reopened) {
            return new Document(
                    id, labels, from, until, of, begunAt, passages, remarks, workshops, as, to, reopened, ended, drawn);
        }
    }
}
