package se.samlad.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.minute;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.catalogue.Kind;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.resource.Extending.Reply;
import se.samlad.resource.Need.Flag;
import se.samlad.resource.Need.State;
import se.samlad.resource.ResourceFact.Answer;
import se.samlad.staff.StaffFact.Post;

/** A later day, another thing, the cost, and what is offered unasked: each says it in its own name (D4, A4, R2). */
class ExtendingTest {

    private static final UUID ID = new UUID(8, 2);
    private static final UUID OFFER = new UUID(8, 3);
    private static final Acting REGION = acting(function("region"));
    private static final Acting TABY = acting(function("taby"));
    private static final Acting NACKA = acting(function("nacka"));

    private final Given given = new Given(new UUID(8, 0));
    private int minutes;

    private static Function function(String actor) {
        return new Function(actor, "tib", "tib", "tib", Level.COORDINATING, Set.of(Mandate.REPORT), null, null);
    }

    private void by(Acting who, ResourceFact fact) {
        about(ID, who, fact);
    }

    private void about(UUID subject, Acting who, ResourceFact fact) {
        boolean begins = fact instanceof ResourceFact.Raised || fact instanceof ResourceFact.Offered;
        var by = new By(who.account(), who.actor(), who.function().name());
        var at = Given.Envelope.at(minute(minutes++), Labels.of("members"));
        given.add(begins ? subject : given.nextId(), subject, by, fact, at);
    }

    private Need need() {
        return given.fold(Need.All.VIEW).find(ID).orElseThrow();
    }

    private Loan loan() {
        return need().loan("taby");
    }

    private Unasked offer() {
        return given.fold(Need.All.VIEW).offer(OFFER).orElseThrow();
    }

    private static Lending.Wanted wanted(int quantity) {
        return new Lending.Wanted("elverk", quantity, "Rimbo", null, minute(600), "Elva utan ström", null);
    }

    /** Three are asked for until minute 600; Täby lends two of them, and they are there. */
    private void lent() {
        by(REGION, Lending.raise(wanted(3), Given.NOON, REGION));
        by(TABY, Lending.promise(need(), 2, null, null, TABY));
        by(REGION, Lending.accept(need(), "taby", null, REGION));
        by(TABY, Lending.arrive(need(), null, 2, TABY));
    }

    @Test
    void extendedIsNotOverdue_D4() {
        lent();
        assertThat(need().flags(minute(599))).isEmpty();
        assertThat(need().flags(minute(600))).containsExactly(Flag.RETURN_OVERDUE);
        by(REGION, Extending.ask(need(), null, minute(900), "Snön ligger kvar", minute(500), REGION));
        assertThat(need().flags(minute(599))).containsExactly(Flag.EXTENSION_ASKED);
        assertThat(need().flags(minute(600))).containsExactly(Flag.RETURN_OVERDUE, Flag.EXTENSION_ASKED);
        by(TABY, Extending.answer(need(), Reply.YES, minute(900), null, minute(501), TABY));
        assertThat(need().due(loan())).isEqualTo(minute(900));
        assertThat(need().flags(minute(899))).isEmpty();
        assertThat(need().flags(minute(900))).containsExactly(Flag.RETURN_OVERDUE);
    }

    @Test
    void theLenderSaysNoOrAnotherDay_D4() {
        lent();
        by(REGION, Extending.ask(need(), null, minute(900), "Snön", minute(500), REGION));
        refused("text.missing", () -> Extending.answer(need(), Reply.NO, null, " ", minute(501), TABY));
        by(TABY, Extending.answer(need(), Reply.NO, null, "Vi behöver dem", minute(501), TABY));
        assertThat(need().due(loan())).isEqualTo(minute(600));
        refused("resource.nothing-asked", () -> Extending.answer(need(), Reply.YES, null, null, minute(502), TABY));
        by(REGION, Extending.ask(need(), null, minute(900), "Snön", minute(503), REGION));
        refused("resource.later", () -> Extending.answer(need(), Reply.OTHER, minute(600), null, minute(504), TABY));
        by(TABY, Extending.answer(need(), Reply.OTHER, minute(700), null, minute(504), TABY));
        assertThat(need().due(loan())).isEqualTo(minute(700));
        assertThat(need().loan("nacka").agreed().due()).isNull();
    }

