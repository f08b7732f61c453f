package se.samlad.direction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.direction.Direction.State;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.incident.Sittings;
import se.samlad.journal.Entry;
import se.samlad.web.FormKey;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/**
 * What waits for whom: a proposal for the forum's chair, a direction for an actor's answer, an accepted measure for its
 * start.
 */
@Component
class DirectionWaiting implements Waiting {

    private final Incidents incidents;
    private final Directions directions;
    private final Actors actors;

    DirectionWaiting(Incidents incidents, Directions directions, Actors actors) {
        this.incidents = incidents;
        this.directions = directions;
        this.actors = actors;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var function = viewer.function();
        if (function.isEmpty()) return List.of();
        var items = new ArrayList<Item>();
        for (var incident : incidents.open(viewer)) {
            var looking = new Looking(incident, viewer, function.get(), say, new Named(actors, say));
            for (var d : directions.in(incident.id(), viewer, null).list()) add(looking, d, items);
        }
        return items;
    }

    /** The measures that the actor has begun and not finished. */
    @Override
    public List<String> ahead(Viewer viewer, Say say) {
        var by = viewer.function();
        if (by.isEmpty()) return List.of();
        return incidents.open(viewer).stream()
                .flatMap(incident -> directions.in(incident.id(), viewer, null).list().stream()
                        .filter(d -> d.state() == State.AGREED)
                        .flatMap(d -> d.measuresOf(by.get().actor()).stream()
                                .filter(m -> goesOn(d, by.get(), m))
                                .map(m -> say.text("direction.ahead", m.what(), incident.title()))))
                .toList();
    }

    private static boolean goesOn(Direction d, Function by, DirectionFact.Measure m) {
        return d.told(by.actor(), by.unit(), m.id())
                .filter(told -> told.state() == DirectionFact.Progress.STARTED)
                .isPresent();
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof DirectionFact
                || entry.fact() instanceof Sittings.Moved
                || entry.fact() instanceof IncidentFact;
    }

    private record Looking(Incident incident, Viewer viewer, Function function, Say say, Named named) {}

    private void add(Looking at, Direction d, List<Item> items) {
        if (d.state() == State.PROPOSED && chairs(at, d)) items.add(agree(at, d));
        var agreement = d.agreement();
        if (d.state() != State.AGREED || agreement == null) return;
        var actor = at.function().actor();
        var unit = at.function().unit();
        boolean concerned = directions.concerned(d, at.viewer()).contains(actor);
        if (at.function().may(Mandate.STANCE) && concerned && !AllDirections.answered(d, actor, unit))
            items.add(answer(at, d, awaited(at, d, agreement.at())));
        for (var m : d.measuresOf(actor)) {
            boolean own = d.answer(actor, unit, m.id())
                    .filter(Direction.Answer::standsBehind)
                    .isPresent();
            if (own && d.told(actor, unit, m.id()).isEmpty()) items.add(start(at, d, m));
        }
    }

    /** An answer is awaited from when the direction was agreed on, or from when the actor was called in after that. */
    private Instant awaited(Looking at, Direction d, Instant agreed) {
        return directions.sitting(d, at.viewer()).stream()
                .flatMap(forum ->
                        Optional.ofNullable(forum.seats().get(at.function().actor())).stream())
                .filter(called -> called.isAfter(agreed))
                .findFirst()
                .orElse(agreed);
    }

    private boolean chairs(Looking at, Direction d) {
        var acting = at.viewer().acting();
        return directions.sitting(d, at.viewer()).stream()
                .anyMatch(f -> f.open()
                        && acting.filter(by -> f.chairedBy(by) && Directing.fits(f, by))
                                .isPresent());
    }

    private static Item agree(Looking at, Direction d) {
        var say = at.say();
        return new Item(
                "agree-" + d.id(),
                1,
                say.text("direction.turn.agree", at.named().title(d)),
                at.incident().title(),
                d.at(),
                null,
                at.incident().belongs(say.now()),
                new Settle.Go(say.text("direction.turn.agree-button"), path(at)));
    }

    private static Item answer(Looking at, Direction d, Instant since) {
        var say = at.say();
        return new Item(
                "stance-" + d.id() + "-" + at.function().name(),
                1,
                say.text("direction.turn.stance", at.named().title(d)),
                at.incident().title(),
                since,
                null,
                at.incident().belongs(say.now()),
                new Settle.Go(say.text("direction.turn.stance-button"), path(at)));
    }

    private static Item start(Looking at, Direction d, DirectionFact.Measure m) {
        var say = at.say();
        var part = new Direction.Part(at.function().actor(), at.function().unit(), m.id());
        var since = d.answer(part.actor(), part.unit(), m.id())
                .map(Direction.Answer::at)
                .orElse(d.at());
        return new Item(
                "start-" + m.id(),
                3,
                say.text("direction.turn.start", m.what()),
                at.incident().title(),
                since,
                null,
                at.incident().belongs(say.now()),
                new Settle.Press(
                        say.text("direction.progress-press.STARTED"),
                        "/directions/" + d.id() + "/measures/" + m.id() + "/progress",
                        Map.of(
                                "state",
                                "STARTED",
                                FormKey.DRAWN,
                                d.drawnForProgress(part.actor(), part.unit(), m.id())
                                        .toString())));
    }

    private static String path(Looking at) {
        return "/incidents/" + at.incident().id() + "/direction";
    }
}
