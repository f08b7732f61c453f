package se.samlad.conference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.agenda.Outline;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Kind;
import se.samlad.conference.ConferenceFact.Role;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.conference.Minutes.Line;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.report.Status;

/**
 * A conference as the API answers it.
 *
 * @param step the current one, counted from 1
 * @param said in the order in which it was said
 */
record Told(
        UUID id,
        UUID forum,
        @Nullable UUID incident,
        Kind kind,
        Conference.State state,
        Instant at,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        int minutes,
        List<String> reach,
        Agenda agenda,
        int step,
        Map<Role, String> roles,
        @Nullable Word word,
        List<Present> attendance,
        List<Turn> order,
        List<String> missing,
        List<Words> said,
        List<Confirmed> confirmations,
        List<Confirmed> home,
        @Nullable String summary,
        @Nullable Instant nextAt) {

    /** @param outline how the kind was held when it was called @param version the entry that says so; null: as shipped */
    record Agenda(
            List<Outline.Deals> steps,
            List<String> points,
            Outline outline,
            @Nullable UUID version) {}

    record Word(String actor, Instant since) {}

    record Present(
            String actor,
            How how,
            Instant at,
            boolean late,
            @Nullable String representedBy,
            String statedBy) {}

    /** @param has CHANGED, WAITING, NOTHING_NEW or ABSENT */
    record Turn(String actor, Order.Has has, boolean spoken, boolean speaking) {}

    /**
     * @param by the actor that wrote it
     * @param noted whether it was noted for the actor by another
     * @param waits whether it waits for the actor's own word
     * @param ownText the actor's own words instead
     * @param stance on the direction that {@code entry} names, as said aloud; null: it is asked for, or another kind of line
     */
    record Words(
            UUID id,
            Said kind,
            @Nullable String actor,
            String by,
            Instant at,
            String text,
            @Nullable String reason,
            @Nullable Status status,
            @Nullable Instant due,
            boolean prepared,
            boolean noted,
            boolean waits,
            @Nullable Boolean stands,
            @Nullable String ownText,
            @Nullable UUID entry,
            @Nullable Stance stance) {}

    record Confirmed(String actor, Instant at, @Nullable String remark) {}

    static Told of(Conference c, Order order) {
        var speaking = c.round().speaking();
        return new Told(
                c.id(),
                c.called().forum(),
                c.called().incident(),
                c.called().kind(),
                c.state(),
                c.agenda().at(),
                c.course().opened(),
                c.course().ended(),
                c.agenda().minutes(),
                c.agenda().reach(),
                agenda(c),
                c.round().step() + 1,
                new TreeMap<>(c.roles()),
                speaking == null || !c.isOpen() ? null : new Word(speaking.actor(), speaking.since()),
                attendance(c),
                order.places().stream()
                        .map(p -> new Turn(p.actor(), p.has(), p.spoken(), p.speaking()))
                        .toList(),
                order.missing(),
                c.lines().stream().map(Told::words).toList(),
                confirmed(c.confirmed()),
                confirmed(c.home()),
                c.course().summary(),
                c.course().next());
    }

    private static Agenda agenda(Conference c) {
        var outline = c.called().outline();
        var steps = outline.steps().stream().map(Outline.Step::deals).toList();
        return new Agenda(steps, c.agenda().points(), outline, c.called().version());
    }

    private static List<Present> attendance(Conference c) {
        return c.seats().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Present(
                        e.getKey(),
                        e.getValue().how(),
                        e.getValue().at(),
                        c.isLate(e.getKey()),
                        e.getValue().word(),
                        e.getValue().by().actor()))
                .toList();
    }

    private static Words words(Line line) {
        var own = line.own();
        return new Words(
                line.id(),
                line.kind(),
                line.actor(),
                line.by().actor(),
                line.at(),
                line.text(),
                line.reason(),
                line.status(),
                line.due(),
                line.prepared(),
                line.isNoted(),
                line.waits(),
                own == null ? null : own.stands(),
                own == null ? null : own.text(),
                line.entry(),
                line.stance());
    }

    private static List<Confirmed> confirmed(Map<String, Minutes.Confirmation> all) {
        return all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Confirmed(
                        e.getKey(), e.getValue().at(), e.getValue().remark()))
                .toList();
    }
}
