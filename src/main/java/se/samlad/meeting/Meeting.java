package se.samlad.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.meeting.MeetingFact.How;

/**
 * A meeting and all that was said there: the fold of its stream.
 *
 * @param plan when and where, as it stands now
 * @param seats how each actor takes part, by its code
 * @param approved who has approved the protocol as it stands, by actor
 * @param home whose organisation has received the summary, by actor
 * @param drawn the entry that last changed the protocol: what an approval is drawn from
 */
public record Meeting(
        UUID id,
        Labels labels,
        MeetingFact.Called called,
        By by,
        Instant calledAt,
        Plan plan,
        Course course,
        PVector<Line> lines,
        PMap<String, Seat> seats,
        PMap<String, Mark> approved,
        PMap<String, Mark> home,
        UUID drawn)
        implements Things.Thing {

    public enum State {
        CALLED,
        OPEN,
        CLOSED,
        APPROVED,
        CALLED_OFF
    }

    /** @param entry that said so @param moved why it was moved; null: it was not */
    public record Plan(
            UUID entry,
            Instant at,
            int minutes,
            @Nullable String room,
            @Nullable String online,
            @Nullable String moved) {}

    /** @param reason why it was called off; null: it was not @param adjusters codes */
    public record Course(
            @Nullable Instant opened,
            @Nullable Instant closed,
            @Nullable String reason,
            @Nullable String summary,
            List<String> adjusters) {}

    /** @param function {@code actor/name}; null: not said @param fits whether its mandate fits the forum's level */
    public record Seat(@Nullable String function, How how, boolean fits, By by, Instant at) {
        public boolean tookPart() {
            return how == How.PRESENT || how == How.DEPUTY;
        }
    }

    public record Mark(
            UUID entry, By by, Instant at, @Nullable String remark) {}

    /** The meeting of a stream, if the reader may see it. */
    static final View<Held<Meeting>> VIEW =
            Held.view("meeting.one", MeetingFact.class, MeetingFact.Called.class, Meeting::begun, Meeting::after);

    static Meeting begun(Entry entry, MeetingFact.Called c) {
        return new Meeting(
                entry.id(),
                entry.labels(),
                c,
                entry.by(),
                entry.recordedAt(),
                new Plan(entry.id(), c.at(), c.minutes(), c.room(), c.online(), null),
                new Course(null, null, null, null, List.of()),
                TreePVector.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                entry.id());
    }

    Meeting after(Entry e, MeetingFact fact) {
        var at = e.recordedAt();
        return switch (fact) {
            case MeetingFact.Called _ -> this;
            case MeetingFact.Moved m -> with(new Plan(e.id(), m.at(), m.minutes(), m.room(), m.online(), m.reason()));
            case MeetingFact.CalledOff c -> with(new Course(course.opened, at, c.reason(), null, List.of()));
            case MeetingFact.Opened o -> opened(e, o);
            case MeetingFact.Put p -> said(e, put(e, p));
            case MeetingFact.Attended a ->
                with(seats.plus(a.actor(), new Seat(a.function(), a.how(), a.fits(), e.by(), at)));
            case MeetingFact.Noted n -> said(e, Line.of(e, Line.Kind.NOTE, n.point(), e.by().actor(), n.text()));
            case MeetingFact.Decided d ->
                said(
                        e,
                        Line.of(e, Line.Kind.DECISION, d.point(), e.by().actor(), d.text())
                                .because(d.reason()));
            case MeetingFact.Dissented d ->
                said(e, Line.of(e, Line.Kind.DISSENT, d.decision(), e.by().actor(), d.text()));
            case MeetingFact.Undertaken u ->
                said(
                        e,
                        Line.of(e, Line.Kind.UNDERTAKING, u.point(), u.actor(), u.what())
                                .until(u.due()));
            case MeetingFact.OwnWord w ->
                on(e, w.undertaking(), line -> line.owned(new Line.Own(e.by(), at, w.stands(), w.text())), true);
            case MeetingFact.CarriedOut c ->
                on(e, c.undertaking(), line -> line.carriedOut(c.done() ? at : null), false);
            case MeetingFact.Corrected c -> on(e, c.line(), line -> line.corrected(e, c), true);
            case MeetingFact.Closed c ->
                changed(e).with(new Course(course.opened, at, null, c.summary(), c.adjusters()));
            case MeetingFact.Approved a -> approved(e, a);
            case MeetingFact.TakenHome _ -> home(e);
        };
    }

    private static Line put(Entry e, MeetingFact.Put p) {
        var line = Line.of(e, Line.Kind.POINT, null, e.by().actor(), p.title()).because(p.text());
        return p.signal() == null ? line : line.leadingTo("/incidents/" + p.signal(), "meeting.why.signal");
    }

    private Meeting opened(Entry e, MeetingFact.Opened o) {
        var all = lines;
        for (var each : o.due()) all = all.plus(Line.due(each.of(), e.by(), e.recordedAt(), each));
        return with(all, e).with(new Course(e.recordedAt(), null, null, null, List.of()));
    }

    /** As it will be once it is opened, for the first thing that is said there. */
    Meeting opening(MeetingFact.Opened o) {
        var all = lines;
        for (var each : o.due()) all = all.plus(Line.due(each.of(), by, plan.at(), each));
        return with(all, drawn, approved).with(new Course(plan.at(), null, null, null, List.of()));
    }

    private Meeting said(Entry e, Line line) {
        return with(lines.plus(line), e);
    }

    /** @param text whether the words of the protocol change, so that it is to be approved anew */
    private Meeting on(Entry e, UUID id, UnaryOperator<Line> change, boolean text) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).id().equals(id)) continue;
            var all = lines.with(i, change.apply(lines.get(i)));
            return text ? with(all, e) : with(all, drawn, approved);
        }
        return this;
    }

    private Meeting with(PVector<Line> all, Entry e) {
        return with(all, e.id(), HashTreePMap.empty());
    }

    private Meeting changed(Entry e) {
        return with(lines, e);
    }

    private Meeting with(PVector<Line> all, UUID from, PMap<String, Mark> marks) {
        return new Meeting(id, labels, called, by, calledAt, plan, course, all, seats, marks, home, from);
    }

    private Meeting with(Plan now) {
        return new Meeting(id, labels, called, by, calledAt, now, course, lines, seats, approved, home, drawn);
    }

    private Meeting with(Course now) {
        return new Meeting(id, labels, called, by, calledAt, plan, now, lines, seats, approved, home, drawn);
    }

    private Meeting with(PMap<String, Seat> now) {
        return new Meeting(id, labels, called, by, calledAt, plan, course, lines, now, approved, home, drawn);
    }

    /** Who chairs approves as such, whatever its actor is. */
    private Meeting approved(Entry e, MeetingFact.Approved a) {
        var as = a.chair() ? CHAIR : e.by().actor();
        var remark = a.remark();
        var mark = new Mark(e.id(), e.by(), e.recordedAt(), remark);
        return with(lines, drawn, approved.plus(as, mark));
    }

    private Meeting home(Entry e) {
        var mark = new Mark(e.id(), e.by(), e.recordedAt(), null);
        return new Meeting(
                id,
                labels,
                called,
                by,
                calledAt,
                plan,
                course,
                lines,
                seats,
                approved,
                home.plus(e.by().actor(), mark),
                drawn);
    }

    /** Under which who chairs has approved. */
    public static final String CHAIR = "";

    public State state() {
        if (course.reason != null) return State.CALLED_OFF;
        if (course.closed != null) return isApproved() ? State.APPROVED : State.CLOSED;
        return course.opened == null ? State.CALLED : State.OPEN;
    }

    /** By who chairs and by all that adjust it; where nobody was named to, by one of those that took part. */
    private boolean isApproved() {
        if (!approved.containsKey(CHAIR)) return false;
        return course.adjusters.isEmpty()
                ? approved.size() > 1
                : approved.keySet().containsAll(course.adjusters);
    }

    public boolean isAhead() {
        return state() == State.CALLED || state() == State.OPEN;
    }

    public Instant end() {
        return plan.at().plusSeconds(60L * plan.minutes());
    }

    /** @param function {@code actor/name} */
    public boolean isChairedBy(String function) {
        return function.equals(called.chair()) || function.equals(called.standIn());
    }

    public boolean tookPart(String actor) {
        var seat = seats.get(actor);
        return seat != null && seat.tookPart();
    }

    public String name(String language) {
        return language.equals("en") ? called.en() : called.sv();
    }

    /** The lines of the kind under the point or decision; null: the meeting as a whole. */
    public List<Line> of(Line.Kind kind, @Nullable UUID under) {
        return lines.stream()
                .filter(line -> line.kind() == kind && java.util.Objects.equals(line.under(), under))
                .toList();
    }

    public List<Line> all(Line.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    public Optional<Line> line(@Nullable UUID of) {
        return lines.stream().filter(line -> line.id().equals(of)).findFirst();
    }

    /** What was undertaken on points that take up one of the pages, and holds. */
    public List<Line> under(List<String> pages) {
        var points = lines.stream()
                .filter(line -> line.kind() == Line.Kind.POINT && pages.contains(line.page()))
                .map(Line::id)
                .toList();
        return lines.stream()
                .filter(line -> line.kind() == Line.Kind.UNDERTAKING && !line.isWithdrawn() && !line.isDeclined())
                .filter(line -> points.contains(line.under()))
                .toList();
    }

    public List<Line> open(String actor) {
        return lines.stream()
                .filter(line -> line.isOpen() && line.actor().equals(actor))
                .toList();
    }
}
