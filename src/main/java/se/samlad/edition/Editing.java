package se.samlad.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.edition.EditionFact.Line;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.report.Situation;
import se.samlad.report.Stated;
import se.samlad.week.Note;

/** The rules for editions. Pure: no clock, no database, no Spring. */
final class Editing {

    /** So much fits on the heads' one page. */
    static final int ON_ONE_PAGE = 12;

    private static final int MOST = 300;
    private static final Set<String> GRAVE = Set.of("ORANGE", "RED");
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration FURTHEST = Duration.ofDays(100);

    private Editing() {}

    /** @throws NotMandated edition.who, for who keeps no picture (C1) */
    static void mustKeep(Acting by) {
        if (!by.may(Mandate.KEEP)) throw new NotMandated("edition.who");
    }

    /** Who reads the edition, and sees no more than all of them do. @param incident null: the region's */
    static Viewer reader(Audience audience, @Nullable UUID incident) {
        if (audience == Audience.OPEN) return Viewer.audience(Set.of(Labels.PUBLIC));
        return Viewer.audience(
                incident == null
                        ? Set.of(Labels.PUBLIC, "members")
                        : Set.of(Labels.PUBLIC, "members", "incident:" + incident));
    }

    /** @param incident null: the region's */
    static Labels labels(Audience audience, @Nullable UUID incident, Acting by) {
        var who = audience == Audience.OPEN ? Labels.PUBLIC : incident == null ? "members" : "incident:" + incident;
        return Labels.of(who, "actor:" + by.actor());
    }

    /** @throws Refused edition.next-wrong at the field, where it is past or more than 100 days away */
    static @Nullable Instant next(@Nullable Instant next, Instant now) {
        if (next != null && (!next.isAfter(now) || next.isAfter(now.plus(FURTHEST))))
            throw new Refused("edition.next-wrong", FURTHEST.toDays()).at("next");
        return next;
    }

    /**
     * Of the notes that the audience may see: for the heads those called a need, then those that are new, as many as fit on
     * one page.
     *
     * @param notes that its reader sees, the latest first
     * @param since when the edition before went out; empty: none has
     */
    static List<Line> ofNotes(Audience audience, List<Note> notes, Optional<Instant> since) {
        var chosen = new ArrayList<>(notes);
        if (audience == Audience.HEADS) {
            chosen.removeIf(note -> !note.isNeed()
                    && since.filter(at -> !note.changed().isAfter(at)).isPresent());
            chosen.sort(Comparator.comparing((Note note) -> !note.isNeed()));
        } else chosen.sort(Comparator.comparing((Note note) -> note.said().subject(), String.CASE_INSENSITIVE_ORDER));
        return chosen.stream()
                .limit(audience == Audience.HEADS ? ON_ONE_PAGE : MOST)
                .map(note -> new Line(
                        note.said().subject(),
                        note.said().text(),
                        note.by().actor(),
                        note.said().area(),
                        note.isNeed(),
                        note.changed()))
                .toList();
    }

    /**
     * What actors report in an incident, the worst first. The heads get only what is worse than affected, or a need; those
     * directly affected their own first; those indirectly affected what the directly affected say, and all needs.
     *
     * @param situation as the edition's reader sees it
     * @param directly the codes of the actors that are directly affected
     */
    static List<Line> ofReports(Audience audience, Situation situation, Set<String> directly) {
        var worstFirst = Comparator.comparing(Stated::status).reversed().thenComparing(Stated::key);
        return situation.byUnit().values().stream()
                .sorted(
                        audience == Audience.DIRECT || audience == Audience.INDIRECT
                                ? Comparator.comparing((Stated stated) -> !directly.contains(stated.actor()))
                                        .thenComparing(worstFirst)
                                : worstFirst)
                .flatMap(Editing::lines)
                .filter(line -> line.need() || goesTo(audience, line, directly))
                .limit(audience == Audience.HEADS ? ON_ONE_PAGE : MOST)
                .toList();
    }

    private static boolean goesTo(Audience audience, Line line, Set<String> directly) {
        return switch (audience) {
            case HEADS -> GRAVE.contains(line.about());
            case INDIRECT -> directly.contains(line.actor());
            case MEMBERS, DIRECT, OPEN -> true;
        };
    }

    /** The actors for which, or for a unit of which, this is the strongest concern. @param concerns by {@code actor} or {@code actor/unit} */
    static Set<String> affected(Map<String, Concern> concerns, Concern how) {
        var strongest = new TreeMap<String, Concern>();
        concerns.forEach((who, concern) ->
                strongest.merge(who.split("/", 2)[0], concern, (one, other) -> one.compareTo(other) < 0 ? one : other));
        strongest.values().removeIf(each -> each != how);
        return strongest.keySet();
    }

    /** As long after now as the edition before promised its next; where none did, what those directly affected need fastest (C2). */
    static @Nullable Instant proposed(
            Audience audience, @Nullable UUID incident, @Nullable Edition before, Instant now) {
        if (before != null
                && before.issued().next() != null
                && before.issued().next().isAfter(before.at()))
            return now.plus(Duration.between(before.at(), before.issued().next()));
        if (incident == null) return now.plus(A_WEEK);
        return switch (audience) {
            case DIRECT -> now.plus(Duration.ofHours(1));
            case INDIRECT -> now.plus(Duration.ofHours(3));
            case MEMBERS, HEADS, OPEN -> null;
        };
    }

    /** What happened, and what the actor needs. */
    private static Stream<Line> lines(Stated stated) {
        var status = stated.status().name();
        var actor = stated.actor();
        var happened = new Line(status, stated.said().happened(), actor, null, false, stated.renewedAt());
        var need = stated.said().lasting().get("needs");
        return need == null
                ? Stream.of(happened)
                : Stream.of(
                        happened,
                        new Line(
                                status,
                                need,
                                actor,
                                null,
                                true,
                                stated.since("needs").at()));
    }
}
