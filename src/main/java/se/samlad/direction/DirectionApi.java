package se.samlad.direction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.By;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;
import se.samlad.web.Proved;

/** Directions, stances and what has been carried out. */
@RestController
class DirectionApi {

    record Reason(@Nullable String reason) {}

    record StanceForm(
            @Nullable Stance stance,
            @Nullable UUID measure,
            @Nullable String reason) {}

    record ProgressForm(@Nullable Progress state, @Nullable String text) {}

    record Taken(
            String actor,
            @Nullable String unit,
            String function,
            Stance stance,
            @Nullable UUID measure,
            @Nullable String reason,
            Instant at) {
        static Taken of(Direction.Answer a) {
            var part = a.part();
            return new Taken(
                    part.actor(), part.unit(), a.by().function(), a.stance(), part.measure(), a.reason(), a.at());
        }
    }

    record Told(
            String actor,
            @Nullable String unit,
            Progress state,
            @Nullable String text,
            Instant at) {}

    /** A measure and the stances on it: an actor's answer to the measure, else its answer to the whole (D3). */
    record MeasureAnswer(
            UUID id,
            @Nullable String actor,
            List<String> actors,
            List<String> groups,
            List<String> concerned,
            String what,
            @Nullable String phase,
            List<String> accepts,
            List<String> adapts,
            List<String> declines,
            List<String> notAnswered,
            List<Told> progress) {

        static MeasureAnswer of(Direction d, DirectionFact.Measure m) {
            var behind = d.behind(m);
            return new MeasureAnswer(
                    m.id(),
                    m.actor(),
                    m.actors(),
                    m.groups(),
                    m.concerned(),
                    m.what(),
                    m.phase(),
                    names(behind.accepts()),
                    names(behind.adapts()),
                    names(behind.declines()),
                    behind.notAnswered(),
                    d.toldOf(m.id()).stream()
                            .map(t -> new Told(t.part().actor(), t.part().unit(), t.state(), t.text(), t.at()))
                            .toList());
        }

        private static List<String> names(List<Direction.Answer> answers) {
            return answers.stream().map(a -> a.part().actor()).distinct().toList();
        }
    }

    /** A whole direction; {@code stances} are the current ones, each as it was given. */
    record Answer(
            UUID id,
            UUID incident,
            UUID forum,
            Level level,
            int number,
            Direction.State state,
            String aim,
            List<String> priorities,
            List<String> limits,
            List<MeasureAnswer> measures,
            List<DirectionFact.Message> messages,
            @Nullable String prepared,
            @Nullable UUID replaces,
            @Nullable UUID followed,
            String proposedBy,
            Instant proposedAt,
            String writtenBy,
            Instant writtenAt,
            @Nullable String agreedBy,
            @Nullable Instant agreedAt,
            @Nullable String reason,
            List<Taken> stances,
            List<String> notAnswered) {

        static Answer of(Direction d, List<String> concerned) {
            var said = d.said();
            var agreed = d.agreement();
            return new Answer(
                    d.id(),
                    d.incident(),
                    said.forum(),
                    said.level(),
                    said.number(),
                    d.state(),
                    said.aim(),
                    said.priorities(),
                    said.limits(),
                    said.measures().stream().map(m -> MeasureAnswer.of(d, m)).toList(),
                    said.messages(),
                    said.prepared(),
                    said.replaces(),
                    d.followed(),
                    function(d.by()),
                    d.at(),
                    function(d.written().by()),
                    d.written().at(),
                    agreed == null ? null : function(agreed.by()),
                    agreed == null ? null : agreed.at(),
                    agreed == null ? null : agreed.reason(),
                    d.stances().stream().map(Taken::of).toList(),
                    d.behind(concerned).notAnswered());
        }
    }

    private static String function(By by) {
        return by.actor() + "/" + by.function();
    }

    record All(List<Answer> directions) {}

    private final Directions directions;
    private final PreparedDirections prepared;

    DirectionApi(Directions directions, PreparedDirections prepared) {
        this.directions = directions;
        this.prepared = prepared;
    }

    @PostMapping("/api/incidents/{id}/directions")
    Done propose(@PathVariable UUID id, @RequestBody ProposalForm said, DrawnFrom from, Acting by, Once once) {
        var recorded = directions.propose(id, prepared.filled(said), from, by, once);
        return new Done(recorded, "/directions/" + recorded.id());
    }

    /** The whole text of a proposal anew. */
    @PostMapping("/api/directions/{id}/wording")
    Done reword(@PathVariable UUID id, @RequestBody ProposalForm.Wording said, DrawnFrom from, Acting by, Once once) {
        return new Done(directions.reword(id, said, from, by, once), "/directions/" + id);
    }

    @PostMapping("/api/directions/{id}/agreement")
    Recorded agree(
            @PathVariable UUID id, @RequestBody Reason said, DrawnFrom from, Acting by, Once once, Proved proved) {
        return directions.agree(id, said.reason(), from, by, once, proved);
    }

    @PostMapping("/api/directions/{id}/withdrawal")
    Recorded withdraw(@PathVariable UUID id, @RequestBody Reason said, DrawnFrom from, Acting by, Once once) {
        return directions.withdraw(id, said.reason(), from, by, once);
    }

    /** Answers for the caller's own actor only (A4). */
    @PostMapping("/api/directions/{id}/stances")
    Recorded answer(@PathVariable UUID id, @RequestBody StanceForm said, DrawnFrom from, Acting by, Once once) {
        return directions.say(id, from, by, once, (incident, direction) -> {
            from.mustBe(direction.drawnForAnswer(Direction.Part.of(by, said.measure())));
            return Directing.answer(incident, direction, by, said.stance(), said.measure(), said.reason());
        });
    }

    @PostMapping("/api/directions/{id}/measures/{measure}/progress")
    Recorded tell(
            @PathVariable UUID id,
            @PathVariable UUID measure,
            @RequestBody ProgressForm said,
            DrawnFrom from,
            Acting by,
            Once once) {
        return directions.say(id, from, by, once, (incident, direction) -> {
            from.mustBe(direction.drawnForProgress(by.actor(), by.function().unit(), measure));
            return Directing.tell(incident, direction, by, measure, said.state(), said.text());
        });
    }

    @GetMapping("/api/directions/{id}")
    Answer get(@PathVariable UUID id, Viewer viewer) {
        return answer(directions.get(id, viewer), viewer);
    }

    /** All directions of an incident, latest first. */
    @GetMapping("/api/incidents/{id}/directions")
    All list(@PathVariable UUID id, Viewer viewer) {
        return new All(directions.in(id, viewer, null).list().stream()
                .map(d -> answer(d, viewer))
                .toList());
    }

    @GetMapping("/api/prepared")
    List<DirectionFact.Prepared> prepared(Viewer viewer) {
        return prepared.list(viewer);
    }

    private Answer answer(Direction direction, Viewer viewer) {
        return Answer.of(direction, directions.concerned(direction, viewer));
    }
}
