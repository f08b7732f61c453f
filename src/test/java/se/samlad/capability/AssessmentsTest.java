package se.samlad.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import se.samlad.capability.Assessments.Of;
import se.samlad.capability.CapabilityFact.Assessed;
import se.samlad.capability.CapabilityFact.Shared;
import se.samlad.capability.CapabilityFact.Sharing;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.By;
import se.samlad.journal.Fact;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;

/** Whatever an actor says and however it shares: its assessments are read by those it allows last, and by nobody else (G3). */
class AssessmentsTest {

    private static final Of TABY = new Of("taby", 2026);

    /** Readers, by the labels that they hold. */
    private static final Set<String> OWN = Set.of("actor:taby", "members");

    private static final Set<String> BOARD = Set.of("actor:lst", "members");
    private static final Set<String> MEMBER = Set.of("actor:nacka", "members");
    private static final Set<String> OUTSIDER = Set.of("actor:flygplats");

    /** @param with null: the actor assesses */
    private record Act(@Nullable Sharing with, int part, int level) {}

    /** The journal as the verbs record it, and what holds last. */
    private static final class World {
        final Given given = new Given(Assessments.stream("taby"));
        private Sharing with = Sharing.OWN;
        private final @Nullable Integer[] levels = new Integer[3];

        private static List<String> readers(Sharing with) {
            return Assessing.readers("taby", with, "lst", "ssr");
        }

        private void say(Fact fact, Sharing to) {
            var in = Envelope.at(Given.minute(given.count()), new Labels(readers(to)));
            given.add(given.nextId(), TABY.subject(), new By("taby.tib", "taby", "tib"), fact, in);
        }

        void act(Act act) {
            if (act.with == null) {
                levels[act.part] = act.level;
                say(answer(act.part), with);
                return;
            }
            boolean wider = act.with.compareTo(with) > 0;
            say(new Shared(2026, act.with, readers(act.with)), wider ? act.with : with);
            with = act.with;
            if (wider) for (int i = 0; i < levels.length; i++) if (levels[i] != null) say(answer(i), with);
        }

        private Assessed answer(int part) {
            var level = levels[part];
            return new Assessed(2026, "p-" + part, "Fråga", level == null ? 0 : level, null, null);
        }

        boolean allows(Set<String> reader) {
            return reader == OWN || readers(with).stream().anyMatch(reader::contains);
        }

        void isSeenRightBy(Set<String> held) {
            Reader reader = held::contains;
            var seen = given.fold(Assessments.VIEW).seen(TABY, reader);
            for (int i = 0; i < levels.length; i++) {
                var answer = seen.answers().get("p-" + i);
                var level =
                        answer == null ? null : Integer.valueOf(answer.said().level());
                assertThat(level).isEqualTo(allows(held) ? levels[i] : null);
            }
            var visible = given.entries().stream()
                    .filter(entry -> reader.sees(entry.labels()))
                    .toList();
            assertThat(Assessments.VIEW.fold(visible).seen(TABY, reader))
                    .as("what is hidden changes nothing")
                    .isEqualTo(seen);
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(Sharing.values()).injectNull(0.6),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3))
                .as(Act::new)
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 300, seed = "20261201")
    void nobodyReadsWhatItIsNotAllowed(@ForAll("acts") List<Act> acts) {
        var world = new World();
        for (var act : acts) {
            world.act(act);
            for (var reader : List.of(OWN, BOARD, MEMBER, OUTSIDER)) world.isSeenRightBy(reader);
        }
    }
}
