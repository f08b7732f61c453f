package se.samlad.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pcollections.OrderedPMap;
import se.samlad.access.Function;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;
import se.samlad.actor.Admitting.Naming;
import se.samlad.actor.Admitting.Registration;
import se.samlad.journal.Refused;

/** The secretariat admits; each actor decides its own functions; what is joint is set up jointly (A1, A4, A6, A8, A9). */
class AdmittingTest {

    private static final Function KANSLI = function("ssr", "kansli", Mandate.ADMIT, Mandate.ADMINISTER);
    private static final Function ADMIN = function("nacka", "admin", Mandate.ADMINISTER);
    private static final Function TIB = function("nacka", "tib", Mandate.REPORT, Mandate.KEEP);
    private static final List<Function> ALL = List.of(ADMIN, TIB);
    private static final Actor NACKA = actor("nacka", Kind.MUNICIPALITY, Membership.PARTY);
    private static final Known KNOWN = new Known(
            RegionName.NONE,
            OrderedPMap.<String, Actor>empty()
                    .plus("lst", actor("lst", Kind.COUNTY_BOARD, Membership.PARTY))
                    .plus("nacka", NACKA),
            OrderedPMap.empty(),
            OrderedPMap.empty());

    private static Function function(String actor, String name, Mandate... mandates) {
        return new Function(actor, name, "Titel", "Title", Level.EXECUTING, Set.of(mandates), null, null);
    }

    private static Actor actor(String code, Kind kind, Membership membership) {
        return new Actor(code, code, code, code, null, kind, membership, null, "0182", List.of(), List.of());
    }

    private static Acting by(Function function) {
        return Viewer.of("account", function, () -> Grants.NONE).acting().orElseThrow();
    }

    private static Registration said(String code, String kind, String membership) {
        return new Registration(code, "Namn", "Name", "Kort", null, kind, membership, "2026-01-01", null);
    }

    private static Naming named(String name, String... mandates) {
        return new Naming(name, "Titel", "Title", "EXECUTING", List.of(mandates), null, null);
    }