    /** A yes is to the day that was read. */
    @Test
    void aYesIsNotToAnotherDay_A4() {
        lent();
        by(REGION, Extending.ask(need(), null, minute(900), "Snön", minute(500), REGION));
        by(REGION, Extending.ask(need(), null, minute(1_900), "Snön", minute(501), REGION));
        refused(
                "resource.asked-otherwise",
                () -> Extending.answer(need(), Reply.YES, minute(900), null, minute(502), TABY));
        refused("resource.answer", () -> Extending.answer(need(), null, null, null, minute(502), TABY));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 0, 400, 500, 600, 1_000_000})
    void aLaterDayIsLaterAndAhead_D4(int until) {
        lent();
        refused("resource.later", () -> Extending.ask(need(), null, minute(until), "Snön", minute(500), REGION));
    }

    @Test
    void nobodySpeaksForAnother_A4() {
        lent();
        notMandated("resource.asker", () -> Extending.ask(need(), null, minute(900), "x", minute(9), TABY));
        notMandated("resource.lender", () -> Extending.answer(need(), Reply.YES, null, null, minute(9), REGION));
        notMandated("resource.lender", () -> Extending.replace(need(), 1, "x", "y", NACKA));
        notMandated("resource.lender", () -> Extending.charge(need(), 1, "x", REGION));
        by(TABY, Extending.charge(need(), 1, "x", TABY));
        notMandated("resource.asker", () -> Extending.settle(need(), "taby", null, true, null, TABY));
    }

    /** What comes instead is another thing: who asked says anew whether it takes it. */
    @Test
    void whatIsReplacedIsAcceptedAnew_D4() {
        by(REGION, Lending.raise(wanted(3), Given.NOON, REGION));
        by(TABY, Lending.promise(need(), 3, null, null, TABY));
        by(REGION, Lending.accept(need(), "taby", null, REGION));
        by(TABY, Lending.depart(need(), 1, TABY));
        refused("resource.at-most", () -> Extending.replace(need(), 3, "batterier", "Motorn", TABY));
        by(TABY, Extending.replace(need(), 2, "batterier", "Motorn", TABY));
        assertThat(loan().promised()).isEqualTo(3);
        assertThat(loan().accepted()).isEqualTo(1);
        assertThat(loan().agreed().instead()).extracting(Loan.Instead::what).containsExactly("batterier");
        assertThat(need().missing()).isZero();
        assertThat(need().flags(Given.NOON)).containsExactly(Flag.WAITS_FOR_ASKER);
        by(REGION, Lending.accept(need(), "taby", null, REGION));
        assertThat(loan().accepted()).isEqualTo(3);
    }

    @Test
    void theCostIsAcknowledgedOrDisputed_D4() {
        by(REGION, Lending.raise(wanted(3), Given.NOON, REGION));
        by(TABY, Lending.promise(need(), 2, null, null, TABY));
        refused("resource.nothing-sent", () -> Extending.charge(need(), 1, "Bränsle", TABY));
        by(REGION, Lending.accept(need(), "taby", null, REGION));
        by(TABY, Lending.arrive(need(), null, 2, TABY));
        refused("resource.no-cost", () -> Extending.settle(need(), "taby", null, true, null, REGION));
        by(TABY, Extending.charge(need(), 12_000, "Bränsle", TABY));
        var first = Objects.requireNonNull(loan().agreed().cost()).entry();
        refused("text.missing", () -> Extending.settle(need(), "taby", first, false, null, REGION));
        by(REGION, Extending.settle(need(), "taby", first, false, "Vi tankade själva", REGION));
        assertThat(need().flags(Given.NOON)).containsExactly(Flag.COST_DISPUTED);
        by(TABY, Extending.charge(need(), 9_000, "Bara förare", TABY));
        assertThat(need().flags(Given.NOON)).isEmpty();
        refused("resource.cost-changed", () -> Extending.settle(need(), "taby", first, true, null, REGION));
        var second = Objects.requireNonNull(loan().agreed().cost()).entry();
        by(REGION, Extending.settle(need(), "taby", second, true, null, REGION));
        assertThat(Objects.requireNonNull(loan().agreed().cost()).isSettled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 1_000_000_001, Integer.MAX_VALUE})
    void anAbsurdCostIsRefused(int sek) {
        lent();
        refused("resource.sek", () -> Extending.charge(need(), sek, "Bränsle", TABY));
    }

    @Test
    void countsDiffer_D4() {
        by(REGION, Lending.raise(wanted(5), Given.NOON, REGION));
        by(TABY, Lending.promise(need(), 5, null, null, TABY));
        by(REGION, Lending.accept(need(), "taby", null, REGION));
        by(TABY, Lending.depart(need(), 5, TABY));
        assertThat(need().flags(Given.NOON)).isEmpty();
        by(REGION, Lending.arrive(need(), "taby", 3, REGION));
        assertThat(need().flags(Given.NOON)).containsExactly(Flag.COUNTS_DIFFER);
        by(REGION, Lending.arrive(need(), "taby", 2, REGION));
        assertThat(need().flags(Given.NOON)).isEmpty();
    }

    @Test
    void whoLooksForItAnswersInTime_D4() {
        by(REGION, Lending.raise(wanted(3), Given.NOON, REGION));
        var looks = new Lending.Answering(Answer.LOOKING, null, null, null, minute(30));
        refused("resource.by-when", () -> Lending.answer(need(), looks, minute(30), TABY));
        by(TABY, Lending.answer(need(), looks, Given.NOON, TABY));
        assertThat(need().flags(minute(29))).isEmpty();
        assertThat(need().flags(minute(30))).containsExactly(Flag.ANSWER_LATE);
        by(TABY, Lending.promise(need(), 4, null, null, TABY));
        assertThat(need().flags(minute(30))).containsExactly(Flag.WAITS_FOR_ASKER, Flag.OVER_PROMISED);
    }

    /** Who takes up an offer has an answer, and no promise: only its owner gives that. */
    @Test
    void whatIsOfferedUnaskedIsTakenUp_A4() {
        var said = new Unasked.Offering("elverk", 4, Kind.POWER, null, minute(600), 30, "Med förare");
        about(OFFER, TABY, Unasked.offer(said, Given.NOON, TABY));
        by(REGION, Lending.raise(wanted(3), Given.NOON, REGION));
        notMandated("resource.asker", () -> offer().takeUp(need(), 1, Given.NOON, NACKA));
        refused("resource.offer-gone", () -> offer().takeUp(need(), 1, minute(600), REGION));
        refused("resource.at-most", () -> offer().takeUp(need(), 4, Given.NOON, REGION));
        by(REGION, offer().takeUp(need(), null, Given.NOON, REGION));
        assertThat(need().state()).isEqualTo(State.OPEN);
        assertThat(Objects.requireNonNull(need().answers().get("taby")).answer().quantity())
                .isEqualTo(3);
        assertThat(offer().left()).isEqualTo(1);
        notMandated("resource.offerer", () -> offer().withdraw(null, REGION));
        about(OFFER, TABY, offer().withdraw(null, TABY));
        refused("resource.offer-gone", () -> offer().takeUp(need(), 1, Given.NOON, REGION));
        refused("resource.offer-gone", () -> offer().withdraw(null, TABY));
    }

    /** People are lent as a function for a time (R2). */
    @Test
    void staffIsAFunctionForATime_R2() {
        var nobody = new Lending.Wanted(
                "stabspersonal", 1, "Rimbo", null, minute(600), "Ingen avlöser", null, Kind.STAFF, null, null, null);
        refused("resource.post", () -> Lending.raise(nobody, Given.NOON, REGION));
        var forEver = new Lending.Wanted(
                "stabspersonal", 1, "Rimbo", null, null, "Ingen avlöser", null, Kind.STAFF, Post.CHIEF, null, null);
        refused("resource.staff-until", () -> Lending.raise(forEver, Given.NOON, REGION));
    }
}
