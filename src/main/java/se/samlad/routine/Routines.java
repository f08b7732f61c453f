package se.samlad.routine;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.region.Furnishing;
import se.samlad.region.Region;
import se.samlad.standing.OrdinaryForums;

/** The joint routines, templates and supports. All members may read them. */
@Service
class Routines implements Furnishing {

    private static final Labels MEMBERS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;
    private final Things<UUID, Routine.All, Routine> things;

    Routines(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
        this.things = new Things<>(
                journal, Ground.none(), RoutineFact.Written.class, Routine.All.VIEW, (all, id) -> all.find(id));
    }

    /** Those that come with Samlad for the region, where there are none; each is looked at anew within a year. */
    @Override
    public List<Draft> furnish(Region what) {
        if (!all().byId().isEmpty()) return List.of();
        var reviewBy = OrdinaryForums.day(journal.now()).plusYears(1);
        return Shipped.of(what.name().code(), reviewBy).stream()
                .map(each -> Draft.ofNewStream(Draft.newId(), each, MEMBERS))
                .toList();
    }

    private Routine.All all() {
        return journal.across(Routine.All.ACROSS);
    }

    /** @throws NotThere for who is no member */
    Routine.All seenBy(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        return all();
    }

    /** @throws NotThere where there is none, or the viewer is no member */
    Routine get(UUID id, Viewer viewer) {
        return seenBy(viewer).find(id).orElseThrow(NotThere::new);
    }

    Recorded begin(Keeping.Wording said, LocalDate today, Acting by, Once once) {
        seenBy(by.viewer());
        var id = Draft.newId();
        return by.record(journal, once, facing -> {
            var written = Keeping.begin(all().byId().size(), said, actors::takesPart, today, by);
            return List.of(Draft.ofNewStream(id, written, MEMBERS));
        });
    }

    /** The whole text anew; of two who write at once, the second is told. */
    Recorded rewrite(UUID id, Keeping.Wording said, DrawnFrom from, LocalDate today, Acting by, Once once) {
        return act(
                id,
                of -> {
                    from.mustBe(of.drawn());
                    return Keeping.rewrite(of, said, actors::takesPart, today, by);
                },
                by,
                once);
    }

    /** @throws NotThere as {@link #get} */
    Recorded act(UUID id, Function<Routine, RoutineFact> rule, Acting by, Once once) {
        get(id, by.viewer());
        return things.act(id, by, once, scene -> rule.apply(scene.thing()));
    }
}
