package se.samlad.conference.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.conference.Conference;
import se.samlad.conference.ConferenceFact;
import se.samlad.conference.Minutes.Line;
import se.samlad.direction.Direction;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.direction.Directions;
import se.samlad.report.Reports;
import se.samlad.report.Stated;

/** The picture and the stances beside a conference: as they stand while it goes on, and as they stood when it closed. */
@Component
public class Stood {

    private final Reports reports;
    private final Directions directions;

    Stood(Reports reports, Directions directions) {
        this.reports = reports;
        this.directions = directions;
    }

    /**
     * A direction on which stances were asked for or noted.
     *
     * @param aloud what waits for its actor's own word
     * @param silent those concerned of whom nothing is known, by code
     * @param own for whom the reader may answer; null: for nobody, or that one has answered, or what was noted for it waits
     */
    public record Asked(
            Direction direction,
            Direction.Behind behind,
            List<Line> aloud,
            List<String> silent,
            Direction.@Nullable Part own) {

        /** The answers of this kind to the whole direction. */
        public List<Direction.Answer> answers(Stance stance) {
            return switch (stance) {
                case ACCEPTS -> behind.accepts();
                case ADAPTS -> behind.adapts();
                case DECLINES -> behind.declines();
            };
        }
    }

    /** The picture of its incident; empty: it has none. */
    List<Stated> picture(Sheet sheet, Viewer viewer) {
        var end = sheet.c().course().end();
        if (sheet.incident() == null || end == null) return List.of();
        return reports.in(sheet.incident().id(), viewer, end.recorded()).byUnit().values().stream()
                .sorted(Comparator.comparing(Stated::status, Comparator.reverseOrder())
                        .thenComparing(Stated::actor, sheet.names().actors().codesByName()))
                .toList();
    }

    /** The directions on which stances are asked for or noted in it. */
    List<Asked> asked(Conference conference, Viewer viewer) {
        var incident = conference.called().incident();
        if (incident == null || conference.asked().isEmpty()) return List.of();
        var end = conference.course().end();
        var all = directions.in(incident, viewer, end == null ? null : end.recorded());
        return conference.asked().stream()
                .flatMap(id -> all.find(id).stream())
                .map(direction -> asked(conference, direction, viewer))
                .toList();
    }

    private Asked asked(Conference conference, Direction direction, Viewer viewer) {
        var behind = direction.behind(directions.concerned(direction, viewer));
        var aloud = conference.of(ConferenceFact.Said.STANCE).stream()
                .filter(line -> line.waits() && line.isStanceOn(direction.id()))
                .toList();
        var silent = new ArrayList<>(behind.notAnswered());
        aloud.forEach(line -> silent.remove(line.actor()));
        return new Asked(
                direction,
                behind,
                aloud,
                silent,
                own(conference, direction, viewer).orElse(null));
    }

    private Optional<Direction.Part> own(Conference conference, Direction direction, Viewer viewer) {
        return viewer.function()
                .filter(by -> conference.isOpen() && direction.state() == Direction.State.AGREED)
                .filter(by -> by.may(Mandate.STANCE))
                .filter(by ->
                        directions.concerned(direction, viewer).contains(by.actor()) || conference.expects(by.actor()))
                .map(by -> new Direction.Part(by.actor(), by.unit(), null))
                .filter(part -> !direction.answers().containsKey(part))
                .filter(part -> conference.waitingFor(part.actor()).stream()
                        .noneMatch(line -> line.isStanceOn(direction.id())));
    }
}
