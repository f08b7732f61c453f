package se.samlad.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.minute;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.resource.Need.State;
import se.samlad.resource.ResourceFact.Answer;

/** What is asked for, promised, lent and returned: each in its own name, and no quantity from nowhere (D4, A4). */
class LendingTest {

    private static final UUID ID = new UUID(8, 2);
    private static final Function REGION = function("region", Mandate.REPORT);
    private static final Function TABY = function("taby", Mandate.REPORT);
    private static final Function NACKA = function("nacka", Mandate.REPORT);
    private static final Function ADMIN = function("solna", Mandate.ADMINISTER);
    private static final List<Function> ALL = List.of(REGION, TABY, NACKA, ADMIN);
    private static final int VERBS = 14;

    private final Given given = new Given(new UUID(8, 0));
    private int minutes;

    private static Function function(String actor, Mandate mandate) {
        return new Function(actor, "tib", "tib", "tib", Level.COORDINATING, Set.of(mandate), null, null);
    }

    private void by(Function function, ResourceFact fact) {
        var by = new By(function.actor() + ".tib", function.actor(), function.name());
        var id = given.count() == 0 ? ID : given.nextId();
        given.add(id, ID, by, fact, Given.Envelope.at(minute(minutes++), Labels.of("members")));
    }

    private Need raised(int quantity) {
        by(
                REGION,
                Lending.raise(
                        new Lending.Wanted(
                                "bandvagnar", quantity, "Hallstavik", null, minute(3_000), "Elva utan vård", null),
                        Given.NOON,
                        acting(REGION)));
        return need();
    }

    private Need need() {
        return given.fold(Need.All.VIEW).find(ID).orElseThrow();
    }

    private static String lenderOf(int quantity) {
        return quantity % 2 == 0 ? "taby" : "nacka";
    }

    private java.time.Instant now() {
        return minute(minutes);
    }

    private @Nullable UUID latestCost(String lender) {
        var cost = need().loan(lender).agreed().cost();
        return cost == null ? null : cost.entry();
    }

    private ResourceFact tried(Function who, int verb, int quantity) {
        var by = acting(who);
        return switch (verb) {
            case 0 -> Lending.promise(need(), quantity, null, null, by);
            case 1 -> Lending.accept(need(), lenderOf(quantity), null, by);
            case 2 -> Lending.depart(need(), quantity, by);
            case 3 -> Lending.arrive(need(), lenderOf(quantity), quantity, by);
            case 4 -> Lending.giveBack(need(), lenderOf(quantity), quantity, by);
            case 5 -> Lending.breakPromise(need(), quantity, "Motorn gick sönder", by);
            case 6 -> Lending.recall(need(), "Vi behöver dem själva", by);
            case 7 ->
                Lending.answer(need(), new Lending.Answering(Answer.CANNOT, null, null, null, null), Given.NOON, by);
            case 8 -> Extending.ask(need(), lenderOf(quantity), minute(5_000 + minutes), "Snön ligger kvar", now(), by);
            case 9 -> Extending.answer(need(), Extending.Reply.values()[quantity % 3], null, "Så", now(), by);
            case 10 -> Extending.replace(need(), quantity, "terrängbilar", "Motorn", by);
            case 11 -> Extending.charge(need(), quantity * 100, "Förare och bränsle", by);
            case 12 -> Extending.settle(need(), lenderOf(quantity), latestCost(lenderOf(quantity)), false, "Dyrt", by);
            default -> Lending.end(need(), "Vägen är öppen", by);
        };
    }

    /** Under any order of what anybody tries. */
    @Property(tries = 300)
    void quantitiesAreConserved_D4(
            @ForAll @IntRange(min = 1, max = 8) int quantity,
            @ForAll @Size(max = 60) List<@IntRange(max = 4 * VERBS * 8 - 1) Integer> tries) {
        var lending = new LendingTest();
        lending.raised(quantity);
        int promised = 0;
        int broken = 0;
        for (int each : tries) {
            var who = ALL.get(each % 4);
            try {
                var fact = lending.tried(who, each / 4 % VERBS, each / 4 / VERBS + 1);
                lending.by(who, fact);
                if (fact instanceof ResourceFact.Promised p) promised += p.quantity();
                if (fact instanceof ResourceFact.Broken b) broken += b.quantity();
            } catch (Refused e) {
                continue; // what is refused is not recorded
            }
            holds(lending.need(), promised, broken);
        }
    }

