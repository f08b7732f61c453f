package se.samlad.preparation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.direction.PreparedDirections;
import se.samlad.direction.PreparedDirections.Standing;
import se.samlad.direction.ProposalForm;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Due;

/** Types of event and their prepared directions, for those who prepare them; and each actor's checklists. */
@Service
public class Preparations {

    private static final Labels MEMBERS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;
    private final PreparedDirections texts;
    private final OrdinaryForums forums;

    Preparations(Journal journal, Actors actors, PreparedDirections texts, OrdinaryForums forums) {
        this.journal = journal;
        this.actors = actors;
        this.texts = texts;
        this.forums = forums;
    }

    /**
     * A type of event with the direction that is prepared for it.
     *
     * @param text null: nobody has written one
     */
    public record Prepared(Event event, @Nullable Standing text) {

        public String code() {
            return event.code();
        }

        public String title(String language) {
            if (text == null)
                return event.raised() == null ? code() : event.raised().title();
            var title = text.latest().title();
            return language.equals("en") ? title.en() : title.sv();
        }

        /** The day on which it is looked at anew; null: it is not adopted. */
        public @Nullable LocalDate reviewBy() {
            if (text == null || text.adopted() == null) return null;
            var reviewed = event.reviewed();
            var adopted = text.adopted().reviewBy();
            return reviewed == null || reviewed.what().next().isBefore(adopted)
                    ? adopted
                    : reviewed.what().next();
        }

        public boolean isOverdue(LocalDate today) {
            var day = reviewBy();
            return day != null && day.isBefore(today);
        }

        public State state() {
            if (text == null) return event.place() == null ? State.RAISED : State.ORDERED;
            if (text.adopted() == null) return State.DRAFT;
            return text.isDraft() ? State.REWORDED : State.ADOPTED;
        }

        /** Whether it is ours as it came, and nobody in the region has decided on it. */
        public boolean isOurs() {
            return event.raised() == null && text != null && text.versions().size() == 1 && text.adopted() == null;
        }
    }

    /** How far a type of event has come. */
    public enum State {
        RAISED,
        ORDERED,
        DRAFT,
        ADOPTED,
        REWORDED
    }

    /** In their order, those without a place last. @throws NotThere for who is no member */
    List<Prepared> all(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        var events = journal.across(Event.All.ACROSS);
        var standing = texts.standing(viewer);
        var codes = new TreeSet<>(standing.keySet());
        codes.addAll(events.byCode().keySet());
        return codes.stream()
                .map(code -> new Prepared(events.of(code), standing.get(code)))
                .sorted(Comparator.comparing(
                                (Prepared each) -> each.event().place(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Prepared::code))
                .toList();
    }

    /** @throws NotThere where there is no such type of event, or the viewer is no member */
    Prepared get(String code, Viewer viewer) {
        return all(viewer).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    /** The actor's own; none for who acts for none. */
    Checklists checklists(Viewer viewer) {
        var actor = viewer.function().map(se.samlad.access.Function::actor).orElse("");
        return journal.view(Checklists.VIEW, Checklists.stream(actor), viewer);
    }

    boolean chairs(Acting by) {
        return forums.chairs(Due.Forum.HEADS, by);
    }

    Recorded raise(@Nullable String title, @Nullable String risk, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var standing = texts.standing(by.viewer());
            var events = journal.across(Event.All.ACROSS);
            var raised = Preparing.raise(
                    title,
                    risk,
                    code -> standing.containsKey(code) || events.byCode().containsKey(code),
                    by);
            var stream = Event.stream(raised.code());
            facing.guardNew(stream);
            return List.of(Draft.on(stream, stream, raised, MEMBERS));
        });
    }

    /** What is said of a type of event: many may at once. */
    Recorded say(String code, Function<Prepared, PreparationFact> rule, Acting by, Once once) {
        get(code, by.viewer());
        return by.record(journal, once, facing -> {
            var fact = rule.apply(get(code, by.viewer()));
            return List.of(Draft.ofNewSubject(Event.stream(code), fact, MEMBERS));
        });
    }

    /** The text as it is sent. */
    record Wording(
            @Nullable String title,
            @Nullable String when,
            @Nullable List<@Nullable String> facts,
            @Nullable List<@Nullable String> assumptions,
            @Nullable String aim,
            @Nullable List<String> priorities,
            @Nullable List<String> limits,
            @Nullable List<ProposalForm.Measure> measures,
            @Nullable List<ProposalForm.Message> messages) {

        private ProposalForm said() {
            return new ProposalForm(null, aim, priorities, limits, measures, messages, null, null, null);
        }
    }

    /** The next version of the text. Of two that write at once, the second is told. */
    Recorded word(String code, Wording said, DrawnFrom from, Acting by, Once once) {
        get(code, by.viewer());
        return by.record(journal, once, facing -> {
            var before = texts.standing(facing, code, by.viewer()).orElse(null);
            from.mustBe(before == null ? null : before.drawn());
            var ground = Preparing.ground(before, said.title(), said.when(), said.facts(), said.assumptions(), by);
            var next = texts.worded(code, ground, said.said(), before == null ? null : before.latest());
            return List.of(texts.draft(code, next));
        });
    }

    Recorded adopt(String code, Preparing.Adoption said, DrawnFrom from, LocalDate today, Acting by, Once once) {
        get(code, by.viewer());
        boolean chairs = chairs(by);
        return by.record(journal, once, facing -> {
            var of = texts.standing(facing, code, by.viewer()).orElse(null);
            from.mustBe(of == null ? null : of.drawn());
            var fact = Preparing.adopt(code, of, said, chairs, actors::takesPart, today);
            return List.of(texts.draft(code, fact));
        });
    }

    /** The actor's own checklist, whole. Nobody else sees it. */
    Recorded keep(String code, @Nullable List<@Nullable String> items, DrawnFrom from, Acting by, Once once) {
        get(code, by.viewer());
        return by.record(journal, once, facing -> {
            var stream = Checklists.stream(by.actor());
            facing.guard(stream);
            from.mustBe(facing.state(Checklists.VIEW, stream, by.viewer()).drawn(code));
            var fact = Preparing.keep(code, items, by);
            return List.of(Draft.on(stream, stream, fact, Labels.of("actor:" + by.actor())));
        });
    }

    Recorded tick(
            UUID incident, @Nullable String code, @Nullable String item, @Nullable Boolean done, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var stream = Checklists.stream(by.actor());
            var own = facing.state(Checklists.VIEW, stream, by.viewer());
            var fact = Preparing.tick(incident, own, code, item, done, by);
            return List.of(Draft.ofNewSubject(stream, fact, Labels.of("actor:" + by.actor())));
        });
    }
}
