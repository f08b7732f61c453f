package se.samlad.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.conference.Thursday.LST;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.conference.Order.Has;
import se.samlad.conference.Rounds.Wheel;
import se.samlad.incident.IncidentFact.Concern;

/** Whatever happens in the round: everybody stands in the order once, and the order is the one of C1. */
class OrderTest {

    private static final Comparator<String> BY_NAME = Comparator.naturalOrder();
    private static final int ACTORS = 8;

    private static String actor(int number) {
        return "a" + number;
    }

    private static Concern concern(String actor) {
        return Concern.values()[Integer.parseInt(actor.substring(1)) % 3];
    }

    private static Thursday met() {
        return Thursday.called(
                        IntStream.range(0, ACTORS).mapToObj(OrderTest::actor).toArray(String[]::new))
                .opened();
    }

    /** One thing that happens: who, and what. */
    private static void happens(Thursday day, int who, int what) {
        var actor = actor(who);
        switch (what) {
            case 0 -> day.said(LST, Said.REPORT, actor, "Nytt");
            case 1 -> day.said(LST, Said.NOTHING_NEW, actor, "");
            case 2 -> day.by(LST, new ConferenceFact.Attended(Thursday.ID, actor, How.ABSENT, null));
            case 3 -> day.by(LST, new ConferenceFact.Attended(Thursday.ID, actor, How.PRESENT, null));
            case 4 -> day.said(LST, Said.NEED, actor, "Sand");
            default -> day.by(LST, new ConferenceFact.Word(actor));
        }
    }

    private static Thursday after(List<Integer> events) {
        var day = met();
        for (int event : events) happens(day, event % ACTORS, event / ACTORS);
        return day;
    }

    private static Order order(Thursday day) {
        return Order.of(day.conference(), OrderTest::concern, BY_NAME);
    }

    @Property
    void everybodyStandsInItOnce(@ForAll @Size(max = 30) List<@IntRange(max = 6 * ACTORS - 1) Integer> events) {
        var places = order(after(events)).places();
        assertThat(places.stream().map(Order.Place::actor))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ACTORS).mapToObj(OrderTest::actor).toList());
        assertThat(places.stream().filter(Order.Place::speaking)).hasSizeLessThanOrEqualTo(1);
        assertThat(places.stream().filter(p -> p.speaking() && p.spoken())).isEmpty();
    }

    /** Spoken, speaking, with something to say, nothing new, away; in each of these, directly affected first. */
    @Property
    void theOrderIsThatOfTheRound_C1(@ForAll @Size(max = 30) List<@IntRange(max = 6 * ACTORS - 1) Integer> events) {
        var groups = new ArrayList<Integer>();
        Order.Place before = null;
        for (var place : order(after(events)).places()) {
            int group = place.spoken()
                    ? 0
                    : place.speaking() ? 1 : place.has() == Has.NOTHING_NEW ? 3 : place.has() == Has.ABSENT ? 4 : 2;
            if (before != null && !groups.isEmpty() && groups.getLast() == group && group > 1)
                assertThat(before.concern()).isLessThanOrEqualTo(place.concern());
            groups.add(group);
            before = place;
        }
        assertThat(groups).isSorted();
    }

    /** Who follows the order gives the word to each that has something to say, once, and comes to an end. */
    @Property
    void followingItEveryoneWithSomethingToSaySpeaksOnce(
            @ForAll @Size(max = 20) List<@IntRange(max = 5 * ACTORS - 1) Integer> events) {
        var day = after(events);
        var heard = new HashSet<String>();
        var toSpeak = order(day).places().stream()
                .filter(Order.Place::isToSpeak)
                .map(Order.Place::actor)
                .toList();
        for (var next = order(day).next(); next.isPresent(); next = order(day).next()) {
            assertThat(heard.add(next.get().actor())).isTrue();
            day.by(LST, new ConferenceFact.Word(next.get().actor()));
        }
        assertThat(heard).containsExactlyInAnyOrderElementsOf(toSpeak);
    }

    /** How an actor takes part is what was said last, whatever was said before. */
    @Property
    void theLatestWordOnAttendanceCounts(@ForAll @Size(min = 1, max = 12) List<@IntRange(max = 3) Integer> hows) {
        var day = met();
        boolean came = false;
        for (int how : hows) {
            var now = How.values()[how];
            came |= now == How.PRESENT || now == How.TELEPHONE;
            day.by(LST, new ConferenceFact.Attended(Thursday.ID, "a0", now, null));
        }
        var seat = day.conference().seat("a0").orElseThrow();
        assertThat(seat.how()).isEqualTo(How.values()[hows.getLast()]);
        assertThat(seat.first() != null).isEqualTo(came);
    }

    @Test
    void threeHundredMayTakePart() {
        var all = IntStream.range(0, 300).mapToObj(OrderTest::actor).toList();
        var day = Thursday.called(all.toArray(String[]::new)).opened();
        all.forEach(actor -> day.said(LST, Said.REPORT, actor, "Nytt"));
        var order = order(day);
        assertThat(order.places()).hasSize(300);
        assertThat(order.missing()).isEmpty();
        assertThat(order.next().orElseThrow().concern()).isEqualTo(Concern.DIRECT);
    }

    @Test
    void theWheelGoesBackwardsFromTheTimeAndNothingIsDueBeforeTheCall_C2() {
        var nine = Thursday.NINE;
        var far = Wheel.of(nine, nine.plusSeconds(7_200), 45, nine.plusSeconds(14_400));
        assertThat(far.at(Wheel.What.REPORTS)).isEqualTo(nine.plusSeconds(5_400));
        assertThat(far.at(Wheel.What.DRAFT)).isEqualTo(nine.plusSeconds(6_600));
        assertThat(far.marks()).extracting(Wheel.Mark::at).isSorted();
        assertThat(far.marks()).extracting(Wheel.Mark::what).endsWith(Wheel.What.DECISION);
        var soon = Wheel.of(nine, nine.plusSeconds(1_200), 45, null);
        assertThat(soon.marks()).allMatch(mark -> !mark.at().isBefore(nine));
        assertThat(Wheel.of(nine, nine, 45, null).marks())
                .extracting(Wheel.Mark::what)
                .containsExactly(Wheel.What.CONFERENCE, Wheel.What.END);
    }
}
