package se.samlad.local;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.given.Given;
import se.samlad.incident.ExerciseClock;
import se.samlad.incident.Incident;
import se.samlad.incident.Incident.State;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;

/** A local incident belongs to one regional incident, which belongs to none (F5). */
class LinkingTest {

    private static final Acting HANINGE = Given.acting("haninge", "sakchef", Level.EXECUTING, null, Mandate.INVITE);
    private static final Acting NACKA = Given.acting("nacka", "sakchef", Level.EXECUTING, null, Mandate.INVITE);
    private static final Acting BOARD = Given.acting("lst", "tib", Level.COORDINATING, null, Mandate.CONVENE);
    private static final Acting PEOPLE = Given.acting("haninge", "admin", Level.EXECUTING, null, Mandate.ADMINISTER);

    private static final UUID LOCAL = new UUID(0, 1);
    private static final UUID REGIONAL = new UUID(0, 2);

    private static Incident incident(UUID id, Acting by, State state, boolean exercise) {
        var clock = exercise ? new ExerciseClock(Given.NOON, Given.NOON) : null;
        var signal = new Incident.Signal(
                id,
                Labels.of("incident:" + id),
                by.by(),
                Given.NOON,
                new IncidentFact.Signalled("Snö", null, null, null, List.of("members"), exercise ? Given.NOON : null));
        return new Incident(
                signal,
                "Snö",
                clock,
                new Incident.Course(state, null, null),
                HashTreePMap.empty(),
                TreePVector.empty(),
                id);
    }

    private static Linking.Side side(UUID id, Acting by, State state) {
        return side(id, by, state, Links.NONE);
    }

    private static Linking.Side side(UUID id, Acting by, State state, Links links) {
        return new Linking.Side(incident(id, by, state, false), links);
    }

    private static Links above(@Nullable UUID parent) {
        return new Links(parent, Links.NONE.locals());
    }

    @Test
    void onlyTheOneWhoAnswersForItLinksIt_F5() {
        var local = side(LOCAL, HANINGE, State.LOCAL);
        var regional = side(REGIONAL, BOARD, State.ACTIVATED);
        assertThat(Linking.link(local, regional, HANINGE)).isEqualTo(new LocalFact.Linked(LOCAL, REGIONAL));
        assertThat(Linking.link(local, side(REGIONAL, BOARD, State.SIGNALLED), HANINGE))
                .isEqualTo(new LocalFact.Linked(LOCAL, REGIONAL));
        for (var other : List.of(NACKA, BOARD, PEOPLE))
            notMandated("local.whose", () -> Linking.link(local, regional, other));
    }

    @Test
    void oneAboveItAndNothingAboveThat_F5() {
        var local = side(LOCAL, HANINGE, State.LOCAL);
        var regional = side(REGIONAL, BOARD, State.ACTIVATED);
        refused("local.itself", () -> Linking.link(local, local, HANINGE));
        refused("local.parent-local", () -> Linking.link(local, side(REGIONAL, NACKA, State.LOCAL), HANINGE));
        refused(
                "local.parent-local",
                () -> Linking.link(local, side(REGIONAL, NACKA, State.ACTIVATED, above(new UUID(0, 3))), HANINGE));
        refused(
                "local.linked-already",
                () -> Linking.link(side(LOCAL, HANINGE, State.LOCAL, above(new UUID(0, 3))), regional, HANINGE));
        var below = new Links(null, Links.NONE.locals().plus(new UUID(0, 3)));
        refused("local.has-locals", () -> Linking.link(side(LOCAL, HANINGE, State.LOCAL, below), regional, HANINGE));
        for (var over : List.of(State.STOOD_DOWN, State.ANSWERED))
            refused("local.parent-ended", () -> Linking.link(local, side(REGIONAL, BOARD, over), HANINGE));
        for (var state : List.of(State.SIGNALLED, State.ANSWERED, State.ACTIVATED))
            refused("local.not-local", () -> Linking.link(side(LOCAL, HANINGE, state), regional, HANINGE));
        refused("incident.ended", () -> Linking.link(side(LOCAL, HANINGE, State.STOOD_DOWN), regional, HANINGE));
    }

