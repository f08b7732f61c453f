package se.samlad.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samlad.access.FunctionsTest.function;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Refused;

/** Who may see a text, as its author chose: open by default, exceptions marked (S1). */
class MarkingTest {

    private static final UUID INCIDENT = new UUID(1, 1);
    private static final String FORUM = "forum:" + new UUID(2, 2);
    private static final Function TIB = function("taby", "tib", Level.COORDINATING, null, Mandate.REPORT);
    private static final Acting TABY = acting(Grants.NONE.with(new Grant(FORUM, "actor:taby", true)));

    private static Acting acting(Grants grants) {
        return new Acting("taby.tib", TIB, Viewer.of("taby.tib", TIB, () -> grants));
    }

    @Test
    void allWhoTakePartByDefault_S1() {
        assertThat(labels(null)).containsExactly("actor:taby", "incident:" + INCIDENT);
        assertThat(labels(to())).containsExactly("actor:taby", "incident:" + INCIDENT);
        assertThat(labels(to("incident"))).containsExactly("actor:taby", "incident:" + INCIDENT);
    }

    @Test
    void narrowerIsWithoutTheIncident_S1() {
        assertThat(labels(to("actor:polisen", "actor:lst")))
                .containsExactly("actor:lst", "actor:polisen", "actor:taby");
        assertThat(labels(to(FORUM))).containsExactly("actor:taby", FORUM);
    }

    @Test
    void widerIsWhatItSays_S1() {
        assertThat(labels(to("members"))).containsExactly("actor:taby", "members");
        assertThat(labels(to("public"))).containsExactly("actor:taby", "public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "members", "public", "actor:polisen", "actor:taby"})
    void theAuthorsActorIsAlwaysAmongThem_S1(String audience) {
        assertThat(labels(to(audience))).contains("actor:taby");
        assertThat(TABY.viewer().sees(Marking.labels(to(audience), INCIDENT, TABY, known())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "everybody",
                "actor:",
                "actor:atlantis",
                "actor:TABY",
                "function:taby/tib",
                "admin:taby",
                "incident:00000000-0000-0001-0000-000000000001",
                "forum:x",
                "actor:taby\nmembers"
            })
    void whatIsNoAudienceIsRefusedByName_S1(String audience) {
        refused(to(audience), TABY, "marking.audience");
        refused(to("incident", audience), TABY, "marking.audience");
    }

    @Test
    void aForumIsForThoseWhoSitInIt_S1() {
        refused(to(FORUM), acting(Grants.NONE), "marking.not-yours");
        refused(to("forum:" + new UUID(3, 3)), TABY, "marking.not-yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OSL 18:13", "OSL 18:1", "OSL 15:2 a"})
    void aLegalGroundIsOne_S1(String ground) {
        assertThat(labels(new Marking(List.of("actor:polisen"), ground, null))).contains("actor:polisen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "18:13", "OSL 18", "OSL 18:13; drop", "osl 18:1", "OSL 118:1"})
    void aGroundThatIsNoneIsRefused_S1(String ground) {
        refused(new Marking(List.of("actor:polisen"), ground, null), TABY, "marking.ground");
    }

    @Test
    void tlpIsOneOfFive_S1() {
        for (var tlp : List.of("RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"))
            assertThat(labels(new Marking(null, null, tlp))).hasSize(2);
        for (var tlp : List.of("", "WHITE", "red")) refused(new Marking(null, null, tlp), TABY, "marking.tlp");
    }

    @Test
    void whatIsKeptIsWhatWasChosen_S1() {
        assertThat(Marking.stored(null)).isNull();
        assertThat(Marking.stored(to("incident"))).isNull();
        assertThat(Marking.of(null).isDefault()).isTrue();
        var chosen = new Marking(List.of("actor:polisen"), "OSL 18:1", "RED");
        assertThat(Marking.of(Marking.stored(chosen))).isEqualTo(chosen);
        assertThat(Marking.stored(to("members"))).isEqualTo("{\"audience\":[\"members\"]}");
    }

    private static Marking to(String... audience) {
        return new Marking(List.of(audience), null, null);
    }

    private static List<String> labels(@Nullable Marking marking) {
        return Marking.labels(marking, INCIDENT, TABY, known()).all();
    }

    private static java.util.function.Predicate<String> known() {
        return List.of("taby", "polisen", "lst")::contains;
    }

    private static void refused(Marking marking, Acting by, String key) {
        assertThatThrownBy(() -> Marking.labels(marking, INCIDENT, by, known()))
                .isInstanceOf(Refused.class)
                .hasMessage(key);
    }
}
