package se.samlad.warning;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One warning as its source gave it. Texts are plain, without control characters, at most 20,000 characters each, and
 * empty where the source gave none.
 */
public record Warning(Origin origin, Grade grade, Span span, Extent extent, Texts texts) implements Watched.Known {

    /** The published formats. A feed of one format never ends a warning of another. */
    public enum Form {
        SMHI_V2,
        SMHI_IBWW;

        /** The code of the source, for the API. */
        public String source() {
            return "smhi";
        }
    }

    /** The values of status in CAP 1.2 §3.2.1. Exercise and test must be recognisable wherever they are shown. */
    public enum Status {
        ACTUAL("Actual"),
        EXERCISE("Exercise"),
        SYSTEM("System"),
        TEST("Test"),
        DRAFT("Draft");

        private static final Pattern MARKED_TEST = Pattern.compile("^(?:TEST\\b|(?i:testmeddelande|test message)\\b)");
        private static final Pattern MARKED_EXERCISE =
                Pattern.compile("^(?:övning|exercise)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** Exercise or test where an actual warning's text begins with ÖVNING or TEST; else the status itself. */
        Status unlessMarked(Stream<String> texts) {
            if (this != ACTUAL) return this;
            List<String> all = texts.toList();
            if (all.stream().anyMatch(text -> MARKED_EXERCISE.matcher(text).find())) return EXERCISE;
            return all.stream().anyMatch(text -> MARKED_TEST.matcher(text).find()) ? TEST : ACTUAL;
        }

        public String word() {
            return word;
        }
    }

    /** The values of msgType in CAP 1.2 §3.2.1 that concern a warning's life. */
    public enum Kind {
        ALERT,
        UPDATE,
        CANCEL
    }

    /** The values of severity in CAP 1.2 §3.2.2. */
    public enum Severity {
        EXTREME("Extreme"),
        SEVERE("Severe"),
        MODERATE("Moderate"),
        MINOR("Minor"),
        UNKNOWN("Unknown");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** SMHI's colours; the classes 1 to 3 of its old warnings are mapped to them. */
    public enum Color {
        RED,
        ORANGE,
        YELLOW,
        MESSAGE,
        UNKNOWN
    }

    /** Where it comes from. {@code link} is an http(s) address from the source, or empty. */
    public record Origin(String id, Form form, Status status, Revision revision, String link) {}

    /** Which issue of the warning this is. {@code version} is 0 where the form has none; {@code replaces} are ids. */
    public record Revision(Kind kind, int version, Instant sent, List<String> replaces) {}

    /** How grave. {@code level} is the source's own word or code; the severity is the source's where it gives one. */
    public record Grade(Severity severity, Color color, String level) {}

    /** The times. {@code expires} is null where the end is open or the source's value is not credible. */
    public record Span(@Nullable Instant onset, @Nullable Instant expires) {}

    /** Where: the named areas, the area in words, and the drawn shape ({@code null}: none was given). */
    public record Extent(
            List<Area> areas, String words, @Nullable Shape shape) {}

    /** A named area. The code is the source's own; a name that is not known is empty. */
    public record Area(String code, String name, String nameEn) {}

    /** The shape on the map. Without polygons: a shape was given but could not be used. */
    public record Shape(List<Polygon> polygons) {}

    /** Rings of at least three points, the outer one first, closed or not. */
    public record Polygon(List<List<Point>> rings) {}

    /** WGS 84, degrees. */
    public record Point(double lon, double lat) {}

    public record Texts(Words sv, Words en) {}

    /** The texts in one language. */
    public record Words(String headline, String event, String level, String text) {}

    @Override
    public String id() {
        return origin.id();
    }

    @Override
    public Form form() {
        return origin.form();
    }

    @Override
    public int version() {
        return origin.revision().version();
    }

    public String headline() {
        return texts.sv().headline().isEmpty()
                ? texts.en().headline()
                : texts.sv().headline();
    }

    @Override
    public Instant sent() {
        return origin.revision().sent();
    }

    @Override
    public @Nullable Instant endedBy() {
        return null;
    }

    /** Not for real: exercise, test, the sender's own system, or a draft. */
    @Override
    public boolean pretended() {
        return origin.status() != Status.ACTUAL;
    }

    public boolean cancelled() {
        return origin.revision().kind() == Kind.CANCEL;
    }

    /** Whether its own end time has passed. False where it has none: then only the feed ends it. */
    public boolean expiredAt(Instant now) {
        Instant expires = span.expires();
        return expires != null && !now.isBefore(expires);
    }

    @Override
    public boolean says(Warning now) {
        return equals(now);
    }
}
