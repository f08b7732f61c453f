package se.samlad.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.access.FunctionsTest.function;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import se.samlad.journal.Labels;

/** The gate: a reader sees an entry when it holds one of the entry's labels, and by no other rule (DESIGN §2). */
class GateTest {

    private static final Function TIB = function("taby", "tib", Level.COORDINATING, null, Mandate.REPORT);
    private static final Function CHIEF = function("taby", "chef", Level.DIRECTING, null, Mandate.VERIFY);
    private static final List<String> WORDS = List.of(
            "public",
            "members",
            "incident:1",
            "incident:2",
            "incidents:1+2",
            "forum:1",
            "forum:2",
            "actor:taby",
            "actor:solna",
            "actor:lst",
            "function:taby/tib",
            "function:taby/chef");

    @Test
    void aFunctionHoldsItsActorItselfAndWhatIsPublic() {
        assertThat(viewer(Grants.NONE).held()).containsExactlyInAnyOrder("public", "actor:taby", "function:taby/tib");
        assertThat(Viewer.anybody(() -> Grants.NONE).held()).containsExactly("public");
    }

    @Test
    void membershipOpensTheIncidentAndItsEndClosesIt() {
        var member = Grants.NONE
                .with(new Grant("members", "actor:taby", true))
                .with(new Grant("incident:1", "members", true));
        assertThat(viewer(member).holds("incident:1")).isTrue();
        assertThat(viewer(member).isMember()).isTrue();
        var left = member.with(new Grant("members", "actor:taby", false));
        assertThat(viewer(left).holds("incident:1")).isFalse();
        assertThat(viewer(left).isMember()).isFalse();
    }

    /** As forums give the incident's label: a release from one forum takes nothing that another forum gives (A8). */
    @Test
    void whatTwoForumsGiveIsKeptWhileOneDoes_A8() {
        var both = Grants.NONE
                .with(new Grant("incident:1", "forum:1", true))
                .with(new Grant("incident:1", "forum:2", true))
                .with(new Grant("forum:1", "actor:taby", true))
                .with(new Grant("forum:2", "actor:taby", true));
        var one = both.with(new Grant("forum:1", "actor:taby", false));
        assertThat(viewer(one).held()).contains("incident:1", "forum:2").doesNotContain("forum:1");
        var none = one.with(new Grant("forum:2", "actor:taby", false));
        assertThat(viewer(none).held()).doesNotContain("incident:1", "forum:2");
    }

    @Test
    void thePublicHoldsNothingThatMembersDo() {
        var all = Grants.NONE
                .with(new Grant("members", "actor:taby", true))
                .with(new Grant("incident:1", "members", true));
        var anybody = Viewer.anybody(() -> all);
        assertThat(anybody.sees(Labels.of("members", "incident:1", "actor:taby")))
                .isFalse();
        assertThat(anybody.sees(Labels.of("incident:1", "public"))).isTrue();
        assertThat(anybody.acting()).isEmpty();
        assertThat(anybody.may(Mandate.REPORT)).isFalse();
    }

    /** A4: nothing lets one act in another's name. */
    @Test
    void whoActsDoesSoInItsOwnActorsName_A4() {
        var acting = viewer(Grants.NONE).acting().orElseThrow();
        assertThat(acting.by().actor()).isEqualTo("taby");
        assertThat(acting.by().function()).isEqualTo("tib");
        assertThat(acting.by().account()).isEqualTo("taby.tib");
        assertThat(viewer(Grants.NONE).isOf("solna")).isFalse();
    }

    /** Viewers with the same labels see the same entries, whatever their account and mandates. */
    @Property(tries = 1_000, seed = "20261121")
    void whatIsSeenDependsOnTheLabelsHeldOnly(
            @ForAll("grants") Grants grants, @ForAll("labels") Labels labels, @ForAll boolean chief) {
        var viewer = Viewer.of("taby.x", chief ? CHIEF : TIB, () -> grants);
        var both = new HashSet<>(labels.all());
        both.retainAll(Set.copyOf(viewer.held()));
        assertThat(viewer.sees(labels)).isEqualTo(!both.isEmpty());
        var other = function("taby", chief ? "chef" : "tib", Level.EXECUTING, "x", Mandate.CONVENE, Mandate.VERIFY);
        assertThat(Viewer.of("somebody.else", other, () -> grants).sees(labels)).isEqualTo(viewer.sees(labels));
        Statistics.label("seen").collect(viewer.sees(labels));
        Statistics.label("seen").coverage(c -> {
            c.check(true).percentage(p -> p > 10);
            c.check(false).percentage(p -> p > 10);
        });
    }

