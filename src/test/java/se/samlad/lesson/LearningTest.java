package se.samlad.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Grant;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.lesson.Lesson.State;

/**
 * Whatever is said of a lesson by whomever in whatever order: it never disappears, all that is promised has an owner who said so
 * and a day, and its state follows from what was recorded (G5, A4).
 */
class LearningTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID IN = new UUID(7, 7);
    private static final Labels LABELS = Labels.of("members");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 14);
    private static final Set<String> ACTORS = Set.of("taby", "nacka", "solna", "ssr");
    private static final UUID PLANNED = new UUID(8, 8);
    private static final Learning.Known KNOWN = new Learning.Known(ACTORS::contains, PLANNED::equals);

    private static Acting acting(String actor, String name, Mandate... may) {
        var function = new Function(actor, name, name, name, Level.COORDINATING, Set.of(may), null, null);
        var account = actor + "." + name;
        var grants = Grants.NONE.with(new Grant("members", "actor:" + actor, true));
        return new Acting(account, function, Viewer.of(account, function, () -> grants));
    }

    private static final List<Acting> CAST = List.of(
            acting("taby", "tib", Mandate.STANCE),
            acting("nacka", "tib", Mandate.STANCE),
            acting("solna", "tib", Mandate.STANCE),
            acting("ssr", "kansli", Mandate.ADMIT));

    private static Given begun(boolean good) {
        var given = new Given(ID);
        var fact = Learning.observe("Telefonen var död", null, null, null, good, CAST.getFirst());
        given.add(ID, ID, CAST.getFirst().by(), fact, Envelope.at(Given.minute(0), LABELS));
        return given;
    }

    private static Lesson lesson(Given given) {
        return given.fold(AllLessons.VIEW).find(ID).orElseThrow();
    }

    /** What whoever is to act next does; the rest is tried by anybody at random, and often refused. */
    private static @Nullable LessonFact next(Lesson of, Random random, List<Acting> by) {
        if (of.isEnded()) return said(by, CAST.get(1), Learning.again("Igen", null, CAST.get(1)));
        if (of.says().lesson() == null) return said(by, CAST.get(0), Learning.learn(of, "Ladda", CAST.get(0)));
        var open = of.standing().filter(Measure::isOpen).findFirst().orElse(null);
        if (open == null && of.standing().anyMatch(m -> m.isDone() && !m.failed()))
            return said(by, CAST.get(3), Learning.test(of, IN, null, random.nextBoolean(), "Så", TODAY, CAST.get(3)));
        if (open == null) {
            var planned = new Learning.Planned(null, "Köp", "nacka", "2026-02-01", null, null);
            return said(by, CAST.get(0), Learning.measure(of, planned, KNOWN, TODAY, CAST.get(0)));
        }
        var owner = CAST.stream()
                .filter(each -> each.actor().equals(open.owner()))
                .findFirst()
                .orElseThrow();
        return said(
                by,
                owner,
                open.waits()
                        ? Learning.answer(of, open.id(), true, null, owner)
                        : Learning.done(of, open.id(), true, null, owner));
    }

    private static LessonFact said(List<Acting> by, Acting who, LessonFact fact) {
        by.add(who);
        return fact;
    }

    private static @Nullable LessonFact anything(Lesson of, Random random, List<Acting> by) {
        by.add(CAST.get(random.nextInt(CAST.size())));
        var who = by.getLast();
        var all = of.measures();
        var measure = all.isEmpty() ? null : all.get(random.nextInt(all.size())).id();
        var owner = List.of("taby", "nacka", "solna", "nobody", "").get(random.nextInt(5));
        var day = List.of("2026-02-01", "2026-01-14", "2025-01-01", "", "i morgon")
                .get(random.nextInt(5));
        var activity = Arrays.asList(null, PLANNED, new UUID(9, 9)).get(random.nextInt(3));
        var planned = new Learning.Planned(null, "Köp", owner, day, activity, null);
        var revised = new Learning.Planned(measure, "Köp två", null, day, activity, "Fler behövs");
        return switch (random.nextInt(9)) {
            case 0 -> Learning.learn(of, "Ladda " + random.nextInt(3), who);
            case 1, 2 -> Learning.measure(of, planned, KNOWN, TODAY, who);
            case 3 -> Learning.measure(of, revised, KNOWN, TODAY, who);
            case 4 -> Learning.answer(of, measure, random.nextInt(3) > 0, "Så är det", who);
            case 5 -> Learning.done(of, measure, random.nextInt(4) > 0, null, who);
            case 6 ->
                Learning.test(of, random.nextInt(4) > 0 ? IN : null, null, random.nextBoolean(), "Så", TODAY, who);
            case 7 -> Learning.again("Igen", null, who);
            default -> Learning.end(of, random.nextInt(6) > 0 ? " " : "Klart", null, false, who);
        };
    }

    /** One attempt is recorded, unless the rule refuses it. */
    private static boolean tried(Given given, Random random) {
        var by = new ArrayList<Acting>();
        try {
            var of = lesson(given);
            var fact = random.nextInt(3) > 0 ? next(of, random, by) : anything(of, random, by);
            if (fact == null) return false;
            var at = Envelope.at(Given.minute(given.count()), LABELS);
            given.add(given.nextId(), ID, by.getLast().by(), fact, at);
            return true;
        } catch (Refused no) {
            return false;
        }
    }

    @Property(tries = 150)
    void noneDisappearsAndWhatIsPromisedHasAnOwnerAndADay(@ForAll boolean good, @ForAll long seed) {
        var given = begun(good);
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            if (!tried(given, random)) continue;
            holds(given);
            Statistics.collect(lesson(given).state());
        }
        Statistics.coverage(seen -> {
            for (var state : State.values()) seen.check(state).count(some -> some > 0);
        });
    }

    private static void holds(Given given) {
        var all = given.fold(AllLessons.VIEW);
        var of = all.find(ID).orElseThrow();
        assertThat(all.open().contains(ID)).isEqualTo(!of.state().isOver());
        assertThat(of.steps()).hasSameSizeAs(given.entries());
        assertThat(of.measures()).extracting(m -> m.said().activity()).isSubsetOf(null, PLANNED);
        for (var m : of.measures()) {
            assertThat(ACTORS).contains(m.owner());
            assertThat(m.said().by()).isAfterOrEqualTo(TODAY);
            var own = own(given, m);
            if (m.isPromised() || m.isDone())
                assertThat(own).as("only the owner promises").isNotEmpty();
            if (m.done() != null) assertThat(m.done().by().actor()).isEqualTo(m.owner());
        }
        var latest = given.entries().reversed().stream()
                .map(Entry::fact)
                .filter(f -> f instanceof LessonFact.Tested
                        || f instanceof LessonFact.Done
                        || f instanceof LessonFact.Again && !of.says().good())
                .findFirst()
                .orElse(null);
        switch (of.state()) {
            case TESTED ->
                assertThat(latest).isInstanceOfSatisfying(LessonFact.Tested.class, t -> {
                    assertThat(t.worked()).isTrue();
                    assertThat(t.in()).isEqualTo(IN);
                });
            case DONE -> assertThat(of.standing()).isNotEmpty().allMatch(m -> m.done() != null);
            case MEASURED -> assertThat(of.due()).isPresent();
            case LEARNED, GOOD, OBSERVED -> assertThat(of.standing()).allMatch(m -> m.isDone() && m.failed());
            case ENDED -> assertThat(given.entries()).anyMatch(e -> e.fact() instanceof LessonFact.Ended);
        }
        if (of.state() == State.GOOD) assertThat(of.says().good()).isTrue();
    }

    /** The entries in which the owner itself says that it takes the measure on, as it now stands. */
    private static List<Entry> own(Given given, Measure m) {
        var found = new ArrayList<Entry>();
        for (var entry : given.entries()) {
            boolean about = entry.id().equals(m.id())
                    || entry.fact() instanceof LessonFact.Revised r
                            && r.measure().equals(m.id())
                    || entry.fact() instanceof LessonFact.Answered a
                            && a.measure().equals(m.id())
                            && a.stands();
            if (entry.id().equals(m.drawn())) found.clear();
            if (about && entry.by().actor().equals(m.owner())) found.add(entry);
        }
        return found;
    }

    /** A reader who may see only some of the entries, or gets them from a journal that was merged, still gets a lesson. */
    @Property(tries = 60)
    void theFoldIsTotalOnAnySubset(@ForAll long seed) {
        var given = begun(false);
        var random = new Random(seed);
        for (int i = 0; i < 30; i++) tried(given, random);
        var some = Stream.concat(
                        Stream.of(given.entries().getFirst()),
                        given.entries().stream().skip(1).filter(e -> random.nextBoolean()))
                .toList();
        var of = AllLessons.VIEW.fold(some).find(ID).orElseThrow();
        assertThat(of.state()).isNotNull();
        assertThat(AllLessons.VIEW
                        .fold(given.entries().stream().skip(1).toList())
                        .byId())
                .isEmpty();
    }
}
