package se.samlad.meeting;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Things.Held;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.list.Paper;
import se.samlad.paper.Holder;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Dated;
import se.samlad.web.Due;
import se.samlad.web.Offer;
import se.samlad.web.Raised;
import se.samlad.web.Say;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and views, its dates, what is late in a forum, and words to compare. */
@Configuration(proxyBeanMethods = false)
class MeetingRoom {

    @Bean
    Facts meetingFacts() {
        return new Facts(MeetingFact.class);
    }

    @Bean
    View<Held<Meeting>> meetingView() {
        return Meeting.VIEW;
    }

    @Bean
    Across<AllMeetings> allMeetings() {
        return AllMeetings.ACROSS;
    }

    @Bean
    Offer meetingOffer() {
        return Offer.of(
                        new Offer.Door(Offer.Menu.MAIN, 4, "everyday", "/everyday"),
                        new Offer.Door(Offer.Menu.EVERYDAY, 0, "everyday-home", "/everyday"),
                        new Offer.Door(Offer.Menu.EVERYDAY, 2, "meetings", MeetingApi.PATH, Viewer::isMember),
                        new Offer.Door(Offer.Menu.EVERYDAY, 4, "year", "/year", Viewer::isMember),
                        new Offer.Door(Offer.Menu.YEAR, 0, "wheel", "/year", Viewer::isMember))
                .with(
                        new Offer.Shown(Offer.Slot.BESIDE_LOG, 6, "meeting.signal"),
                        new Offer.Shown(Offer.Slot.BESIDE_LOG, 7, "meeting.came"));
    }

    /** Forums meet again and again, so a meeting is only found. */
    @Bean
    Raised heldMeetings(Meetings meetings) {
        return new Raised() {
            @Override
            public Class<MeetingFact> facts() {
                return MeetingFact.class;
            }

            @Override
            public Stream<Thing> seenBy(Viewer viewer) {
                return meetings.rows(viewer).stream()
                        .map(row -> new Thing(
                                row.id(),
                                row.sv(),
                                MeetingApi.PATH + "/" + row.id(),
                                row.at(),
                                say -> say.text("meeting.as-found", row.name(say.language()), say.dated(row.at()))));
            }

            @Override
            public boolean isOnce() {
                return false;
            }
        };
    }

    /** A meeting's papers, for all members. */
    @Bean
    Holder meetingHolder(Meetings meetings) {
        return Holder.of(
                MeetingFact.Called.class,
                (first, by) -> Holding.take(meetings.get(first.id(), by.viewer()), by),
                first -> MeetingApi.PATH + "/" + first.id());
    }

    /** The first protocol is made ready when a meeting opens. */
    @Bean
    InitializingBean meetingsPaper(Journal journal, Paper paper) {
        return () -> journal.follow(entry -> {
            if (entry.fact() instanceof MeetingFact.Opened) paper.warm();
        });
    }

    /** A forum takes up the undertakings of its meetings that are late. */
    @Bean
    Due lateUndertakings(Journal journal) {
        return (in, viewer) -> {
            var today = OrdinaryForums.day(journal.now());
            return journal.across(AllMeetings.ACROSS).seenBy(viewer).stream()
                    .filter(m -> m.called().forum().equals(in.code()))
                    .flatMap(m -> m.lines().stream()
                            .filter(line -> line.isLate(today))
                            .map(line -> late(m, line)))
                    .toList();
        };
    }

    private static Due.Point late(Meeting m, Line line) {
        var day = line.due();
        var since = day == null ? line.at() : day.atStartOfDay(Say.STOCKHOLM).toInstant();
        return new Due.Point(line.id(), title(line.text()), "meeting.why.late", MeetingApi.PATH + "/" + m.id(), since);
    }

    private static String title(String text) {
        var line = text.lines().findFirst().orElse(text);
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    @Bean
    Dated datedMeetings(Journal journal) {
        return (from, until, viewer, say) -> journal.across(AllMeetings.ACROSS).seenBy(viewer).stream()
                .filter(m -> m.state() != Meeting.State.CALLED_OFF)
                .map(m -> date(m, say))
                .filter(date -> date.overlaps(from, until))
                .toList();
    }

    private static Dated.Date date(Meeting m, Say say) {
        return new Dated.Date(
                Dated.Kind.MEETING,
                m.id(),
                m.name(say.language()),
                m.plan().at(),
                m.end(),
                null,
                m.by().actor(),
                MeetingApi.PATH + "/" + m.id());
    }

    @Bean
    Worded meetingWords() {
        return (entry, say) -> switch (entry.fact()) {
            case MeetingFact.Called c -> plan(say, say.time(c.at()), c.minutes(), c.room(), c.online());
            case MeetingFact.Moved m -> plan(say, say.time(m.at()), m.minutes(), m.room(), m.online());
            case MeetingFact.Put p -> text(say, Stream.of(p.title()));
            case MeetingFact.Noted n -> text(say, Stream.of(n.text()));
            case MeetingFact.Decided d -> text(say, Stream.of(d.text()));
            case MeetingFact.Dissented d -> text(say, Stream.of(d.text()));
            case MeetingFact.Undertaken u -> text(say, Stream.of(u.what()));
            case MeetingFact.Corrected c -> text(say, Stream.ofNullable(c.text()));
            case MeetingFact.Closed c -> text(say, Stream.ofNullable(c.summary()));
            default -> List.of();
        };
    }

    private static List<Field> text(Say say, Stream<String> words) {
        return List.of(
                Field.of("text", say.text("field.text"), words.findFirst().orElse("")));
    }

    private static List<Field> plan(
            Say say,
            String at,
            int minutes,
            @org.jspecify.annotations.Nullable String room,
            @org.jspecify.annotations.Nullable String online) {
        return List.of(
                Field.of("at", say.text("field.at"), at),
                Field.of("minutes", say.text("field.minutes"), String.valueOf(minutes)),
                Field.of("room", say.text("standing.room"), room),
                Field.of("online", say.text("standing.online"), online));
    }
}
