package se.samlad.picture;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.samlad.actor.Actor;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.report.Passed;
import se.samlad.report.Situation;
import se.samlad.report.Stated;

/**
 * The joint picture of an incident (C3), as one viewer may see it: all actors whom it concerns, and what each has
 * reported. Pure.
 *
 * @param standings in the order of the board: the worst first, holes last; the latest first within each status
 * @param needs needs recorded in the log, newest first
 * @param relayed what actors relayed about others, newest first
 */
public record Picture(List<Standing> standings, List<Passed> needs, List<Passed> relayed) {

    private static final Comparator<Standing> ON_THE_BOARD = Comparator.comparing(Standing::shade)
            .thenComparing(s -> s.concern() == Concern.INDIRECT)
            .thenComparing(s -> s.renewedAt().orElse(Instant.EPOCH), Comparator.reverseOrder());

    /** A status and the actors that have it. There are always five groups, some may be empty. */
    public record Group(Shade shade, List<Standing> standings) {}

    /** One line of a list: an actor's text on a subject, the report that stands, and since when the text does. */
    public record Line(Stated by, String text, Stated.Since since) {}

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
        return Arrays.stream(Shade.values()).map(this::group).toList();
    }

    public Group group(Shade shade) {
        return new Group(
                shade, standings.stream().filter(s -> s.shade() == shade).toList());
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
        return lines("consequences");
    }

    /** The needs in reports. */
    public List<Line> needsReported() {
        return lines("needs");
    }

    public List<Line> forecasts() {
        return lines("forecast");
    }

    /** The oldest reports, oldest first. */
    public List<Stated> oldest() {
        return own().stream()
                .sorted(Comparator.comparing(Stated::renewedAt).thenComparing(Stated::key))
                .toList();
    }

    private List<Line> lines(String field) {
        return own().stream()
                .sorted(Comparator.comparing((Stated s) -> Shade.of(s.status()))
                        .thenComparing(Stated::occurredAt, Comparator.reverseOrder())
                        .thenComparing(Stated::key))
                .flatMap(s ->
                        Stream.ofNullable(s.said().lasting().get(field)).map(text -> new Line(s, text, s.since(field))))
                .toList();
    }

    /** The beginning of a long text, cut between words. */
    public static String shortly(String text) {
        if (text.length() <= SHORT) return text;
        int end = text.lastIndexOf(' ', SHORT);
        if (end < SHORT / 2) end = Character.isHighSurrogate(text.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
        return text.substring(0, end) + " …";
    }
}
