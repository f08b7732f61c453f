package se.samlad.picture;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor;
import se.samlad.incident.Concern;
import se.samlad.report.Passed;
import se.samlad.report.ReportFact.OwnPicture;
import se.samlad.report.Situation;
import se.samlad.report.Stated;

/**
 * The joint picture of an incident (C3), as one viewer may see it: all actors whom it concerns, and what each has
 * reported. Pure.
 *
 * @param standings in the order of the board: holes first, then the worst; the latest first within each status
 * @param needs needs recorded in the log, newest first
 * @param relayed what actors relayed about others, newest first
 */
public record Picture(List<Standing> standings, List<Passed> needs, List<Passed> relayed) {

    private static final Comparator<Standing> ON_THE_BOARD = Comparator.comparing(Standing::shade)
            .thenComparing(s -> s.concern() == Concern.INDIRECT)
            .thenComparing(s -> s.renewedAt().orElse(Instant.EPOCH), Comparator.reverseOrder());

    /** A status and the actors that have it. There are always five groups, some may be empty. */
    public record Group(Shade shade, List<Standing> standings) {}

    /** One line of a list: an actor's text on a subject, with the report that it is from. */
    public record Line(Stated by, String text) {}

    /** The length of a text in a list; the full text is on the page of own words. */
    private static final int SHORT = 220;

    public Picture {
        standings = List.copyOf(standings);
        needs = List.copyOf(needs);
        relayed = List.copyOf(relayed);
    }

    /**
     * @param asked the actors whom the incident concerns, by name;
     * @param concerns by {@code actor} or {@code actor/unit}
     */
    static Picture of(List<Actor> asked, Situation situation, Map<String, Concern> concerns) {
        return new Picture(
                asked.stream()
                        .map(a -> Standing.of(a, situation, concerns))
                        .sorted(ON_THE_BOARD)
                        .toList(),
                situation.needs().values().stream()
                        .flatMap(Collection::stream)
                        .sorted(Comparator.comparing(Passed::occurredAt)
                                .reversed()
                                .thenComparing(Passed::subject))
                        .toList(),
                situation.relayed().reversed());
    }

    /** Only the actors without an area, which are listed beside the map. */
    public Picture withoutArea() {
        return new Picture(
                standings.stream().filter(s -> s.actor().scb() == null).toList(), needs, relayed);
    }

    public List<Group> groups() {
        var groups = new EnumMap<Shade, List<Standing>>(Shade.class);
        for (var shade : Shade.values())
            groups.put(shade, standings.stream().filter(s -> s.shade() == shade).toList());
        return groups.entrySet().stream()
                .map(e -> new Group(e.getKey(), e.getValue()))
                .toList();
    }

    /** The actors that have shared nothing with the viewer (C3). */
    public List<Standing> holes() {
        return standings.stream().filter(Standing::isHole).toList();
    }

    public int reported() {
        return standings.size() - holes().size();
    }

    /** The number of actors by status, in the board's order. */
    public Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        for (var group : groups())
            counts.put(group.shade().name(), group.standings().size());
        return counts;
    }

    /** The status of each actor, by code. */
    public Map<String, String> statuses() {
        var statuses = new LinkedHashMap<String, String>();
        standings.forEach(s -> statuses.put(s.code(), s.shade().name()));
        return statuses;
    }

    /** All that actors report of themselves, the worst first. */
    public List<Stated> own() {
        return standings.stream().flatMap(s -> s.own().stream()).toList();
    }

    public List<Line> consequences() {
        return lines(OwnPicture::consequences);
    }

    /** The needs in reports. */
    public List<Line> needsReported() {
        return lines(OwnPicture::needs);
    }

    public List<Line> forecasts() {
        return lines(OwnPicture::forecast);
    }

    /** The oldest reports, oldest first. */
    public List<Stated> oldest() {
        return own().stream()
                .sorted(Comparator.comparing(Stated::renewedAt).thenComparing(Stated::key))
                .toList();
    }

    private List<Line> lines(Function<OwnPicture, @Nullable String> what) {
        return own().stream()
                .sorted(Comparator.comparing((Stated s) -> Shade.of(s.status()))
                        .thenComparing(Stated::occurredAt, Comparator.reverseOrder())
                        .thenComparing(Stated::key))
                .flatMap(s -> Stream.ofNullable(what.apply(s.said())).map(text -> new Line(s, text)))
                .toList();
    }

    /** The other texts of a report beside what has happened, by field name, in the order of C4; only those given. */
    public static Map<String, String> rest(OwnPicture said) {
        var rest = new LinkedHashMap<String, String>();
        put(rest, "consequences", said.consequences());
        put(rest, "measures", said.measures());
        put(rest, "resources", said.resources());
        put(rest, "needs", said.needs());
        put(rest, "communication", said.communication());
        put(rest, "forecast", said.forecast());
        return rest;
    }

    private static void put(Map<String, String> rest, String field, @Nullable String text) {
        if (text != null) rest.put(field, text);
    }

    /** The beginning of a long text, cut between words. */
    public static String shortly(String text) {
        if (text.length() <= SHORT) return text;
        int end = text.lastIndexOf(' ', SHORT);
        if (end < SHORT / 2) end = Character.isHighSurrogate(text.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
        return text.substring(0, end) + " …";
    }
}
