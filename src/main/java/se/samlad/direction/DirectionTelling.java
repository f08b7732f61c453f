package se.samlad.direction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.web.Differences.In;
import se.samlad.web.Differences.Piece;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** Turns directions, answers and progress into rows of the log. */
@Component
class DirectionTelling implements Telling, Worded {

    private final Journal journal;
    private final Actors actors;

    DirectionTelling(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
    }

    @Override
    public Class<? extends Fact> facts() {
        return DirectionFact.class;
    }

    @Override
    public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
        if (!(entry.fact() instanceof DirectionFact fact)
                || fact instanceof DirectionFact.Prepared
                || fact instanceof DirectionFact.PreparedAdopted) return Optional.empty();
        return journal.view(AllDirections.VIEW, entry.stream(), viewer)
                .find(entry.subject())
                .map(d -> tell(fact, d, viewer, new Named(actors, say), say));
    }

    @Override
    public List<Field> fields(Entry entry, Say say) {
        var named = new Named(actors, say);
        return switch (entry.fact()) {
            case DirectionFact.Worded w -> fields(w, named, say);
            case DirectionFact.StanceTaken s ->
                List.of(
                        Field.of("stance", say.text("direction.stance"), named.stance(s.stance())),
                        Field.of("reason", say.text("direction.why"), s.reason()));
            case DirectionFact.CarriedOut c ->
                List.of(
                        Field.of("state", say.text("direction.measure"), named.progress(c.state())),
                        Field.of("text", say.text("direction.told-text"), c.text()));
            default -> List.of();
        };
    }

    private static List<Field> fields(DirectionFact.Worded p, Named named, Say say) {
        var measures = p.measures().stream().map(m -> named.who(m) + ": " + m.what());
        var messages = p.messages().stream().map(DirectionFact.Message::text);
        return List.of(
                Field.of("aim", say.text("direction.aim"), p.aim()),
                Field.of("priorities", say.text("direction.priorities"), String.join("\n", p.priorities())),
                Field.of("limits", say.text("direction.limits"), String.join("\n", p.limits())),
                Field.of("measures", say.text("direction.measures"), String.join("\n", measures.toList())),
                Field.of("messages", say.text("direction.messages"), String.join("\n", messages.toList())));
    }

    /** What has changed in words: the first change in the row, the rest under <em>more</em>. */
    private Row reworded(DirectionFact.Reworded now, String title, Viewer viewer, Named named, Say say) {
        var changes = journal.find(now.earlier(), viewer)
                .flatMap(entry -> entry.fact() instanceof DirectionFact.Worded before
                        ? Optional.of(named.between(before, now).changes())
                        : Optional.empty())
                .orElse(List.of());
        var lines = changes.stream().map(change -> told(change, say)).toList();
        var first = lines.isEmpty() ? say.text("direction.unchanged") : lines.getFirst();
        var rest = lines.stream().skip(1).toList();
        return row(Kind.DECISION, say.text("direction.log.reworded"), title + ". " + first, String.join("\n", rest));
    }

    private static String told(Comparison.Change change, Say say) {
        var label = say.text("direction.change." + change.part() + "." + change.kind(), change.number());
        var before = text(change, In.AFTER);
        var after = text(change, In.BEFORE);
        if (change.kind() == Comparison.Kind.CHANGED) return label + " " + say.text("direction.log.was", after, before);
        return label + " " + (after.isEmpty() ? before : after);
    }

    private static String text(Comparison.Change change, In without) {
        return change.pieces().stream()
                .filter(piece -> piece.in() != without)
                .map(Piece::text)
                .collect(Collectors.joining())
                .strip();
    }

    private Row tell(DirectionFact fact, Direction d, Viewer viewer, Named named, Say say) {
        var title = named.title(d);
        return switch (fact) {
            case DirectionFact.Prepared p -> Row.of(Kind.OTHER, "", p.title().sv());
            case DirectionFact.PreparedAdopted a -> Row.of(Kind.OTHER, "", a.code());
            case DirectionFact.Proposed p ->
                row(Kind.DECISION, say.text("direction.log.proposed"), title + ". " + p.aim(), whole(p, named));
            case DirectionFact.Reworded r -> reworded(r, title, viewer, named, say);
            case DirectionFact.Agreed a ->
                row(
                        Kind.DECISION,
                        say.text("direction.log.agreed"),
                        say.text("direction.log.agreed-by", title, named.forum(d)) + ". "
                                + d.said().aim(),
                        a.reason());
            case DirectionFact.StanceTaken s ->
                row(
                        Kind.DECISION,
                        say.text("direction.log.stance"),
                        named.stance(s.stance()) + ": " + part(d, s.measure(), title)
                                + (s.reason() == null ? "" : ". " + s.reason()),
                        null);
            case DirectionFact.CarriedOut c ->
                row(
                        Kind.MEASURE,
                        say.text("direction.log.measure"),
                        named.progress(c.state()) + ": " + part(d, c.measure(), title)
                                + (c.text() == null ? "" : ". " + c.text()),
                        null);
            case DirectionFact.Withdrawn w ->
                row(
                        Kind.DECISION,
                        say.text("direction.log.withdrawn"),
                        say.text("direction.log.taken-back", title) + ". " + w.reason(),
                        null);
        };
    }

    private static Row row(Kind kind, String word, String text, @Nullable String more) {
        return Row.of(kind, word, text, more == null || more.isBlank() ? null : more);
    }

    private static String part(Direction d, @Nullable UUID measure, String title) {
        return d.measure(measure).map(DirectionFact.Measure::what).orElse(title);
    }

    private static String whole(DirectionFact.Proposed p, Named named) {
        var text = new StringBuilder();
        for (int i = 0; i < p.priorities().size(); i++)
            text.append(i + 1).append(". ").append(p.priorities().get(i)).append('\n');
        p.limits().forEach(limit -> text.append("– ").append(limit).append('\n'));
        p.measures()
                .forEach(m ->
                        text.append(named.who(m)).append(": ").append(m.what()).append('\n'));
        return text.toString().strip();
    }
}
