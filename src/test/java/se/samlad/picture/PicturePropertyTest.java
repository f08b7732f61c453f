package se.samlad.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.picture.Cast.picture;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samlad.report.Status;

class PicturePropertyTest {

    /** The report of an actor; a secret one is for the police only. */
    record Saying(int who, Status status, boolean secret) {}

    @Provide
    Arbitrary<List<Saying>> sayings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Cast.ALL.size() - 1),
                        Arbitraries.of(Status.class),
                        Arbitraries.of(true, false))
                .as(Saying::new)
                .list()
                .ofMaxSize(30);
    }

    /** A second journal without the hidden reports. */
    @Property(tries = 200, seed = "20261121")
    void whatIsHiddenLeavesNoTrace_S1(@ForAll("sayings") List<Saying> sayings) {
        var cast = new Cast();
        sayings.forEach(s -> say(cast, s));
        var open = cast.entries().stream()
                .filter(e -> !e.labels().all().contains("actor:polisen")
                        || e.labels().all().contains(Cast.EVERYBODY))
                .toList();
        var mine = PictureApi.answer("c", Cast.minute(0), picture(cast.seenBy(Cast.TABY)));
        assertThat(mine).isEqualTo(PictureApi.answer("c", Cast.minute(0), picture(open)));
        assertThat(String.valueOf(mine)).doesNotContain("hemligt");
    }

    @Property(tries = 200, seed = "20261121")
    void asKnownThenDoesNotChangeWithWhatComesLater_C5(
            @ForAll("sayings") List<Saying> early, @ForAll("sayings") List<Saying> late) {
        var cast = new Cast();
        early.forEach(s -> say(cast, s));
        var then = picture(cast.entries());
        late.forEach(s -> say(cast, s));
        var until = Cast.minute(early.size());
        var known = cast.entries().stream()
                .filter(e -> !e.recordedAt().isAfter(until))
                .toList();
        assertThat(picture(known)).isEqualTo(then);
    }

    @Property(tries = 200, seed = "20261121")
    void everybodyStandsOnceAndIsCountedOnce(@ForAll("sayings") List<Saying> sayings) {
        var cast = new Cast();
        sayings.forEach(s -> say(cast, s));
        var picture = picture(cast.entries());
        assertThat(Cast.codes(picture.standings())).containsExactlyInAnyOrder("nacka", "polisen", "region", "taby");
        assertThat(picture.counts().values().stream().mapToInt(n -> n).sum()).isEqualTo(Cast.ALL.size());
        assertThat(picture.groups().stream().flatMap(g -> g.standings().stream()))
                .containsExactlyElementsOf(picture.standings());
    }

    private static void say(Cast cast, Saying s) {
        var who = Cast.ALL.get(s.who());
        boolean hidden = s.secret() && !who.equals(Cast.TABY);
        cast.says(who, null, s.status(), hidden ? "hemligt" : "öppet", hidden ? "actor:polisen" : Cast.EVERYBODY);
    }
}
