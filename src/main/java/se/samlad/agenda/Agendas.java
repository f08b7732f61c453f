package se.samlad.agenda;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.agenda.Kinds.Kind;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;

/** The kinds of conference, for those who edit them and for conferences that are called. They are no secret: all may read them. */
@Service
public class Agendas {

    private static final Labels LABELS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;

    Agendas(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
    }

    /** How conferences of the kind are held now. */
    public Kind get(Occasion occasion) {
        return journal.across(Kinds.ACROSS).of(occasion);
    }

    /** Whether the acting one is of the joint functions, which prepare and keep conferences (A9). */
    public boolean isOfJointFunctions(Acting by) {
        return by.actor().equals(actors.common().joint());
    }

    /** The codes of all members: who takes part where there is no incident. */
    public List<String> members() {
        return actors.members().stream().map(Actor::code).toList();
    }

    /**
     * Who is expected to a conference that is held so: codes, sorted.
     *
     * @param all the forum's actors
     * @param directly those of them that are directly affected
     * @param open whether members outside the forum see the conference
     */
    public List<String> expected(Outline outline, List<String> all, List<String> directly, boolean open) {
        var common = actors.common();
        return outline.expected(all, directly, List.of(common.countyBoard(), common.joint()), open);
    }

    List<Kind> all() {
        return Arrays.stream(Occasion.values()).map(this::get).toList();
    }

    /** A new version of the kind, whole. @throws se.samlad.journal.Refused as {@link Outlining#write} */
    Recorded write(Occasion occasion, Outlining.Said said, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(occasion.subject());
            Outlining.mustWrite(by);
            from.mustBe(facing.state(Kinds.VIEW, Kinds.STREAM, by.viewer())
                    .of(occasion)
                    .drawn());
            var outline = Outlining.write(said, members()::contains, by);
            return List.of(
                    Draft.on(Kinds.STREAM, occasion.subject(), new AgendaFact.Written(occasion, outline), LABELS));
        });
    }
}
