package se.samlad.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/**
 * The facts of this room. The entry's envelope names the actor. Texts are plain, at most 20 000 characters each. {@code
 * lateBecause} gives the reason if the entry was written over an hour after it happened (C5).
 */
public sealed interface ReportFact extends Fact {

    /**
     * The facts that the picture is built from. All others are read only with the log. They are most of a long
     * incident, and folding them would change nothing in the picture.
     */
    sealed interface Pictured extends ReportFact {}

    /** A row of the log. A decision always has a reason (C5); for other kinds it is optional. */
    sealed interface LogRow extends ReportFact {
        Kind kind();

        String text();

        @Nullable
        String reason();

        @Nullable
        String source();

        @Nullable
        Certainty certainty();

        @Nullable
        String lateBecause();
    }

    /** How certain a statement is, according to its author (C3). */
    enum Certainty {
        CERTAIN,
        LIKELY,
        UNSURE
    }

    /** The kinds of rows in the log. */
    enum Kind {
        NOTE(false),
        NEED(true),
        DECISION(true),
        MEASURE(false);

        private final boolean pictured;

        Kind(boolean pictured) {
            this.pictured = pictured;
        }

        /** Whether the picture shows rows of this kind, besides the log. */
        boolean isPictured() {
            return pictured;
        }
    }

    /**
     * What an actor, or one of its units, reports about itself (C4).
     *
     * @param unit the unit that it is about (A6); null: the whole actor
     * @param resources which resources there are, and how long they last
     * @param certainty null: not stated
     * @param source where the information comes from; null: the actor's own work
     */
    record OwnPicture(
            @Nullable String unit,
            Status status,
            String happened,
            @Nullable String consequences,
            @Nullable String measures,
            @Nullable String resources,
            @Nullable String needs,
            @Nullable String communication,
            @Nullable String forecast,
            @Nullable Certainty certainty,
            @Nullable String source) {

        /** The fields that stand until they are ended or replaced, in the order of C4. */
        public static final List<String> LASTING =
                List.of("consequences", "measures", "resources", "needs", "communication", "forecast");

        /** The texts of the lasting fields by name, in the order of C4; only those given. */
        public Map<String, String> lasting() {
            var given = new LinkedHashMap<String, String>();
            put(given, "consequences", consequences);
            put(given, "measures", measures);
            put(given, "resources", resources);
            put(given, "needs", needs);
            put(given, "communication", communication);
            put(given, "forecast", forecast);
            return given;
        }

        private static void put(Map<String, String> given, String field, @Nullable String text) {
            if (text != null) given.put(field, text);
        }

        /** The same report with these lasting texts alone. */
        OwnPicture with(Map<String, String> lasting) {
            return new OwnPicture(
                    unit,
                    status,
                    happened,
                    lasting.get("consequences"),
                    lasting.get("measures"),
                    lasting.get("resources"),
                    lasting.get("needs"),
                    lasting.get("communication"),
                    lasting.get("forecast"),
                    certainty,
                    source);
        }
    }

    /** An actor's own picture in its own words. A lasting field that is left out stands as it was stated before. */
    @Stored("report.reported.1")
    record Reported(
            @JsonUnwrapped OwnPicture said, @Nullable String lateBecause) implements Pictured {}

    /**
     * What no longer stands of a report. It is read by those who may read that report, and by nobody else.
     *
     * @param what the fields, with their texts as they stood
     */
    @Stored("report.ended.1")
    record Ended(List<Standing> what) implements Pictured {

        /** @param field one of {@link OwnPicture#LASTING} */
        public record Standing(String field, String text) {}
    }

    /** The last report still holds (C1). @param nothingNew always true, as sent @param confirms the report's id */
    @Stored("report.confirmed.1")
    record Confirmed(
            boolean nothingNew,
            @Nullable String unit,
            UUID confirms,
            @Nullable String lateBecause) implements Pictured {}

    /**
     * The whole report in a new form, beside the old one (C5). Its entry has the same time of occurrence as the
     * corrected one.
     *
     * @param corrects the entry that no longer holds: the report, or its latest correction
     * @param correctedAt when it was corrected, by the incident's own clock
     */
    @Stored("report.corrected.1")
    record Corrected(
            UUID corrects,
            String reason,
            Instant correctedAt,
            @JsonUnwrapped OwnPicture said) implements Pictured {}

    /**
     * A statement that an actor passes on about somebody else, kept apart from its own picture (C3).
     *
     * @param about whom or what, in a few words, such as another actor's name
     * @param source who stated it; null: not stated
     */
    @Stored("report.relayed.1")
    record Relayed(
            String about,
            String text,
            @Nullable String source,
            @Nullable Certainty certainty,
            @Nullable String lateBecause)
            implements Pictured {}

    /** A row that the picture also shows. Rows written before {@link Logged} existed may be of any kind. */
    @Stored("report.noted.1")
    record Noted(
            Kind kind,
            String text,
            @Nullable String reason,
            @Nullable String source,
            @Nullable Certainty certainty,
            @Nullable String lateBecause)
            implements Pictured, LogRow {}

    /** A row that only the log shows. */
    @Stored("report.logged.1")
    record Logged(
            Kind kind,
            String text,
            @Nullable String reason,
            @Nullable String source,
            @Nullable Certainty certainty,
            @Nullable String lateBecause)
            implements LogRow {}

    /** A need in the log is met or no longer there. @param need its text as it stood @param how null: not stated */
    @Stored("report.need-met.1")
    record NeedMet(String need, @Nullable String how) implements Pictured {}

    /** A new text for a row or a relayed statement, beside the old one (C5). @param corrects as in {@link Corrected} */
    @Stored("report.note-corrected.1")
    record NoteCorrected(UUID corrects, String text, String reason, Instant correctedAt) implements Pictured {}
}
