package se.samlad.callout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samlad.actor.Actors;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.web.Languages;

/** What a sending needs beside its channel: who sends it, what it says, and where what became of it is recorded. */
@Component
class Posting {

    /** What became of a step of a call to a forum of an incident. */
    record Told(UUID incident, UUID forum, CalloutFact.Given given) {}

    private final Journal journal;
    private final Sendings sendings;
    private final Wording wording;
    private final Actors actors;
    private final Languages languages;
    private final Queue<Told> waiting = new ConcurrentLinkedQueue<>();

    Posting(Journal journal, Sendings sendings, Wording wording, Actors actors, Languages languages) {
        this.journal = journal;
        this.sendings = sendings;
        this.wording = wording;
        this.actors = actors;
        this.languages = languages;
    }

    Languages languages() {
        return languages;
    }

    Sendings sendings() {
        return sendings;
    }

    Wording wording() {
        return wording;
    }

    /** Is recorded with the next, in one entry for each forum. */
    void tell(Told told) {
        waiting.add(told);
    }

    void recordAll() {
        var all = new ArrayList<Told>();
        for (var told = waiting.poll(); told != null; told = waiting.poll()) all.add(told);
        all.stream().collect(Collectors.groupingBy(Told::forum)).values().forEach(this::record);
    }

    /** Records it once; nothing where no more is known by it. @param told of one forum */
    void record(List<Told> told) {
        var given = told.stream().map(Told::given).toList();
        var name = given.stream()
                .map(each -> each.call() + "/" + each.rung() + each.outcome())
                .sorted()
                .collect(Collectors.joining(" ", "carried ", ""));
        var once = new Once(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), name);
        try {
            journal.record(actors.secretariat(), once, facing -> carried(facing, told.getFirst(), given));
        } catch (Refused known) {
            return; // told already, or less than what is known
        }
    }

    private static List<Draft> carried(Verb.Facing facing, Told one, List<CalloutFact.Given> given) {
        var calls = facing.state(Calls.VIEW, one.incident(), Reader.ALL);
        var incident = facing.state(Incident.VIEW, one.incident(), Reader.ALL);
        var more = given.stream()
                .filter(each -> calls.find(each.call())
                        .filter(call -> each.rung() < call.taken().size())
                        .filter(call -> each.outcome()
                                .follows(call.taken().get(each.rung()).outcome()))
                        .isPresent())
                .toList();
        var labels = facing.state(ForumsView.VIEW, one.incident(), Reader.ALL).find(one.forum());
        if (more.isEmpty() || labels.isEmpty()) throw new Refused("callout.nothing-due");
        var fact = new CalloutFact.Carried(one.forum(), more);
        return List.of(Draft.on(
                        one.incident(),
                        Calls.subject(one.forum()),
                        fact,
                        labels.get().labels())
                .happened(incident.isExercise() ? incident.clock(facing.now()) : null));
    }
}
