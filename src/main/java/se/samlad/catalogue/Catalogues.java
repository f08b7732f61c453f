package se.samlad.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.web.Alike;

/** What the actors can usually share, each in its own catalogue. */
@Service
public class Catalogues {

    private static final int USUAL = 8;

    private final Journal journal;
    private final Actors actors;
    private final Things<UUID, Item.All, Item> items;

    Catalogues(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
        this.items = new Things<>(journal, Ground.none(), CatalogueFact.Listed.class, Item.All.VIEW, Item.All::find);
    }

    /** All that the viewer may see, by kind, name and actor. */
    public Stream<Item> seenBy(Viewer viewer) {
        return journal.across(Item.All.ACROSS).byId().values().stream()
                .filter(item -> viewer.sees(item.labels()))
                .sorted(Comparator.comparing((Item item) -> item.line().kind())
                        .thenComparing(item -> Cataloguing.name(item.line()))
                        .thenComparing(Item::actor)
                        .thenComparing(Item::id));
    }

    /** @throws NotThere where there is none any longer, or the viewer may not see it */
    Item get(UUID id, Viewer viewer) {
        return seenBy(viewer).filter(item -> item.id().equals(id)).findFirst().orElseThrow(NotThere::new);
    }

    /** The actor's own, by id. */
    public Map<UUID, Item> of(String actor, Viewer viewer) {
        return seenBy(viewer)
                .filter(item -> item.isOf(actor))
                .collect(Collectors.toMap(Item::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /**
     * Who usually has what the words say, or what is of the kind: those whose name shares most words first, the most of equals
     * first; at most {@value #USUAL}.
     */
    public List<Item> usual(String words, @Nullable Kind kind, Viewer viewer) {
        var wanted = Alike.words(words.substring(0, Math.min(words.length(), 300)));
        return seenBy(viewer)
                .filter(item -> item.line().kind() == kind || shared(item, wanted) > 0)
                .sorted(Comparator.comparing((Item item) -> -shared(item, wanted))
                        .thenComparing(item -> -item.line().number()))
                .limit(USUAL)
                .toList();
    }

    private static int shared(Item item, Set<String> wanted) {
        var both = Alike.words(item.line().what());
        both.retainAll(wanted);
        return both.size();
    }

    /** @throws Refused catalogue.most, catalogue.twice, and as {@link Cataloguing} */
    Recorded list(
            Cataloguing.Said said,
            Cataloguing.@Nullable Audience audience,
            @Nullable List<@Nullable String> to,
            Acting by,
            Once once) {
        Cataloguing.mayAct(by);
        return by.record(journal, once, facing -> {
            var line = Cataloguing.line(said);
            var labels = Cataloguing.labels(audience, to, by, actors::exists);
            var stream = Item.stream(by.actor());
            var known = facing.state(Item.All.VIEW, stream, by.viewer()).byId().values();
            mustHaveRoom(known.size() + 1);
            if (known.stream().anyMatch(item -> Cataloguing.isSame(item.line(), line)))
                throw new Refused("catalogue.twice").at("what");
            return List.of(Draft.ofNewSubject(stream, new CatalogueFact.Listed(line), labels));
        });
    }

    private static void mustHaveRoom(int lines) {
        if (lines > Cataloguing.LINES) throw new Refused("catalogue.most", Cataloguing.LINES);
    }

    Recorded change(UUID id, Cataloguing.Said said, DrawnFrom from, Acting by, Once once) {
        return items.act(id, by, once, scene -> {
            Cataloguing.mustOwn(scene.thing(), by);
            from.mustBe(scene.thing().drawn());
            return new CatalogueFact.Changed(Cataloguing.line(said));
        });
    }

    Recorded remove(UUID id, @Nullable String reason, Acting by, Once once) {
        return items.act(id, by, once, scene -> {
            Cataloguing.mustOwn(scene.thing(), by);
            return new CatalogueFact.Removed(se.samlad.incident.Plain.optional(reason, "reason"));
        });
    }

    /** What the file would change in the acting one's own catalogue. */
    Cataloguing.Change changes(Lines read, Acting by) {
        return Cataloguing.change(read.lines(), of(by.actor(), by.viewer()).values());
    }

    /** All lines of the file, or none. @throws Refused catalogue.file-nothing, catalogue.most */
    Recorded take(Lines read, Acting by, Once once) {
        Cataloguing.mayAct(by);
        return by.record(journal, once, facing -> {
            var stream = Item.stream(by.actor());
            var known = facing.state(Item.All.VIEW, stream, by.viewer()).byId().values();
            var change = Cataloguing.change(read.lines(), known);
            if (change.isNothing()) throw new Refused("catalogue.file-nothing").at("text");
            mustHaveRoom(known.size() + change.added().size());
            var labels = Cataloguing.labels(Cataloguing.Audience.MEMBERS, null, by, actors::exists);
            var drafts = new ArrayList<Draft>();
            for (var line : change.added())
                drafts.add(Draft.ofNewSubject(stream, new CatalogueFact.Listed(line), labels));
            for (int i = 0; i < change.changed().size(); i++) {
                var before = change.before().get(i);
                facing.guard(before.id());
                var fact = new CatalogueFact.Changed(change.changed().get(i));
                drafts.add(Draft.on(stream, before.id(), fact, before.labels()));
            }
            return drafts;
        });
    }
}
