package se.samlad.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.edition.EditionFact.Line;
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
     * What actors report in an incident, the worst first: for the heads only what is worse than affected, or a need.
     *
     * @param situation as the edition's reader sees it
     */
    static List<Line> ofReports(Audience audience, Situation situation) {
        return situation.byUnit().values().stream()
                .sorted(Comparator.comparing(Stated::status).reversed().thenComparing(Stated::key))
                .flatMap(Editing::lines)
                .filter(line -> audience != Audience.HEADS || line.need() || GRAVE.contains(line.about()))
                .limit(audience == Audience.HEADS ? ON_ONE_PAGE : MOST)
                .toList();
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
