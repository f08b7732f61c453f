package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.refused;
import static se.samlad.incident.Storm.AIRPORT;
import static se.samlad.incident.Storm.BOARD;
import static se.samlad.incident.Storm.POLICE;
import static se.samlad.incident.Storm.RSIB;
import static se.samlad.incident.Storm.TABY;
import static se.samlad.incident.Storm.to;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.access.Grant;
import se.samlad.access.Grants;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Labels;

/** Whom an incident is open to: all members, unless the signal restricts it (I1, S1). */
class OpenedToTest {

    private static final Labels INCIDENT = Labels.of("incident:" + Storm.ID);

    @Test
    void membersByDefaultAndNobodyElse_S1() {
        var opened = opened(TABY, null);
        assertThat(opened).containsExactly("members");
        var grants = grants(opened);
        for (var who : List.of(TABY, POLICE, BOARD, RSIB))
            assertThat(sees(who, grants)).as(who.account()).isTrue();
        assertThat(sees(AIRPORT, grants)).isFalse();
        assertThat(Viewer.anybody(() -> grants).sees(INCIDENT)).isFalse();
    }

    @Test
    void narrowedToThoseNamedTheSignallerTheBoardAndTheJointFunctions_I1_S1() {
        var opened = opened(TABY, to("actor:polisen", "actor:polisen"));
        assertThat(opened).containsExactly("actor:lst", "actor:polisen", "actor:ssr", "actor:taby");
        var grants = grants(opened);
        for (var who : List.of(TABY, POLICE, BOARD, RSIB))
            assertThat(sees(who, grants)).as(who.account()).isTrue();
        assertThat(sees(Storm.REGION, grants)).isFalse();
    }

    /** Any audience other than named actors would be wider than the author of the signal expects. */
    @ParameterizedTest
    @ValueSource(strings = {"forum:00000000-0000-0000-0000-000000000001", "public", "nobody", "actor:atlantis", ""})
    void whatAnIncidentCantBeNarrowedToIsRefused_S1(String audience) {
        var by = seated("forum:00000000-0000-0000-0000-000000000001");
        refused("marking.audience", () -> opened(by, to(audience)));
        refused("marking.audience", () -> opened(by, to("actor:polisen", audience)));
    }

    @Test
    void theLegalGroundIsCheckedHoweverWideItIs_S1() {
        refused("marking.ground", () -> opened(TABY, new Marking(null, "18 kap", null)));
        refused("marking.tlp", () -> opened(TABY, new Marking(null, null, "PINK")));
        assertThat(opened(TABY, new Marking(List.of("actor:polisen"), "OSL 18:13", "AMBER")))
                .contains("actor:polisen")
                .doesNotContain("members");
    }

    private static List<String> opened(Acting by, @Nullable Marking marking) {
        return Handling.openedTo(marking, by, Storm.COMMON, Storm.KNOWN);
    }

    private static Acting seated(String forum) {
        var function = TABY.function();
        var grants = Grants.NONE.with(new Grant(forum, "actor:taby", true));
        return new Acting(TABY.account(), function, Viewer.of(TABY.account(), function, () -> grants));
    }

    /** The grants that the gate folds from the signal. */
    private static Grants grants(List<String> opened) {
        var storm = new Storm()
                .then(TABY, new IncidentFact.Signalled("Snö", null, null, null, opened, null))
                .then(BOARD, Storm.convened());
        var grants = Grants.NONE;
        for (var member : List.of("taby", "polisen", "lst", "region", "ssr"))
            grants = grants.with(new Grant("members", "actor:" + member, true));
        for (var entry : storm.entries())
            for (var grant : new IncidentRoom().openedTo().grants().apply(se.samlad.access.Grants.NONE, entry))
                grants = grants.with(grant);
        return grants;
    }

    private static boolean sees(Acting who, Grants grants) {
        return Viewer.of(who.account(), who.function(), () -> grants).sees(INCIDENT);
    }
}
