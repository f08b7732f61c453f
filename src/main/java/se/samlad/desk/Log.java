package se.samlad.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.live.Shell;
import se.samlad.outside.Guest;
import se.samlad.report.ReportFact;
import se.samlad.report.Situation;
import se.samlad.web.Letters;
import se.samlad.web.Say;

/** The log of an incident, newest row first, in pages. Each room turns its own facts into rows. */
@Service
public class Log {

    static final int ROWS = 50;
    /** How many entries a page examines to find rows that pass its filter. */
    static final int LOOKED_THROUGH = 2_000;

    /** The length of a text from which a row shows only its beginning. */
    public static final int CLAMPED = 420;

    private static final int ONE_LINE = 60;
    private static final int FILTERED = 500;
    /** How long something has just been written. */
    private static final Duration JUST = Duration.ofMinutes(10);

    /**
     * One row.
     *
     * @param by the function that acted, and its actor
     * @param shared null: with all who take part, as by default
     * @param written when it was written, if that differs from when it happened; null: at once
     * @param corrected the later row that corrects it; null: it still holds
     */
    public record Line(
            Entry entry,
            Telling.Row row,
            String by,
            @Nullable Shared shared,
            @Nullable Instant written,
            @Nullable Correction corrected) {
        public UUID id() {
            return entry.id();
        }

        /** Whether there is more than the row shows. */
        public boolean hasMore() {
            return row.more() != null
                    || row.points().stream().anyMatch(point -> point.text().length() > ONE_LINE);
        }

        /** The row as a sentence, for a screen reader: what it is, of whom, and when. */
        public String said(Say on) {
            var kind = row.status() == null ? row.word() : row.word() + " " + on.text("status." + row.status());
            var said = kind.isEmpty() ? row.text() : kind + ": " + row.text();
            return String.join(" ", said, by + ",", on.time(entry.occurredAt())).strip();
        }

        /**
         * The page on which the row's actor corrects it; other actors are refused there. Null: the row can't be
         * corrected.
         */
        public @Nullable String mend() {
            boolean can = entry.fact() instanceof ReportFact.Reported || entry.fact() instanceof ReportFact.LogRow;
            return can ? "/reports/" + id() + "/correction" : null;
        }

        /** The form in which the need that the row notes is asked for as a resource; null: it notes none. */
        public @Nullable String asks() {
            var need =
                    switch (entry.fact()) {
                        case ReportFact.Reported r -> r.said().needs();
                        case ReportFact.LogRow r -> row.kind() == Telling.Kind.NEED ? row.text() : null;
                        default -> null;
                    };
            return need == null
                    ? null
                    : "/incidents/" + entry.stream() + "/resources?noted=" + id() + "&what="
                            + URLEncoder.encode(
                                    need.substring(0, Math.min(need.length(), 100)), StandardCharsets.UTF_8);
        }
    }

    /** The readers that the author chose. @param with the readers, in the viewer's language */
    public record Shared(
            List<String> with,
            @Nullable String ground,
            @Nullable String tlp) {}

    /** A later entry that corrects a row. @param at when, by the incident's own clock */
    public record Correction(UUID entry, Instant at) {}

    /** The part of the log to show. @param q text to find in the row, ignoring case */
    public record Filter(
            Telling.@Nullable Kind kind,
            @Nullable String actor,
            @Nullable String q) {
        static final Filter NONE = new Filter(null, null, null);

        boolean lets(Line line) {
            return (kind == null || line.row().kind() == kind)
                    && (actor == null || line.entry().by().actor().equals(actor))
                    && (q == null || says(line, q));
        }

        private static boolean says(Line line, String q) {
            return Letters.contains(line.row().text(), q)
                    || Letters.contains(line.by(), q)
                    || Letters.contains(line.row().all(), q);
        }

        public boolean isNone() {
            return equals(NONE);
        }
    }

    /**
     * One page of rows.
     *
     * @param older the cursor for the next, older page; null: there are no more rows
     * @param lookedBackTo when the oldest examined entry was written, if the search stopped before the end of the log
     */
    public record Page(
            List<Line> lines,
            @Nullable String older,
            @Nullable Instant lookedBackTo) {}

    private final Journal journal;
    private final Viewers viewers;
    private final Actors actors;
    private final List<Telling> rooms;

    Log(Journal journal, Viewers viewers, Actors actors, List<Telling> rooms) {
        this.journal = journal;
        this.viewers = viewers;
        this.actors = actors;
        this.rooms = rooms;
    }

