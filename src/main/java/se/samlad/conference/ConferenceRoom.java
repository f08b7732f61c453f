package se.samlad.conference;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.NotThere;
import se.samlad.access.Things.Held;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.direction.Direction;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.direction.Directions;
import se.samlad.incident.Incidents;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.journal.View;
import se.samlad.lapse.Lapsing;
import se.samlad.question.Question;
import se.samlad.report.Aloud;

/** What this room contributes: facts and views, what lapses, and its ear for reports in the incident. */
@Configuration(proxyBeanMethods = false)
class ConferenceRoom {

    /** So long after anything was recorded in it a conference ends by itself. */
    private static final Duration OVER = Duration.ofDays(1);

    @Bean
    Facts conferenceFacts() {
        return new Facts(ConferenceFact.class);
    }

    @Bean
    View<Held<Conference>> conferenceView() {
        return Conference.VIEW;
    }

    @Bean
    Across<AllConferences> allConferences() {
        return AllConferences.ACROSS;
    }

    /** What an actor reports in the incident it has reported to the conference that is ahead there, or goes on. */
    @Bean
    Aloud.Hearing conferenceHears(Journal journal, Incidents incidents) {
        return (facing, incident, by, report, status, text) ->
                journal.across(AllConferences.ACROSS).byId().values().stream()
                        .filter(c ->
                                c.isAhead() && incident.id().equals(c.called().incident()))
                        .filter(c -> c.expects(by.actor()) && by.viewer().sees(c.labels()))
                        .map(c -> {
                            facing.guard(c.id());
                            var kind = text == null ? Said.NOTHING_NEW : Said.REPORT;
                            var said = new ConferenceFact.Spoken(
                                    c.id(),
                                    kind,
                                    by.actor(),
                                    text == null ? "" : text.strip(),
                                    null,
                                    status,
                                    null,
                                    report.id(),
                                    null);
                            return Draft.ofNewSubject(c.id(), said, c.labels())
                                    .happened(incidents.happens(incident, facing.now()));
                        })
                        .toList();
    }

    @Bean
    Directions.Aloud stancesAloud(Journal journal) {
        return new StancesAloud(journal);
    }

    /** What was noted of an actor's stance waits beside the direction, until the actor takes its own (A4). */
    private record StancesAloud(Journal journal) implements Directions.Aloud {

        private record Noted(Conference conference, Minutes.Line line) {}

        @Override
        public List<Draft> taken(Verb.Facing facing, Direction direction, Acting by, Draft taken, Stance stance) {
            return noted(direction, by.viewer())
                    .filter(each -> each.line().isOf(by.actor()))
                    .map(each -> {
                        var line = each.line();
                        facing.guard(line.id());
                        var c = each.conference();
                        var word = new ConferenceFact.OwnWord(
                                c.id(), line.id(), stance == line.stance(), null, taken.id());
                        return Draft.on(c.id(), line.id(), word, c.labels()).happened(taken.occurredAt());
                    })
                    .toList();
        }

        @Override
        public boolean concerns(Entry entry) {
            return entry.fact() instanceof ConferenceFact.Spoken said && said.stance() != null
                    || entry.fact() instanceof ConferenceFact.OwnWord;
        }

        @Override
        public List<Said> waiting(Direction direction, Viewer viewer) {
            return noted(direction, viewer)
                    .map(each -> {
                        var line = each.line();
                        return new Said(
                                Objects.requireNonNull(line.actor()),
                                Objects.requireNonNull(line.stance()),
                                line.reason(),
                                line.at(),
                                "/conferences/" + each.conference().id());
                    })
                    .toList();
        }

        private Stream<Noted> noted(Direction direction, Viewer viewer) {
            return journal.across(AllConferences.ACROSS).byId().values().stream()
                    .filter(c -> direction.incident().equals(c.called().incident()))
                    .filter(c -> viewer.sees(c.labels()))
                    .flatMap(c -> c.lines().stream()
                            .filter(line -> line.waits() && line.isStanceOn(direction.id()))
                            .map(line -> new Noted(c, line)));
        }
    }

    /** A question that is raised in a conference stands in its protocol, for those who see the conference. */
    @Bean
    Question.Hearing questionsRaised(Incidents incidents) {
        return (facing, id, by, question, title, answerBy) -> {
            var conference =
                    facing.state(Conference.VIEW, id, by.viewer()).find(id).orElseThrow(NotThere::new);
            facing.guard(id);
            var raised = Speaking.raise(conference, by, question, title, answerBy);
            var of = conference.called().incident();
            var incident = of == null ? null : incidents.forDeciding(facing, of, by);
            return List.of(Draft.ofNewSubject(id, raised, conference.labels())
                    .happened(incident == null ? null : incidents.happens(incident, facing.now())));
        };
    }

    /** Nobody opened it, or nobody closed it: so those that go on stay few. */
    @Bean
    Lapsing conferencesLapse(Journal journal, Actors actors) {
        return now -> journal.across(AllConferences.ACROSS).byId().values().stream()
                .filter(conference -> isOver(conference, now))
                .map(conference -> lapse(conference, actors.secretariat()))
                .toList();
    }

    private static boolean isOver(Conference conference, Instant now) {
        return conference.isAhead() && !now.isBefore(end(conference));
    }

    /** An exercise's own time says nothing of when it is over. */
    private static Instant end(Conference conference) {
        var touched = conference.touched().plus(OVER);
        var planned = conference.agenda().at().plus(OVER);
        return conference.called().exercise() || touched.isAfter(planned) ? touched : planned;
    }

    private static Lapsing.Lapse lapse(Conference conference, By by) {
        var key = UUID.nameUUIDFromBytes(("over" + conference.id()).getBytes(StandardCharsets.UTF_8));
        return new Lapsing.Lapse(key, end(conference), by, facing -> {
            facing.guard(conference.id());
            var now = facing.state(Conference.VIEW, conference.id(), Reader.ALL)
                    .find(conference.id())
                    .orElseThrow();
            if (!isOver(now, facing.now())) throw new Refused("conference.not-due");
            return List.of(Draft.on(now.id(), now.id(), new ConferenceFact.Lapsed(now.isOpen()), now.labels()));
        });
    }
}