    private static void refused(String key, String field, Runnable rule) {
        assertThatThrownBy(rule::run).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.key()).isEqualTo(key);
            assertThat(no.field().orElse("")).isEqualTo(field);
        });
    }

    @Test
    void onlyTheSecretariatAdmits_A9() {
        assertThat(Admitting.admit(said("tullen", "POLICE", "ASSOCIATED"), by(KANSLI), KNOWN)
                        .membership())
                .isEqualTo(Membership.ASSOCIATED);
        assertThatThrownBy(() -> Admitting.admit(said("tullen", "POLICE", "PARTY"), by(ADMIN), KNOWN))
                .isInstanceOf(NotMandated.class);
        assertThatThrownBy(() -> Admitting.register(said(null, "POLICE", "PARTY"), NACKA, by(ADMIN), KNOWN))
                .isInstanceOf(NotMandated.class);
    }

    @Test
    void aContactIsNoMember_andThereIsOneCountyBoard_A8_I2() {
        refused("actor.membership-kind", "membership", () -> admit("x", "CONTACT", "PARTY"));
        refused("actor.membership-kind", "membership", () -> admit("x", "POLICE", "NONE"));
        refused("actor.kind-one", "kind", () -> admit("x", "COUNTY_BOARD", "PARTY"));
        refused(
                "actor.kind-one",
                "kind",
                () -> Admitting.register(
                        said(null, "POLICE", "PARTY"), KNOWN.actors().get("lst"), by(KANSLI), KNOWN));
    }

    private static Actor admit(String code, String kind, String membership) {
        return Admitting.admit(said(code, kind, membership), by(KANSLI), KNOWN);
    }

    @Test
    void eachFieldIsRefusedByItsName() {
        refused("actor.code", "code", () -> admit("Täby", "POLICE", "PARTY"));
        refused("actor.code-reserved", "code", () -> admit("guest", "POLICE", "PARTY"));
        refused("actor.code-reserved", "code", () -> admit("samlad", "POLICE", "PARTY"));
        refused("actor.code-taken", "code", () -> admit("nacka", "POLICE", "PARTY"));
        refused("text.missing", "code", () -> admit(" ", "POLICE", "PARTY"));
        refused("actor.word", "kind", () -> admit("x", "ARMY", "PARTY"));
        var registration = new Registration("x", "a\u202eb", "Name", "Kort", null, "POLICE", "PARTY", null, null);
        refused("actor.unseen", "nameSv", () -> Admitting.admit(registration, by(KANSLI), KNOWN));
        var taken = new Registration("x", "a", "b", "c", null, "POLICE", "PARTY", null, "0182");
        refused("actor.scb-taken", "scb", () -> Admitting.admit(taken, by(KANSLI), KNOWN));
        var day = new Registration("x", "a", "b", "c", null, "POLICE", "PARTY", "i går", null);
        refused("actor.date", "since", () -> Admitting.admit(day, by(KANSLI), KNOWN));
    }

    @Test
    void whoIsAdmittedHasAHeadADutyOfficerAndAnAdministrator_A6() {
        var first = Admitting.first(NACKA);
        assertThat(first).extracting(Function::name).containsExactly("chef", "tib", "admin");
        assertThat(first).filteredOn(f -> f.may(Mandate.STANCE)).hasSize(2);
        assertThat(Admitting.first(actor("x", Kind.CONTACT, Membership.NONE))).noneMatch(f -> f.may(Mandate.STANCE));
    }

    @Test
    void anActorsAdministratorDecidesItsOwnPart_andOnlyThat_A4() {
        var changed = Admitting.name(named("tib", "REPORT", "STANCE"), NACKA, ALL, true, by(ADMIN))
                .function();
        assertThat(changed.mandates()).containsExactly(Mandate.REPORT, Mandate.STANCE, Mandate.KEEP);
        refused("actor.mandate", "mandates", () -> Admitting.name(named("tib", "ASSESS"), NACKA, ALL, true, by(ADMIN)));
        assertThatThrownBy(() -> Admitting.name(named("tib", "REPORT"), NACKA, ALL, true, by(TIB)))
                .isInstanceOf(NotMandated.class);
        var other = actor("taby", Kind.MUNICIPALITY, Membership.PARTY);
        assertThatThrownBy(() -> Admitting.name(named("tib", "REPORT"), other, List.of(), true, by(ADMIN)))
                .isInstanceOf(NotMandated.class);
    }

    @Test
    void theSecretariatDecidesTheJointPart_andAllOfItWhereTheActorHasNobody_A4_A9() {
        var joint = Admitting.name(named("tib", "ASSESS"), NACKA, ALL, true, by(KANSLI))
                .function();
        assertThat(joint.mandates()).containsExactly(Mandate.REPORT, Mandate.ASSESS);
        assertThatThrownBy(() -> Admitting.name(named("nyfunktion", "ASSESS"), NACKA, ALL, true, by(KANSLI)))
                .isInstanceOf(NotMandated.class);
        refused(
                "actor.mandate",
                "mandates",
                () -> Admitting.name(named("tib", "STANCE"), NACKA, ALL, true, by(KANSLI)));
        var free = Admitting.name(named("tib", "STANCE"), NACKA, ALL, false, by(KANSLI))
                .function();
        assertThat(free.mandates()).containsExactly(Mandate.STANCE);
        refused(
                "actor.mandate",
                "mandates",
                () -> Admitting.name(named("tib", "CONVENE"), NACKA, ALL, false, by(KANSLI)));
    }

    @Test
    void somebodyMustLetThePeopleIn() {
        refused(
                "actor.no-administrator",
                "mandates",
                () -> Admitting.name(named("admin", "REPORT"), NACKA, ALL, true, by(ADMIN)));
    }
}
