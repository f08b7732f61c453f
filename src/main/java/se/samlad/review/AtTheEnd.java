package se.samlad.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.conference.Conference;
import se.samlad.conference.Conferences;
import se.samlad.direction.Direction;
import se.samlad.direction.Directions;
import se.samlad.direction.Named;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.forum.Summary;
import se.samlad.incident.Incident;
import se.samlad.report.Reports;
import se.samlad.web.Say;

/** What other rooms' views say of an incident when it has ended, as lines of a draft in the reader's language. */
@Component
class AtTheEnd {

    private final Forums forums;
    private final Reports reports;
    private final Directions directions;
    private final Conferences conferences;
    private final Actors actors;

    AtTheEnd(Forums forums, Reports reports, Directions directions, Conferences conferences, Actors actors) {
        this.forums = forums;
        this.reports = reports;
        this.directions = directions;
        this.conferences = conferences;
        this.actors = actors;
    }

    private String name(String actor, Say say) {
        return actors.shortName(actor, say.language());
    }

    private String names(Iterable<String> codes, Say say) {
        var names = new ArrayList<String>();
        codes.forEach(code -> names.add(name(code, say)));
        names.sort(null);
        return String.join(", ", names);
    }

    /** From the signal to the end, as the clock of activation has it (I3). */
    List<String> times(Incident incident, Viewer reader, Say say) {
        record Time(Instant at, String line) {}
        var times = new ArrayList<Time>();
        var there = forums.in(incident.id(), reader);
        var clock = Summary.Clock.of(incident, there);
        times.add(new Time(
                clock.signalledAt(),
                say.text("review.time.signalled", name(incident.asked().actor(), say))));
        var assessed = incident.assessment();
        if (assessed != null)
            times.add(new Time(
                    assessed.at(),
                    say.text("review.time.assessed", name(assessed.by().actor(), say))));
        for (var forum : there.all()) {
            times.add(new Time(
                    forum.opening().at(),
                    say.text(
                            "review.time.convened",
                            forum.name(say),
                            forum.seats().in().size(),
                            forum.seats().acknowledged())));
            var gathered = forum.course().gathered();
            if (gathered != null) times.add(new Time(gathered, say.text("review.time.gathered", forum.name(say))));
            var closed = forum.course().closed();
            if (closed != null) times.add(new Time(closed.at(), say.text("review.time.closed", forum.name(say))));
        }
        var down = incident.stoodDown();
        if (down != null) times.add(new Time(down.at(), say.text("review.time.ended", down.reason())));
        return times.stream()
                .sorted(Comparator.comparing(Time::at))
                .map(time -> "**" + say.dated(time.at()) + "** " + time.line())
                .toList();
    }

    /** From whom nothing was shared with the readers (C3), and how old the last word of the others was at the end. */
    List<String> holes(Incident incident, Viewer reader, Say say) {
        var asked = new TreeSet<String>();
        for (var forum : forums.in(incident.id(), reader).all()) {
            asked.addAll(forum.seats().in().keySet());
            asked.addAll(forum.seats().left().keySet());
        }
        var situation = reports.in(incident.id(), reader, null);
        var lines = new ArrayList<String>();
        var missing = situation.missing(List.copyOf(asked));
        lines.add(
                missing.isEmpty()
                        ? say.text("review.holes.none")
                        : say.text("review.holes.from", missing.size(), names(missing, say)));
        situation.byUnit().values().stream()
                .sorted(Comparator.comparing(stated -> stated.renewedAt()))
                .forEach(stated -> lines.add(say.text(
                        "review.holes.last",
                        name(stated.actor(), say),
                        say.dated(stated.renewedAt()),
                        say.text("status." + stated.status()))));
        return lines;
    }

    /** What was agreed, part by part, and what each said that it had carried out (D2, D3). */
    List<String> planned(Incident incident, Viewer reader, Say say) {
        var named = new Named(actors, say);
        var lines = new ArrayList<String>();
        for (var direction : directions.in(incident.id(), reader, null).list()) {
            if (direction.agreement() == null) continue;
            lines.add(say.text(
                    "review.planned.direction",
                    named.title(direction),
                    direction.said().aim()));
            for (var measure : direction.said().measures())
                lines.add(say.text(
                        "review.planned.measure", named.who(measure), measure.what(), named.state(direction, measure)));
            silent(direction, reader, say).ifPresent(lines::add);
        }
        return lines;
    }

    private java.util.Optional<String> silent(Direction direction, Viewer reader, Say say) {
        var silent = direction.behind(directions.concerned(direction, reader)).notAnswered();
        return silent.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(say.text("review.planned.silent", names(silent, say)));
    }

    /** Acknowledged calls and summaries: only they mean that something has reached somebody. */
    List<String> seen(Incident incident, Viewer reader, Say say) {
        var lines = new ArrayList<String>();
        for (var forum : forums.in(incident.id(), reader).all()) called(forum, say, lines);
        for (var conference : conferences.in(incident.id(), reader)) held(conference, say, lines);
        return lines;
    }

    private void called(Forum forum, Say say, List<String> lines) {
        var silent = new TreeSet<String>();
        for (var actor : forum.seats().actors()) {
            var seat = forum.seats().in().get(actor);
            var at = seat == null ? null : seat.acknowledged();
            if (at == null) silent.add(actor);
            else lines.add(say.text("review.seen.call", name(actor, say), forum.name(say), say.dated(at)));
        }
        if (!silent.isEmpty()) lines.add(say.text("review.seen.no-call", forum.name(say), names(silent, say)));
    }

    private void held(Conference conference, Say say, List<String> lines) {
        var at = conference.course().ended();
        if (at == null || conference.state() != Conference.State.CLOSED) return;
        lines.add(reached("review.seen.confirmed", at, conference.confirmed().keySet(), say));
        lines.add(reached("review.seen.home", at, conference.home().keySet(), say));
    }

    private String reached(String key, @Nullable Instant at, Iterable<String> actors, Say say) {
        var names = names(actors, say);
        return say.text(key, at == null ? "" : say.dated(at), names.isEmpty() ? say.text("review.seen.nobody") : names);
    }
}
