package se.samlad.agreement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.actor.Versions;
import se.samlad.agreement.AgreementFact.Step;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.paper.Paper;
import se.samlad.paper.Papers;
import se.samlad.region.Furnishing;
import se.samlad.region.Region;
import se.samlad.web.Say;

/** The agreement, its parties and what they pay. */
@Service
public class Agreements implements Furnishing {

    private static final UUID STREAM = UUID.nameUUIDFromBytes("agreement".getBytes(StandardCharsets.UTF_8));
    private static final UUID ECONOMY = subject("economy");
    private static final Labels LABELS = Labels.of("members");

    private final Journal journal;
    private final Actors actors;
    private final Papers papers;

    Agreements(Journal journal, Actors actors, Papers papers) {
        this.journal = journal;
        this.actors = actors;
        this.papers = papers;
    }

    private static UUID subject(String name) {
        return UUID.nameUUIDFromBytes(("agreement/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Draft draft(AgreementFact fact) {
        var subject =
                switch (fact) {
                    case Step step -> subject("of/" + step.actor());
                    case AgreementFact.Document document -> subject("document/" + document.code());
                    case AgreementFact.Economy _ -> ECONOMY;
                };
        return Draft.on(STREAM, subject, fact, LABELS);
    }

    /** The region begins with what its sources say; a later file of the region brings it where there is nothing yet. */
    @Override
    public List<Draft> furnish(Region what) {
        if (!all().isEmpty()) return List.of();
        var known = new HashMap<String, Actor>();
        Stream.concat(actors.all().stream(), what.actors().stream()).forEach(actor -> known.put(actor.code(), actor));
        return Shipped.of(what.name().code(), known).stream()
                .map(Agreements::draft)
                .toList();
    }

    private Agreement all() {
        return journal.across(Agreement.ACROSS);
    }

    /** @throws NotThere for who is no member */
    Agreement seenBy(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        return all();
    }

    /** Those of each version of a document, by its entry. */
    Map<UUID, List<Paper>> papers(Viewer viewer) {
        return papers.in(STREAM, viewer);
    }

    static LocalDate today(Say say) {
        return LocalDate.ofInstant(say.now(), Say.STOCKHOLM);
    }

    Parties parties(LocalDate on, LocalDate today, Viewer viewer) {
        return Parties.on(on, today, seenBy(viewer), actors.all());
    }

    Recorded document(Agreeing.Documented said, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var draft = draft(Agreeing.document(said, by));
            facing.guard(draft.subject());
            return List.of(draft);
        });
    }

    /** A step of one actor's belonging. @param rule with the actor, null where there is none, and all that is known */
    Recorded step(
            @Nullable String actor,
            DrawnFrom from,
            BiFunction<@Nullable Actor, Agreement, Step> rule,
            Acting by,
            Once once) {
        var of = actor == null ? null : actors.find(actor).orElse(null);
        return by.record(journal, once, facing -> {
            var before = all();
            if (of != null) {
                facing.guard(subject("of/" + of.code()));
                from.mustBe(before.drawn(of.code()));
            }
            return List.of(draft(rule.apply(of, before)));
        });
    }

    /** @throws NotThere for who is no member */
    Fees fees(int year, Viewer viewer) {
        return fees(year, seenBy(viewer));
    }

    private Fees fees(int year, Agreement agreement) {
        var first = LocalDate.of(year, 1, 1);
        var parties = Parties.on(first, first, agreement, actors.all());
        return Fees.of(
                year,
                agreement.price(year).map(noted -> noted.fact().ore()).orElse(Fees.PER_INHABITANT),
                actors.all(),
                agreement.shares(year).map(noted -> noted.fact().of()).orElse(List.of()),
                parties);
    }

    /** The parties of the year that are no municipalities, by name. */
    List<String> others(int year, Viewer viewer) {
        var first = LocalDate.of(year, 1, 1);
        return Fees.others(Parties.on(first, first, seenBy(viewer), actors.all())).stream()
                .sorted(actors.codesByName())
                .toList();
    }

    /** What a decision on fees is drawn from: the last word on the economy or on the region's inhabitants. */
    UUID drawn() {
        var region = journal.across(Versions.ACROSS).region();
        return Stream.of(Optional.ofNullable(all().drawn()), Optional.ofNullable(region))
                .flatMap(Optional::stream)
                .max(java.util.Comparator.comparing(UUID::toString)) // ids grow with time
                .orElse(STREAM);
    }

    Recorded economy(Function<Agreement, AgreementFact.Economy> rule, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(ECONOMY);
            return List.of(draft(rule.apply(all())));
        });
    }

    Recorded shares(@Nullable Integer year, @Nullable String weights, @Nullable String reason, Acting by, Once once) {
        var others = Set.copyOf(others(Agreeing.year(year), by.viewer()));
        return economy(before -> Agreeing.shares(year, weights, reason, others, by), by, once);
    }

    /** The fees of a year are decided as they stand. */
    Recorded decide(@Nullable Integer year, @Nullable String reason, DrawnFrom from, Acting by, Once once) {
        int of = Agreeing.year(year);
        return by.record(journal, once, facing -> {
            facing.guard(ECONOMY);
            for (var actor : municipalities().values()) facing.guard(Actors.stream(actor.code()));
            from.mustBe(drawn());
            return List.of(draft(Agreeing.decide(fees(of, all()), reason, by)));
        });
    }

    /** The municipalities of the region by SCB's code. */
    Map<String, Actor> municipalities() {
        return actors.all().stream()
                .filter(actor -> actor.kind() == Actor.Kind.MUNICIPALITY && actor.scb() != null)
                .collect(Collectors.toMap(actor -> Objects.requireNonNull(actor.scb()), Function.identity()));
    }

    /** A municipality's figure that a file would change. @param before null: it was not known */
    public record Change(Actor actor, @Nullable Integer before, int after) {}

    Counts read(String csv, LocalDate on) {
        return Counts.read(csv, on, municipalities().keySet());
    }

    /** What the file would change, by name. */
    List<Change> changes(Counts counts, LocalDate on) {
        var known = municipalities();
        var changes = new ArrayList<Change>();
        counts.figures().forEach((code, people) -> {
            var actor = known.get(code);
            if (actor == null || people == null) return;
            var before = actor.inhabitants().stream()
                    .filter(count -> count.date().equals(on.toString()))
                    .findFirst()
                    .map(Actor.Count::people)
                    .orElse(null);
            if (!people.equals(before)) changes.add(new Change(actor, before, people));
        });
        changes.sort((a, b) ->
                actors.codesByName().compare(a.actor().code(), b.actor().code()));
        return changes;
    }

    static void mayCount(Viewer viewer) {
        if (!viewer.may(Mandate.ADMIT)) throw new NotMandated("agreement.counts-who");
    }

    /** @throws Refused agreement.count-nothing */
    Recorded count(Counts counts, LocalDate on, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            for (var actor : municipalities().values()) facing.guard(Actors.stream(actor.code()));
            from.mustBe(journal.across(Versions.ACROSS).region());
            var changes = changes(counts, on);
            if (changes.isEmpty()) throw new Refused("agreement.count-nothing").at("text");
            return changes.stream()
                    .map(change -> Actors.registered(change.actor().counted(on.toString(), change.after())))
                    .toList();
        });
    }

    /** What an import is drawn from. */
    @Nullable
    UUID counted() {
        return journal.across(Versions.ACROSS).region();
    }
}
