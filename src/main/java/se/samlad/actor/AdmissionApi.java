package se.samlad.actor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.AccessFact;
import se.samlad.access.Functions;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Admitting.Naming;
import se.samlad.actor.Admitting.Registration;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;

/** Admitting actors, registering them anew, and naming their functions: for programs, and for forms on the actors' pages. */
@RestController
class AdmissionApi {

    private final Journal journal;
    private final Actors actors;

    AdmissionApi(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
    }

    /** Admits an actor (A1, A8). It begins with a head, a duty officer and an administrator, to be named by itself. */
    @PostMapping("/api/actors")
    Done admit(@RequestBody Registration said, Acting by, Once once) {
        var recorded = by.record(journal, once, facing -> {
            var actor = Admitting.admit(said, by, journal.across(Known.ACROSS));
            facing.guardNew(Actors.stream(actor.code()));
            var drafts = new ArrayList<Draft>();
            drafts.add(Actors.registered(actor));
            for (var function : Admitting.first(actor))
                drafts.add(about(actor.code(), new AccessFact.FunctionNamed(function)));
            return drafts;
        });
        return new Done(recorded, "/actors/" + said.code());
    }

    /** Registers an actor anew, in all of its fields but its code; its units and inhabitants stay. */
    @PostMapping("/api/actors/{code}/registration")
    Recorded register(@PathVariable String code, @RequestBody Registration said, DrawnFrom from, Acting by, Once once) {
        var there = actors.get(code).code();
        return by.record(journal, once, facing -> {
            facing.guard(Actors.stream(there));
            from.mustBe(actors.drawn(there).orElse(null));
            var known = journal.across(Known.ACROSS);
            return List.of(Actors.registered(Admitting.register(said, before(known, there), by, known)));
        });
    }

    /** Names a function of an actor, or changes it (A6). */
    @PostMapping("/api/actors/{code}/functions")
    Recorded name(@PathVariable String code, @RequestBody Naming said, DrawnFrom from, Acting by, Once once) {
        var there = actors.get(code).code();
        return by.record(journal, once, facing -> {
            facing.guard(Actors.stream(there));
            from.mustBe(actors.drawn(there).orElse(null));
            var all = journal.across(Functions.ACROSS).ofActor(there);
            var actor = before(journal.across(Known.ACROSS), there);
            var fact = Admitting.name(
                    said, actor, all, actors.decideForThemselves().contains(there), by);
            return List.of(about(there, fact));
        });
    }

    private static Actor before(Known known, String code) {
        var actor = known.actors().get(code);
        if (actor == null) throw new NotThere();
        return actor;
    }

    private static Draft about(String actor, AccessFact fact) {
        var stream = Actors.stream(actor);
        return Draft.on(stream, stream, fact, Labels.of("members"));
    }
}