    /** The check of one label and the list of all labels must agree; SQL uses the list. */
    @Property(tries = 1_000, seed = "20261121")
    void oneByOneAndAllAtOnceAreTheSame(@ForAll("grants") Grants grants) {
        var viewer = viewer(grants);
        assertThat(WORDS.stream().filter(viewer::holds))
                .containsExactlyInAnyOrderElementsOf(
                        viewer.held().stream().distinct().toList());
    }

    /** What takes two labels is held with both, however each is held, and with no fewer. */
    @Property(tries = 1_000, seed = "20261121")
    void whatTakesTwoLabelsIsHeldWithBothAlone(@ForAll("grants") Grants grants) {
        var viewer = viewer(grants);
        boolean both = viewer.holds("incident:1") && viewer.holds("incident:2");
        assertThat(viewer.holds("incidents:1+2")).isEqualTo(both);
        Statistics.label("both").collect(both);
        Statistics.label("both").coverage(c -> {
            c.check(true).percentage(p -> p > 10);
            c.check(false).percentage(p -> p > 10);
        });
    }

    @Property(tries = 500, seed = "20261121")
    void moreLabelsNeverHideAnything(
            @ForAll("grants") Grants grants, @ForAll("labels") Labels labels, @ForAll("labels") Labels more) {
        var viewer = viewer(grants);
        assertThat(viewer.sees(labels.plus(more.all()))).isEqualTo(viewer.sees(labels) || viewer.sees(more));
    }

    /** Earlier grants are not changed by later ones. */
    @Property(tries = 300, seed = "20261121")
    void whatIsTakenBackWasNeverGiven(@ForAll("grants") Grants grants, @ForAll("grant") Grant grant) {
        var viewer = viewer(grants);
        var before = Set.copyOf(viewer.held());
        boolean had = grants.holders().containsKey(grant.label())
                && grants.holders().get(grant.label()).contains(grant.by());
        var changed = grants.with(new Grant(grant.label(), grant.by(), !had));
        var back = changed.with(new Grant(grant.label(), grant.by(), had));
        assertThat(Set.copyOf(viewer(back).held())).isEqualTo(before);
        assertThat(Set.copyOf(viewer.held())).isEqualTo(before);
        assertThat(Set.copyOf(viewer(changed).under(grants).held())).isEqualTo(before);
    }

    @Provide
    Arbitrary<Labels> labels() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(4).map(Labels::new);
    }

    /** Grants as rooms give them: incidents by members, actors or forums; forums by actors; membership by actors. */
    @Provide
    Arbitrary<Grant> grant() {
        var actor = Arbitraries.of("actor:taby", "actor:solna", "actor:lst");
        var forum = Arbitraries.of("forum:1", "forum:2");
        var incident = Arbitraries.of("incident:1", "incident:2");
        Arbitrary<Boolean> held =
                Arbitraries.frequency(net.jqwik.api.Tuple.of(4, true), net.jqwik.api.Tuple.of(1, false));
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.just("members"), actor, held).as(Grant::new),
                Combinators.combine(forum, actor, held).as(Grant::new),
                Combinators.combine(incident, actor, held).as(Grant::new),
                Combinators.combine(incident, forum, held).as(Grant::new),
                Combinators.combine(incident, Arbitraries.just("members"), held).as(Grant::new));
    }

    @Provide
    Arbitrary<Grants> grants() {
        return grant().list().ofMaxSize(12).map(list -> {
            var grants = Grants.NONE;
            for (var grant : list) grants = grants.with(grant);
            return grants.with(Grant.ofBoth("incidents:1+2", "incident:1", "incident:2"));
        });
    }

    private static Viewer viewer(Grants grants) {
        return Viewer.of("taby.tib", TIB, () -> grants);
    }
}