    private static void holds(Need need, int promised, int broken) {
        assertThat(need.sum(Loan::promised)).isEqualTo(promised - broken);
        assertThat(need.sum(Loan::accepted)).isLessThanOrEqualTo(need.raised().quantity());
        assertThat(need.loans()).doesNotContainKeys("region", "solna");
        for (var loan : need.loans().values()) {
            assertThat(loan.returned()).isBetween(0, loan.sentBack());
            assertThat(loan.sentBack()).isLessThanOrEqualTo(loan.arrived());
            assertThat(loan.arrived()).isLessThanOrEqualTo(loan.departed());
            assertThat(loan.departed()).isLessThanOrEqualTo(loan.accepted());
            assertThat(loan.accepted()).isLessThanOrEqualTo(loan.promised());
        }
        if (need.state() == State.CLOSED) assertThat(need.sum(Loan::inUse)).isZero();
        if (need.state() == State.OPEN)
            assertThat(need.missing()).isEqualTo(need.raised().quantity());
    }

    /** A loan that has begun can always come to its end, whatever happened before. */
    @Property(tries = 200)
    void everyLoanEnds_D4(@ForAll @Size(max = 60) List<@IntRange(max = 4 * VERBS * 8 - 1) Integer> tries) {
        var lending = new LendingTest();
        lending.raised(5);
        for (int each : tries) {
            var who = ALL.get(each % 4);
            try {
                lending.by(who, lending.tried(who, each / 4 % VERBS, each / 4 / VERBS + 1));
            } catch (Refused e) {
                continue;
            }
        }
        if (lending.need().ended() == null && lending.need().state() != State.CLOSED)
            lending.by(REGION, Lending.end(lending.need(), "Slut", acting(REGION)));
        for (var who : List.of(TABY, NACKA)) {
            var loan = lending.need().loan(who.actor());
            int comes = loan.departed() - loan.arrived();
            if (comes > 0) lending.by(who, Lending.arrive(lending.need(), null, comes, acting(who)));
            int out = lending.need().loan(who.actor()).inUse();
            if (out > 0) lending.by(who, Lending.giveBack(lending.need(), null, out, acting(who)));
        }
        assertThat(lending.need().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void theStateFollowsFromWhatEachStated_D4() {
        raised(3);
        assertThat(need().state()).isEqualTo(State.OPEN);
        by(TABY, Lending.promise(need(), 2, null, null, acting(TABY)));
        assertThat(need().state()).isEqualTo(State.PARTLY);
        by(NACKA, Lending.promise(need(), 1, null, null, acting(NACKA)));
        assertThat(need().state()).isEqualTo(State.COVERED);
        by(REGION, Lending.accept(need(), "taby", null, acting(REGION)));
        by(REGION, Lending.accept(need(), "nacka", null, acting(REGION)));
        by(TABY, Lending.depart(need(), 2, acting(TABY)));
        assertThat(need().state()).isEqualTo(State.UNDER_WAY);
        by(REGION, Lending.arrive(need(), "taby", 2, acting(REGION)));
        by(NACKA, Lending.arrive(need(), null, 1, acting(NACKA)));
        assertThat(need().state()).isEqualTo(State.IN_USE);
        by(REGION, Lending.giveBack(need(), "taby", 1, acting(REGION)));
        assertThat(need().state()).isEqualTo(State.RETURNING);
        by(TABY, Lending.giveBack(need(), null, 2, acting(TABY)));
        by(NACKA, Lending.giveBack(need(), null, 1, acting(NACKA)));
        assertThat(need().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aBrokenPromiseOpensTheNeedAgain_D4() {
        raised(2);
        by(TABY, Lending.promise(need(), 2, null, null, acting(TABY)));
        by(REGION, Lending.accept(need(), null, null, acting(REGION)));
        by(TABY, Lending.breakPromise(need(), 2, "Motorn", acting(TABY)));
        assertThat(need().state()).isEqualTo(State.OPEN);
        assertThat(need().missing()).isEqualTo(2);
        refused("resource.not-promised", () -> Lending.accept(need(), "taby", null, acting(REGION)));
        refused("resource.none-left", () -> Lending.depart(need(), 1, acting(TABY)));
    }

    /** What came and went home does not close a need of which something never came. */
    @Test
    void whatNeverCameIsStillMissing_D4() {
        raised(3);
        by(TABY, Lending.promise(need(), 1, null, null, acting(TABY)));
        by(REGION, Lending.accept(need(), null, null, acting(REGION)));
        by(TABY, Lending.arrive(need(), null, 1, acting(TABY)));
        by(TABY, Lending.giveBack(need(), null, 1, acting(TABY)));
        assertThat(need().state()).isEqualTo(State.PARTLY);
        assertThat(need().missing()).isEqualTo(2);
        by(REGION, Lending.end(need(), "Vägen är öppen", acting(REGION)));
        assertThat(need().state()).isEqualTo(State.CLOSED);
        refused("resource.ended", () -> Lending.promise(need(), 1, null, null, acting(NACKA)));
    }

    @Test
    void nobodySpeaksForAnother_A4() {
        raised(2);
        notMandated("resource.own", () -> Lending.promise(need(), 1, null, null, acting(REGION)));
        notMandated("resource.who", () -> Lending.promise(need(), 1, null, null, acting(ADMIN)));
        notMandated("resource.lender", () -> Lending.depart(need(), 1, acting(NACKA)));
        by(TABY, Lending.promise(need(), 2, null, null, acting(TABY)));
        notMandated("resource.asker", () -> Lending.accept(need(), "taby", null, acting(TABY)));
        notMandated("resource.lender", () -> Lending.breakPromise(need(), 1, "x", acting(NACKA)));
        notMandated("resource.lender", () -> Lending.recall(need(), "x", acting(REGION)));
        notMandated("resource.asker", () -> Lending.end(need(), "x", acting(TABY)));
    }

    @Test
    void noMoreIsAcceptedThanIsNeeded_D4() {
        raised(3);
        by(TABY, Lending.promise(need(), 2, null, null, acting(TABY)));
        by(NACKA, Lending.promise(need(), 3, null, null, acting(NACKA)));
        assertThat(need().tooMany()).isEqualTo(2);
        refused("resource.which-lender", () -> Lending.accept(need(), null, null, acting(REGION)));
        by(REGION, Lending.accept(need(), "taby", null, acting(REGION)));
        var rest = Lending.accept(need(), "nacka", null, acting(REGION));
        assertThat(rest.quantity()).isEqualTo(1);
        by(REGION, rest);
        refused("resource.covered", () -> Lending.accept(need(), "nacka", null, acting(REGION)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100_001, Integer.MAX_VALUE})
    void absurdQuantitiesAreRefused(int quantity) {
        refused("resource.quantity", () -> raised(quantity));
        raised(2);
        refused("resource.quantity", () -> Lending.promise(need(), quantity, null, null, acting(TABY)));
        refused(
                "resource.quantity",
                () -> Lending.answer(
                        need(),
                        new Lending.Answering(Answer.OFFER, quantity, null, null, null),
                        Given.NOON,
                        acting(TABY)));
    }

    @Test
    void aNeedEndsAfterItBegins() {
        var wanted = new Lending.Wanted("bandvagnar", 1, "Älmsta", minute(600), minute(500), "Elva utan vård", null);
        refused("resource.until", () -> Lending.raise(wanted, Given.NOON, acting(REGION)));
        refused("resource.partly", () -> {
            raised(2);
            Lending.answer(need(), new Lending.Answering(Answer.PARTLY, 2, null, null, null), Given.NOON, acting(TABY));
        });
    }
}