    /**
     * The newest rows before a position, at most {@link #ROWS}.
     *
     * @param before 0: start with the newest
     */
    Page read(UUID incident, Filter filter, long before, Viewer viewer, Say say) {
        var told = new Told(this, journal, viewer, say);
        long from = before;
        int looked = 0;
        while (true) {
            int want = Math.min(filter.isNone() ? ROWS + 1 : FILTERED, LOOKED_THROUGH - looked);
            var entries = journal.list(Pick.newest(incident, from, want), viewer);
            for (var entry : entries) {
                if (told.lines().size() == ROWS) return page(told, from);
                told.add(entry, filter);
                from = entry.position();
            }
            looked += entries.size();
            if (entries.size() < want) return new Page(told.finished(incident, from), null, null);
            if (looked >= LOOKED_THROUGH) {
                var until = entries.getLast().recordedAt();
                return new Page(told.finished(incident, from), journal.cursors().of(from), until);
            }
        }
    }

    private Page page(Told told, long from) {
        var stream = told.lines().getFirst().entry().stream();
        return new Page(told.finished(stream, from), journal.cursors().of(from), null);
    }

    /** The stored names of all facts that can make a row. */
    List<String> kinds() {
        return rooms.stream()
                .flatMap(room -> journal.kindsOf(room.facts()).stream())
                .toList();
    }

    /** The stored names of the room's facts. */
    List<String> kindsOf(Class<? extends Fact> room) {
        return journal.kindsOf(room);
    }

    /** The row of one entry; empty if its fact makes no row. */
    Optional<Line> tell(Entry entry, Viewer viewer, Say say) {
        for (var room : rooms) {
            if (!room.facts().isInstance(entry.fact())) continue;
            return room.tell(entry, viewer, say).map(row -> line(entry, row, say));
        }
        return Optional.empty();
    }

    /** The line with its latest correction, which may be anywhere in the log. */
    Line withCorrection(Line line, Viewer viewer, Say say) {
        if (line.corrected() != null) return line;
        var by = journal.view(Situation.VIEW, line.entry().stream(), viewer)
                .corrections()
                .get(line.id());
        if (by == null) return line;
        return journal.find(by, viewer)
                .flatMap(entry -> tell(entry, viewer, say))
                .map(later ->
                        new Line(line.entry(), line.row(), line.by(), line.shared(), line.written(), correction(later)))
                .orElse(line);
    }

    private static @Nullable Correction correction(Line later) {
        var corrects = later.row().corrects();
        return corrects == null ? null : new Correction(later.id(), corrects.at());
    }

    /** The receipt for a row that the viewer's account has just written. */
    Optional<Shell.Receipt> sent(UUID id, Viewer viewer, Say say) {
        return journal.find(id, viewer)
                .filter(entry -> entry.by().account().equals(viewer.account()))
                .filter(entry -> entry.recordedAt().isAfter(say.now().minus(JUST)))
                .flatMap(entry -> tell(entry, viewer, say))
                .map(line -> receipt(line, viewer, say));
    }

    private Shell.Receipt receipt(Line line, Viewer viewer, Say say) {
        var incident = journal.view(Incident.VIEW, line.entry().stream(), viewer);
        var at = say.at(incident.clock(say.now()))
                .time(incident.clock(line.entry().recordedAt()));
        var done = say.text("desk.receipt." + line.row().kind(), at);
        var shared = line.shared();
        var text = shared == null
                ? say.text("desk.receipt.seen-by-all", done)
                : say.text("desk.receipt.seen-by", done, String.join(", ", shared.with()));
        return new Shell.Receipt(text, "/entries/" + line.id(), line.mend());
    }

    private Line line(Entry entry, Telling.Row row, Say say) {
        return new Line(entry, row, by(entry, say), shared(entry, say), null, null);
    }

    private @Nullable Shared shared(Entry entry, Say say) {
        if (entry.marking() == null) return null;
        var marking = Marking.of(entry.marking());
        var with = marking.who().stream().map(who -> word(who, say)).toList();
        return new Shared(with, marking.ground(), marking.tlp());
    }

    private String word(String who, Say say) {
        if (who.startsWith("actor:")) return actors.shortName(who.substring("actor:".length()), say.language());
        return say.text("desk.shared." + (who.startsWith("forum:") ? "forum" : who));
    }

    private String by(Entry entry, Say say) {
        if (entry.by().actor().equals(Guest.ACTOR)) return say.text("outside.word.guest");
        var actor = actors.shortName(entry.by().actor(), say.language());
        return viewers.functions()
                .find(entry.by().actor(), entry.by().function())
                .map(f -> actor + ", " + lowered(f.title(say.language())))
                .orElse(actor);
    }

    private static String lowered(String title) {
        boolean abbreviated = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return abbreviated ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
