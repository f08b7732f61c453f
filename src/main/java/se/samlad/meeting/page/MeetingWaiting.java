package se.samlad.meeting.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Entry;
import se.samlad.meeting.Leading;
import se.samlad.meeting.Line;
import se.samlad.meeting.Meeting;
import se.samlad.meeting.MeetingFact;
import se.samlad.meeting.Meetings;
import se.samlad.standing.StandingFact;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/**
 * What waits: to answer a call, to say whether one is there, one's own word on what was noted, what one has undertaken, the
 * protocol to approve, and for the heads the summary to bring home (A7).
 */
@Component
class MeetingWaiting implements Waiting {

    private static final Duration AHEAD = Duration.ofDays(30);
    private static final Duration FOR_HOME = Duration.ofDays(60);
    private static final String PATH = MeetingPages.PATH + "/";

    private final Meetings meetings;

    MeetingWaiting(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof MeetingFact || entry.fact() instanceof StandingFact;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        return items(viewer, say, m -> true);
    }

    /** Whatever waits for an actor's functions alike, the one is reminded of that takes part in the forum. */
    @Override
    public List<Item> reminds(Viewer viewer, Say say) {
        return items(viewer, say, m -> viewer.function()
                .filter(function -> concerns(m, function))
                .isPresent());
    }

    private boolean concerns(Meeting m, Function function) {
        return m.isChairedBy(function.id())
                || meetings.forum(m).filter(f -> f.concerns(function)).isPresent();
    }

    private List<Item> items(Viewer viewer, Say say, Predicate<Meeting> concerned) {
        var by = viewer.acting()
                .filter(each -> !each.function().onlyAdministers())
                .orElse(null);
        if (by == null || !viewer.isMember()) return List.of();
        var items = new ArrayList<Item>();
        for (var m : meetings.seenBy(viewer)) {
            if (!concerned.test(m)) continue;
            if (meetings.isLeft(m) && Leading.leads(m, by))
                items.add(item(
                        "left",
                        m,
                        "meeting.turn.left",
                        m.calledAt(),
                        m.plan().at(),
                        go("meeting.turn.open", m, say),
                        say));
            called(m, by, say).ifPresent(items::add);
            for (var line : m.open(by.actor())) items.add(undertaken(m, line, say));
            if (Leading.awaits(m, by) && m.course().closed() != null)
                items.add(item(
                        "approve",
                        m,
                        "meeting.turn.approve",
                        m.course().closed(),
                        null,
                        go("meeting.turn.read", m, say),
                        say));
            home(m, by, say).ifPresent(items::add);
        }
        return items;
    }

    private Optional<Item> called(Meeting m, Acting by, Say say) {
        if (!m.isAhead() || m.seats().containsKey(by.actor())) return Optional.empty();
        boolean soon = m.plan().at().isBefore(say.now().plus(AHEAD));
        boolean concerned =
                meetings.forum(m).filter(f -> f.concerns(by.function())).isPresent();
        if (!soon || !concerned || !m.called().expected().contains(by.actor())) return Optional.empty();
        boolean open = m.state() == Meeting.State.OPEN;
        var how = Map.of("how", open ? "PRESENT" : "COMING");
        var press = new Settle.Press(
                say.text(open ? "meeting.turn.here" : "meeting.turn.come"), PATH + m.id() + "/attendance", how);
        return Optional.of(item(
                "called",
                m,
                open ? "meeting.turn.goes-on" : "meeting.turn.called",
                open ? java.util.Objects.requireNonNullElse(m.course().opened(), m.calledAt()) : m.calledAt(),
                open ? null : m.plan().at(),
                new Settle.Either(press, go("meeting.turn.open", m, say)),
                say));
    }

    private static Item undertaken(Meeting m, Line line, Say say) {
        var due = line.due() == null
                ? null
                : line.due().plusDays(1).atStartOfDay(Say.STOCKHOLM).toInstant();
        var press = new Settle.Press(
                say.text("meeting.turn.done"),
                PATH + m.id() + "/carried-out",
                Map.of("undertaking", line.id().toString()));
        var detail = say.text(line.waits() ? "meeting.turn.noted" : "meeting.turn.undertaken", m.name(say.language()));
        var settle = line.waits()
                ? go("meeting.turn.answer", m, say)
                : new Settle.Either(press, go("meeting.turn.open", m, say));
        return new Item("undertaking-" + line.id(), 3, line.text(), detail, line.at(), due, null, settle);
    }

    private static Optional<Item> home(Meeting m, Acting by, Say say) {
        var closed = m.course().closed();
        boolean held = m.state() == Meeting.State.CLOSED || m.state() == Meeting.State.APPROVED;
        if (!held || closed == null || closed.plus(FOR_HOME).isBefore(say.now())) return Optional.empty();
        boolean waits = by.function().level() == Level.DIRECTING
                && m.tookPart(by.actor())
                && !m.home().containsKey(by.actor());
        var press = new Settle.Press(say.text("meeting.turn.received"), PATH + m.id() + "/home", Map.of());
        return waits
                ? Optional.of(item(
                        "home",
                        m,
                        "meeting.turn.summary",
                        closed,
                        null,
                        new Settle.Either(press, go("meeting.turn.read", m, say)),
                        say))
                : Optional.empty();
    }

    /** When it is, or when it began. */
    private static Instant began(Meeting m) {
        var opened = m.course().opened();
        return m.state() == Meeting.State.OPEN && opened != null
                ? opened
                : m.plan().at();
    }

    private static Settle.Go go(String label, Meeting m, Say say) {
        return new Settle.Go(say.text(label), PATH + m.id());
    }

    private static Item item(
            String what,
            Meeting m,
            String detail,
            Instant since,
            @org.jspecify.annotations.Nullable Instant due,
            Settle settle,
            Say say) {
        return new Item(
                "meeting-" + what + "-" + m.id(),
                3,
                m.name(say.language()),
                say.text(detail, say.dated(began(m))),
                since,
                due,
                null,
                settle);
    }
}
