package se.samlad.conference;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.conference.ConferenceFact.Agenda;
import se.samlad.conference.ConferenceFact.Role;
import se.samlad.conference.Minutes.Confirmation;
import se.samlad.conference.Minutes.Line;
import se.samlad.conference.Minutes.Seat;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * A conference: the fold of its stream. Times are by its own clock, which is the incident's.
 *
 * @param roles the functions that have them, as {@code actor/name}
 * @param drawn the entry that last changed the agenda
 * @param touched when something was last recorded, by the server's clock
 */
public record Conference(
        UUID id,
        Labels labels,
        ConferenceFact.Called called,
        By by,
        Instant calledAt,
        Agenda agenda,
        Course course,
        Round round,
        Map<Role, String> roles,
        Minutes minutes,
        UUID drawn,
        Instant touched)
        implements Things.Thing {

    public enum State {
        CALLED,
        OPEN,
        CLOSED,
        CALLED_OFF
    }

    /**
     * The course of a conference: called, opened, ended.
     *
     * @param why why it was called off; null: it was not, or nobody opened it
     */
    public record Course(
            State state,
            @Nullable Instant opened,
            @Nullable End end,
            @Nullable String why,
            @Nullable String summary,
            @Nullable Instant next,
            @Nullable Instant reminded) {
        static final Course BEGUN = new Course(State.CALLED, null, null, null, null, null, null);

        /** @param entry that ended it @param recorded by the server's clock @param itself whether it ended by itself */
        public record End(UUID entry, Instant at, Instant recorded, boolean itself) {}

        Course opened(Instant at) {
            return new Course(State.OPEN, at, null, null, null, null, reminded);
        }

        Course ended(State now, Entry by, @Nullable String reason, boolean itself) {
            var over = new End(by.id(), by.occurredAt(), by.recordedAt(), itself);
            return new Course(now, opened, over, reason, null, null, reminded);
        }

        Course with(@Nullable String words, @Nullable Instant meets) {
            return new Course(state, opened, end, why, words, meets, reminded);
        }

        Course reminded(Instant at) {
            return new Course(state, opened, end, why, summary, next, at);
        }

        /** Whether it ended by itself. */
        public boolean itself() {
            return end != null && end.itself();
        }

        public @Nullable Instant ended() {
            return end == null ? null : end.at();
        }
    }

    /** Who speaks, by the entry that gave the word. */
    public record Speaking(UUID entry, String actor, Instant since) {}

    /** @param speaking null: nobody yet @param spoken those who have had the word, in that order */
    public record Round(int step, @Nullable Speaking speaking, PVector<String> spoken, UUID drawn) {

        Round given(UUID entry, String actor, Instant at) {
            var before = speaking == null || spoken.contains(speaking.actor()) ? spoken : spoken.plus(speaking.actor());
            return new Round(step, new Speaking(entry, actor, at), before.minus(actor), entry);
        }

        Round at(int now) {
            return new Round(now, speaking, spoken, drawn);
        }
    }

    /** The conference of a stream, if the reader may see it. */
    static final View<Held<Conference>> VIEW = Held.view(
            "conference.one",
            ConferenceFact.class,
            ConferenceFact.Begun.class,
            (by, begun) -> begun(by, begun.now()),
            Conference::after);

    static Conference begun(Entry by, ConferenceFact.Called called) {
        var roles = new EnumMap<Role, String>(Role.class);
        roles.put(Role.LEADER, called.leader());
        return new Conference(
                by.id(),
                by.labels(),
                called,
                by.by(),
                by.occurredAt(),
                called.agenda(),
                Course.BEGUN,
                new Round(0, null, TreePVector.empty(), by.id()),
                Map.copyOf(roles),
                Minutes.EMPTY,
                by.id(),
                by.recordedAt());
    }

    Conference after(Entry entry, ConferenceFact fact) {
        var at = entry.occurredAt();
        var on = touched(entry.recordedAt());
        return switch (fact) {
            case ConferenceFact.Planned p -> on.planned(p.agenda(), entry.id());
            case ConferenceFact.Reminded _ -> on.with(course.reminded(at));
            case ConferenceFact.CalledOff c -> on.with(course.ended(State.CALLED_OFF, entry, c.reason(), false));
            case ConferenceFact.Opened o -> on.with(course.opened(at)).with(Role.LEADER, o.leader());
            case ConferenceFact.Attended a -> on.with(minutes.attended(a, entry));
            case ConferenceFact.Word w -> on.with(round.given(entry.id(), w.actor(), at));
            case ConferenceFact.Stepped s -> on.with(round.at(s.step()));
            case ConferenceFact.RolePassed r -> on.with(r.role(), r.function());
            case ConferenceFact.Spoken s -> on.with(minutes.said(entry, s, isOpen(), called.expected()));
            case ConferenceFact.OwnWord w -> on.with(minutes.confirmed(entry, w, isOpen(), called.expected()));
            case ConferenceFact.Closed c ->
                on.with(course.ended(State.CLOSED, entry, null, false).with(c.summary(), c.next()));
            case ConferenceFact.Lapsed l ->
                on.with(course.ended(l.opened() ? State.CLOSED : State.CALLED_OFF, entry, null, true));
            case ConferenceFact.Confirmed c -> on.with(minutes.closed(entry, c.remark()));
            case ConferenceFact.TakenHome _ -> on.with(minutes.home(entry));
            case ConferenceFact.Begun _, ConferenceFact.Put _ -> this;
        };
    }

    private Conference planned(Agenda now, UUID by) {
        return new Conference(id, labels, called, this.by, calledAt, now, course, round, roles, minutes, by, touched);
    }

    private Conference with(Course now) {
        return new Conference(id, labels, called, by, calledAt, agenda, now, round, roles, minutes, drawn, touched);
    }

    private Conference with(Round now) {
        return new Conference(id, labels, called, by, calledAt, agenda, course, now, roles, minutes, drawn, touched);
    }

    private Conference with(Role role, String function) {
        var now = new EnumMap<Role, String>(Role.class);
        now.putAll(roles);
        now.put(role, function);
        return new Conference(
                id, labels, called, by, calledAt, agenda, course, round, Map.copyOf(now), minutes, drawn, touched);
    }

    private Conference with(Minutes now) {
        return new Conference(id, labels, called, by, calledAt, agenda, course, round, roles, now, drawn, touched);
    }

    private Conference touched(Instant now) {
        return new Conference(id, labels, called, by, calledAt, agenda, course, round, roles, minutes, drawn, now);
    }

    public PVector<Line> lines() {
        return minutes.lines();
    }

    /** By the actor's code. */
    public PMap<String, Seat> seats() {
        return minutes.seats();
    }

    /** The actors that have confirmed the protocol. */
    public PMap<String, Confirmation> confirmed() {
        return minutes.confirmed();
    }

    /** The actors whose organisation has received the summary. */
    public PMap<String, Confirmation> home() {
        return minutes.home();
    }

    public State state() {
        return course.state();
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }

    /** Whether it is to come, or goes on. */
    public boolean isAhead() {
        return state() == State.CALLED || state() == State.OPEN;
    }

    public boolean expects(String actor) {
        return called.expected().contains(actor);
    }

    public Optional<Seat> seat(String actor) {
        return Optional.ofNullable(seats().get(actor));
    }

    /** Whether it came after the conference was opened. */
    public boolean isLate(String actor) {
        var seat = seats().get(actor);
        var begun = course.opened();
        return seat != null
                && seat.first() != null
                && begun != null
                && seat.first().isAfter(begun.plusSeconds(120));
    }

    /** What was said of how each actor is doing, the latest of each that stands. */
    public Optional<Line> report(String actor) {
        return lines().stream()
                .filter(line -> line.isReport() && line.isOf(actor) && !line.isDeclined())
                .reduce((a, b) -> b);
    }

    /** The lines of these kinds, in the order in which they were said. */
    public List<Line> of(ConferenceFact.Said... kinds) {
        var wanted = List.of(kinds);
        return lines().stream().filter(line -> wanted.contains(line.kind())).toList();
    }

    /** The directions on which stances are asked for in the round or noted, in the order in which that began. */
    public List<UUID> asked() {
        return of(ConferenceFact.Said.STANCE).stream()
                .map(Line::entry)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What was noted for the actor and waits for its own word. */
    public List<Line> waitingFor(String actor) {
        return lines().stream().filter(line -> line.isOf(actor) && line.waits()).toList();
    }

    /** All who are expected, and those who came besides, in no order. */
    public Stream<String> actors() {
        return Stream.concat(called.expected().stream(), seats().keySet().stream())
                .distinct();
    }

    public boolean hasRole(String function) {
        return roles.containsValue(function);
    }
}
