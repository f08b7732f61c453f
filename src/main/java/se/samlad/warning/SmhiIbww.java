package se.samlad.warning;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.warning.Warning.Area;
import se.samlad.warning.Warning.Color;
import se.samlad.warning.Warning.Extent;
import se.samlad.warning.Warning.Form;
import se.samlad.warning.Warning.Grade;
import se.samlad.warning.Warning.Kind;
import se.samlad.warning.Warning.Origin;
import se.samlad.warning.Warning.Revision;
import se.samlad.warning.Warning.Severity;
import se.samlad.warning.Warning.Span;
import se.samlad.warning.Warning.Status;
import se.samlad.warning.Warning.Texts;
import se.samlad.warning.Warning.Words;

/**
 * Reads one warning area of SMHI's impact-based format (ibww version 1). The area, not the warning around it, has
 * level, times and place, so each area becomes a warning of its own, {@code smhi:ibww:<warning>:<area>}.
 *
 * <p>The format has no status and no severity. Texts that begin with TEST or ÖVNING mark test and exercise. Red is read
 * as Extreme, orange as Severe, yellow as Moderate and a message as Minor.
 */
final class SmhiIbww {

    static final String PREFIX = "smhi:ibww:";

    private static final Pattern ID = Pattern.compile("[\\w.-]{1,100}");

    /** Titles in the order that a reader wants: what, where, what it means for me, the rest. */
    private static final List<String> ORDER = List.of("INCIDENT", "HAPPENS", "WHERE", "AFFECT", "COMMENTS");

    /** Names by id, from SMHI's data; used only where an area comes without its name. */
    private static final Map<String, String> NAMES = Map.of(
            "1", "Stockholms län",
            "3", "Uppsala län",
            "4", "Södermanlands län",
            "6", "Jönköpings län",
            "8", "Kalmar län",
            "14", "Västra Götalands län",
            "56", "Kattegatt");

    private SmhiIbww() {}

    static Warning warning(Fields warning, Fields area) {
        String id = PREFIX + warning.id("id", ID) + ":" + area.id("id", ID);
        Revision revision = new Revision(Kind.ALERT, 0, area.requiredTime("published"), List.of());
        Status status = Status.ACTUAL.unlessMarked(texts(warning, area));
        Instant onset = area.time("approximateStart");
        return new Warning(
                new Origin(id, Form.SMHI_IBWW, status, revision, ""),
                grade(area.object("warningLevel").text("code")),
                new Span(onset, after(onset, area.end("approximateEnd"))),
                extent(area),
                new Texts(words(warning, area, "sv"), words(warning, area, "en")));
    }

    /** The end; null where it comes before the start, which is not credible. */
    static @Nullable Instant after(@Nullable Instant onset, @Nullable Instant end) {
        return onset != null && end != null && end.isBefore(onset) ? null : end;
    }

    private static Grade grade(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "RED" -> new Grade(Severity.EXTREME, Color.RED, code);
            case "ORANGE" -> new Grade(Severity.SEVERE, Color.ORANGE, code);
            case "YELLOW" -> new Grade(Severity.MODERATE, Color.YELLOW, code);
            case "MESSAGE" -> new Grade(Severity.MINOR, Color.MESSAGE, code);
            default -> new Grade(Severity.UNKNOWN, Color.UNKNOWN, code);
        };
    }

    private static Extent extent(Fields area) {
        List<Area> areas = area.objects("affectedAreas").stream()
                .map(SmhiIbww::affected)
                .distinct()
                .limit(SmhiV2.MOST_PARTS)
                .toList();
        return new Extent(areas, area.object("areaName").text("sv"), Shapes.of(area.at("area")));
    }

    private static Area affected(Fields area) {
        String name = area.text("sv");
        String id = area.text("id");
        return new Area(id, name.isEmpty() ? NAMES.getOrDefault(id, "") : name, area.text("en"));
    }

    private static Words words(Fields warning, Fields area, String language) {
        String event = warning.object("event").text(language);
        String kind = area.object("eventDescription").text(language);
        String place = area.object("areaName").text(language);
        String headline = Stream.of(kind.isEmpty() ? event : kind, place)
                .filter(s -> !s.isEmpty())
                .collect(joining(": "));
        String level = area.object("warningLevel").text(language);
        return new Words(headline, event, level, text(warning, area, language));
    }

    /** All descriptions, the warning's before the area's, each under its title. */
    private static String text(Fields warning, Fields area, String language) {
        String all = descriptions(warning, area)
                .sorted(Comparator.comparingInt(SmhiIbww::place))
                .map(description -> paragraph(description, language))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(joining("\n\n"));
        return Fields.bounded(all, false);
    }

    private static int place(Fields description) {
        int place = ORDER.indexOf(description.object("title").text("code").toUpperCase(Locale.ROOT));
        return place < 0 ? ORDER.size() : place;
    }

    private static String paragraph(Fields description, String language) {
        String title = description.object("title").text(language);
        String text = description.object("text").text(language);
        return text.isEmpty() || title.isEmpty() ? text : title + "\n" + text;
    }

    private static Stream<Fields> descriptions(Fields warning, Fields area) {
        return Stream.concat(warning.objects("descriptions").stream(), area.objects("descriptions").stream());
    }

    /** All texts in which SMHI may mark a test or an exercise. */
    private static Stream<String> texts(Fields warning, Fields area) {
        Stream<Fields> names = Stream.of(warning.object("areaName"), area.object("areaName"));
        return Stream.concat(names, descriptions(warning, area).map(description -> description.object("text")))
                .flatMap(text -> Stream.of(text.text("sv"), text.text("en")));
    }
}
