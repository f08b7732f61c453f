package se.samlad.direction;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.direction.DirectionFact.Prepared;
import se.samlad.direction.DirectionFact.PreparedAdopted;
import se.samlad.direction.DirectionFact.Text;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.journal.View;
import se.samlad.region.Furnishing;
import se.samlad.region.Region;

/** The directions agreed beforehand (D1). They have a stream of their own that every member may read. */
@Service
public class PreparedDirections implements Furnishing {

    static final UUID STREAM = UUID.nameUUIDFromBytes("directions.prepared".getBytes(StandardCharsets.UTF_8));

    /**
     * A prepared direction with its versions.
     *
     * @param versions the latest last
     * @param drawn the entry that wrote the latest one
     * @param adopted the last adoption; null: none is adopted
     */
    public record Standing(
            PVector<Prepared> versions,
            UUID drawn,
            @Nullable PreparedAdopted adopted) {

        public Prepared latest() {
            return versions.getLast();
        }

        /** The one that is used: what was adopted, or the latest draft where nothing is. */
        public Prepared used() {
            return versions.stream()
                    .filter(each -> adopted != null && each.version() == adopted.version())
                    .findFirst()
                    .orElse(latest());
        }

        /** Whether it has been written on since it was adopted, or is not adopted. */
        public boolean isDraft() {
            return adopted == null || adopted.version() != latest().version();
        }

        private Standing with(Prepared next, UUID entry) {
            return new Standing(versions.plus(next), entry, adopted);
        }
    }

    /** All of them, by code. */
    record Shelf(PMap<String, Standing> byCode) {

        static final View<Shelf> VIEW = View.of(
                "direction.prepared",
                new Shelf(TreePMap.empty()),
                DirectionFact.class,
                (s, e, f) -> s.apply(e.id(), f));

        private Shelf apply(UUID entry, DirectionFact fact) {
            if (fact instanceof Prepared p) {
                var before = byCode.get(p.code());
                var now = before == null ? new Standing(TreePVector.singleton(p), entry, null) : before.with(p, entry);
                return new Shelf(byCode.plus(p.code(), now));
            }
            if (!(fact instanceof PreparedAdopted a) || !byCode.containsKey(a.code())) return this;
            var before = Objects.requireNonNull(byCode.get(a.code()));
            return new Shelf(byCode.plus(a.code(), new Standing(before.versions(), before.drawn(), a)));
        }
    }

    /** What stands beside the text of a direction, as it is written. */
    public record Ground(String title, String when, List<String> facts, List<String> assumptions) {}

    private final Journal journal;
    private final Actors actors;
    private final ObjectProvider<ProposalForm.Beginning> agreedElsewhere;

    PreparedDirections(Journal journal, Actors actors, ObjectProvider<ProposalForm.Beginning> agreedElsewhere) {
        this.journal = journal;
        this.actors = actors;
        this.agreedElsewhere = agreedElsewhere;
    }

    /** What a proposal begins from that was agreed elsewhere. @throws NotThere if there is none such, or the viewer may not see it */
    ProposalForm beginning(UUID id, Viewer viewer) {
        return agreedElsewhere.stream()
                .flatMap(each -> each.of(id, viewer).stream())
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    /** Those that are used, sorted by code. */
    public List<Prepared> list(Viewer viewer) {
        return standing(viewer).values().stream().map(Standing::used).toList();
    }

    /** All with their versions, by code. */
    public Map<String, Standing> standing(Viewer viewer) {
        return shelf(viewer).byCode();
    }

    /** As verbs read it when they decide. */
    public Optional<Standing> standing(Verb.Facing facing, String code, Viewer viewer) {
        facing.guard(subject(code));
        return Optional.ofNullable(
                facing.state(Shelf.VIEW, STREAM, viewer).byCode().get(code));
    }

    /** The form with what it leaves out taken from the prepared direction that it names. */
    ProposalForm filled(ProposalForm form) {
        var code = form.prepared();
        if (code == null || code.isBlank()) return form;
        return form.startingFrom(find(code).orElseThrow(() -> new Refused("direction.no-such-prepared", code)));
    }

    /** @throws NotThere if there is no such prepared direction, or the viewer may not see it */
    public Prepared get(String code, Viewer viewer) {
        var found = shelf(viewer).byCode().get(code);
        if (found == null) throw new NotThere();
        return found.used();
    }

    /** The view as verbs read it when they decide. */
    Optional<Prepared> find(String code) {
        return Optional.ofNullable(shelf(Reader.ALL).byCode().get(code)).map(Standing::used);
    }

    private Shelf shelf(Reader reader) {
        return journal.view(Shelf.VIEW, STREAM, reader);
    }

    /**
     * The next version of a text. What is written is Swedish; a line that stood before keeps its translation.
     *
     * @param before null: it is the first
     * @throws Refused as for a direction's text, each at its field
     */
    public Prepared worded(String code, Ground ground, ProposalForm said, @Nullable Prepared before) {
        var text = said.wording();
        var known = new Translations(before);
        var measures = text.checkedMeasures(STREAM, Directions.region(actors)).stream()
                .map(m -> new DirectionFact.PreparedMeasure(
                        m.phase(), one(m.actor(), m.actors()), m.groups(), known.of(m.what())))
                .toList();
        var messages = text.checkedMessages().stream()
                .map(m -> new DirectionFact.PreparedMessage(
                        known.of(m.audience() == null ? "Alla" : m.audience()), known.of(m.text())))
                .toList();
        return new Prepared(
                code,
                before == null ? 1 : before.version() + 1,
                known.of(ground.title()),
                known.of(ground.when()),
                known.of(ground.facts()),
                known.of(ground.assumptions()),
                known.of(text.checkedAim()),
                known.of(text.checkedPriorities()),
                known.of(text.checkedLimits()),
                measures,
                messages);
    }

    private static List<String> one(@Nullable String actor, List<String> several) {
        return actor == null ? several : List.of(actor);
    }

    /** The translations of the lines that a text had. */
    private record Translations(Map<String, String> bySwedish) {

        private Translations(@Nullable Prepared before) {
            this(new HashMap<>());
            if (before == null) return;
            Stream.of(
                            Stream.of(before.title(), before.when(), before.aim()),
                            before.facts().stream(),
                            before.assumptions().stream(),
                            before.priorities().stream(),
                            before.limits().stream(),
                            before.measures().stream().map(DirectionFact.PreparedMeasure::what),
                            before.messages().stream().flatMap(m -> Stream.of(m.audience(), m.text())))
                    .flatMap(each -> each)
                    .forEach(text -> bySwedish.put(text.sv(), text.en()));
        }

        Text of(String swedish) {
            return new Text(swedish, bySwedish.getOrDefault(swedish, swedish));
        }

        List<Text> of(List<String> lines) {
            return lines.stream().map(this::of).toList();
        }
    }

    /** The entry of a version or of its adoption. */
    public Draft draft(String code, DirectionFact fact) {
        return Draft.on(STREAM, subject(code), fact, Labels.of("members"));
    }

    /** Of those that come with Samlad, the ones that the region begins with and that are not here yet. */
    @Override
    public List<Draft> furnish(Region what) {
        return what.name().prepared().stream()
                .filter(code -> find(code).isEmpty())
                .map(ShippedDirections::ours)
                .map(p -> Draft.on(STREAM, subject(p.code()), p, Labels.of("members")))
                .toList();
    }

    private static UUID subject(String code) {
        return UUID.nameUUIDFromBytes(("directions.prepared/" + code).getBytes(StandardCharsets.UTF_8));
    }
}
