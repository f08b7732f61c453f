package se.samlad.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.forum.Snow.AIRPORT;
import static se.samlad.forum.Snow.LST_TIB;
import static se.samlad.forum.Snow.TABY_SAK;
import static se.samlad.forum.Snow.TABY_TIB;
import static se.samlad.forum.Snow.call;
import static se.samlad.forum.Snow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.journal.Entry;

/** What holds of the fold whatever was recorded, and whatever of it the reader may see. */
class ForumsViewPropertyTest {

    private static final List<Function> WHO = List.of(LST_TIB, TABY_TIB, AIRPORT);

    @Property(tries = 200, seed = "20261121")
    void foldingInPiecesEqualsFoldingAtOnce(
            @ForAll("facts") List<ForumFact> facts, @ForAll @IntRange(min = 0, max = 30) int cut) {
        var entries = told(facts);
        int at = Math.min(cut, entries.size());
        var state = ForumsView.VIEW.fold(entries.subList(0, at));
        for (var entry : entries.subList(at, entries.size()))
            state = ForumsView.VIEW.step().apply(state, entry);
        assertThat(state).isEqualTo(ForumsView.VIEW.fold(entries));
    }

    @Property(tries = 200, seed = "20261121")
    void anySubsetFoldsAndNobodyIsBothInAndReleased(
            @ForAll("facts") List<ForumFact> facts, @ForAll List<Boolean> seen) {
        var visible = new ArrayList<Entry>();
        var all = told(facts);
        for (int i = 0; i < all.size(); i++) if (i >= seen.size() || seen.get(i)) visible.add(all.get(i));
        for (var forum : ForumsView.VIEW.fold(visible).all()) {
            assertThat(forum.seats().left().keySet()).noneMatch(forum.seats()::has);
            assertThat(forum.seats().acknowledged())
                    .isLessThanOrEqualTo(forum.seats().in().size());
        }
    }

    @Provide
    Arbitrary<List<ForumFact>> facts() {
        Arbitrary<List<String>> actors = Arbitraries.of("taby", "polisen", "flygplats", "nacka")
                .set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(List::copyOf);
        Arbitrary<ForumFact> one = Arbitraries.oneOf(
                actors.map(a -> new ForumFact.CalledIn(a, Affected.DIRECTLY, null)),
                actors.map(a -> new ForumFact.Released(a, "Klart")),
                Arbitraries.just(new ForumFact.NeedWeighed("Vägt")),
                Arbitraries.just(new ForumFact.Gathered()),
                Arbitraries.just(new ForumFact.Acknowledged(Snow.STORM)),
                Arbitraries.just(new ForumFact.ChairPassed("taby/tib", "Byte")),
                Arbitraries.just(new ForumFact.NextSet(Snow.NOON, null)),
                Arbitraries.just(new ForumFact.Initiated(null, Level.DIRECTING, "Mer", false)),
                Arbitraries.just(new ForumFact.Declined(Level.DIRECTING, "Nej")),
                Arbitraries.just(new ForumFact.Closed("Klart")));
        return one.list().ofMaxSize(20);
    }

    /** The facts spread over a coordinating and an executing forum, by one and another. */
    private static List<Entry> told(List<ForumFact> facts) {
        var snow = Snow.storm();
        var forums = List.of(
                snow.convened(LST_TIB, call(Level.COORDINATING, "taby", "flygplats")),
                snow.convened(TABY_SAK, form("Norrort", "nacka")),
                new UUID(9, 9));
        for (int i = 0; i < facts.size(); i++) {
            var forum = forums.get(i % forums.size());
            var fact =
                    facts.get(i) instanceof ForumFact.Acknowledged ? new ForumFact.Acknowledged(forum) : facts.get(i);
            snow.then(WHO.get(i % WHO.size()), forum, fact);
        }
        return snow.entries();
    }
}