    @Test
    void anExerciseAndWhatIsRealAreNeverLinked() {
        var real = side(LOCAL, HANINGE, State.LOCAL);
        var drill = new Linking.Side(incident(REGIONAL, BOARD, State.ACTIVATED, true), Links.NONE);
        refused("local.exercise", () -> Linking.link(real, drill, HANINGE));
        var localDrill = new Linking.Side(incident(LOCAL, HANINGE, State.LOCAL, true), Links.NONE);
        refused("local.exercise", () -> Linking.link(localDrill, side(REGIONAL, BOARD, State.ACTIVATED), HANINGE));
        assertThat(Linking.link(localDrill, drill, HANINGE).parent()).isEqualTo(REGIONAL);
    }

    @Test
    void aLinkIsTakenBackWithAReason_C5() {
        for (var state : List.of(State.LOCAL, State.STOOD_DOWN, State.ACTIVATED)) {
            var linked = side(LOCAL, HANINGE, state, above(REGIONAL));
            assertThat(Linking.unlink(linked, REGIONAL, " Fel ", HANINGE).reason())
                    .isEqualTo("Fel");
            refused("text.missing", () -> Linking.unlink(linked, REGIONAL, " ", HANINGE));
            refused("local.not-linked", () -> Linking.unlink(linked, new UUID(0, 3), "Fel", HANINGE));
            notMandated("local.whose", () -> Linking.unlink(linked, REGIONAL, "Fel", NACKA));
        }
        refused("local.not-linked", () -> Linking.unlink(side(LOCAL, HANINGE, State.LOCAL), REGIONAL, "Fel", HANINGE));
    }

    /** One of them is linked to another, or that is taken back, or it is taken locally or raised to the regional level. */
    record Press(int local, int parent, int what) {}

    @Provide
    Arbitrary<List<Press>> presses() {
        var which = Arbitraries.integers().between(0, 4);
        return Combinators.combine(which, which, Arbitraries.integers().between(0, 5))
                .as(Press::new)
                .list()
                .ofMaxSize(40);
    }

    /** Whatever is pressed in whatever order: one above, nothing above that, and both streams say the same. */
    @Property(tries = 300, seed = "20261201")
    void noChainAndNoCircle_F5(@ForAll("presses") List<Press> presses) {
        var states = new ArrayList<>(List.of(State.LOCAL, State.LOCAL, State.LOCAL, State.ACTIVATED, State.SIGNALLED));
        var streams =
                IntStream.range(0, 5).mapToObj(i -> new Given(new UUID(9, i))).toList();
        for (var press : presses) {
            try {
                var fact = decided(press, states, streams);
                if (fact == null) continue;
                for (int i : List.of(press.local(), press.parent())) {
                    var at = Given.Envelope.at(Given.NOON, Labels.of("members"));
                    streams.get(i).add(streams.get(i).nextId(), new UUID(8, i), HANINGE.by(), fact, at);
                }
                Statistics.label("press").collect("fact");
            } catch (Refused no) {
                Statistics.label("press").collect("refused");
            }
        }
        for (int i = 0; i < 5; i++) {
            var links = links(streams.get(i));
            if (links.parent() == null) continue;
            int above = (int) links.parent().getLeastSignificantBits();
            assertThat(above).isNotEqualTo(i);
            assertThat(links.locals()).isEmpty();
            assertThat(links(streams.get(above)).parent()).isNull();
            assertThat(links(streams.get(above)).locals()).contains(new UUID(9, i));
        }
    }

    private static @Nullable LocalFact decided(Press press, List<State> states, List<Given> streams) {
        if (press.what() == 5) {
            boolean taken = states.get(press.local()) == State.SIGNALLED;
            states.set(press.local(), taken ? State.LOCAL : State.ACTIVATED);
            return null;
        }
        var local =
                side(new UUID(9, press.local()), HANINGE, states.get(press.local()), links(streams.get(press.local())));
        var parent = side(
                new UUID(9, press.parent()), HANINGE, states.get(press.parent()), links(streams.get(press.parent())));
        return press.what() < 4
                ? Linking.link(local, parent, HANINGE)
                : Linking.unlink(local, parent.incident().id(), "Fel", HANINGE);
    }

    private static Links links(Given stream) {
        return stream.fold(Links.VIEW);
    }
}
