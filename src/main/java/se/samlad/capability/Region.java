package se.samlad.capability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.figure.Capability;
import se.samlad.figure.Counted;
import se.samlad.figure.Figures;
import se.samlad.figure.Indicator;
import se.samlad.web.Say;

/**
 * Where the region stands, as one viewer may see it: five rows, five years, what actors say beside what the journal shows.
 *
 * @param showing the actors that show the viewer something of the year, in the register's order
 */
public record Region(int year, List<Row> rows, List<String> showing, List<PartRow> parts) {

    private static final int YEARS = 5;
    private static final int LEFT = 40;
    private static final int STEP = 62;
    private static final int BOTTOM = 86;
    private static final int HEIGHT = 72;

    /**
     * What actors say of a capability in a year, over all its sub-capabilities: the median and the middle half.
     *
     * @param actors how many of them show it to the viewer
     * @param own the median of the viewer's own actor; null: it has not assessed
     * @param lowest the median of the lowest levels; null: none is set
     */
    public record Said(
            int year,
            int actors,
            double median,
            double low,
            double high,
            @Nullable Double own,
            @Nullable Double lowest,
            int x) {

        public int y(double level) {
            return (int) Math.round(BOTTOM - HEIGHT * level / Sheet.HIGHEST);
        }
    }

    /** @param figure null: there is nothing to count @param y where its dot is drawn */
    public record Shown(int year, Counted.@Nullable Together figure, int x, int y) {}

    /**
     * @param reach how many of those who show it reach every lowest level that is set
     * @param set whether any lowest level is set this year
     * @param all the figures of the year, in the order of the indicators
     */
    public record Row(
            Capability capability,
            Indicator indicator,
            List<Said> said,
            List<Shown> shown,
            long reach,
            boolean set,
            List<Counted.Together> all) {

        public Said now() {
            return said.getLast();
        }

        /** Whether anybody shows an assessment, or a lowest level is set, in any of the years. */
        public boolean isSaid() {
            return said.stream().anyMatch(each -> each.actors() > 0 || each.own() != null || each.lowest() != null);
        }

        /** Whether the journal shows anything of it in any of the years. */
        public boolean isShown() {
            return shown.stream().anyMatch(each -> each.figure() != null);
        }

        /** The line of the medians, as an SVG path; years that nobody shows are left open. */
        public String line() {
            var points = new ArrayList<@Nullable String>();
            for (var each : said) points.add(each.actors() == 0 ? null : each.x() + " " + each.y(each.median()));
            return path(points);
        }

        public String shownLine() {
            var points = new ArrayList<@Nullable String>();
            for (var each : shown) points.add(each.figure() == null ? null : each.x() + " " + each.y());
            return path(points);
        }

        private static String path(List<@Nullable String> points) {
            var path = new StringBuilder();
            boolean open = false;
            for (var point : points) {
                if (point != null) path.append(open ? "L" : "M").append(point);
                open = point != null;
            }
            return path.toString();
        }
    }

    /**
     * One sub-capability.
     *
     * @param levels how many say each level, from 0
     * @param own null: the viewer's own actor has not said
     */
    public record PartRow(
            Sheet.Part part, List<Integer> levels, @Nullable Integer own) {
        public int of() {
            return levels.stream().mapToInt(each -> each).sum();
        }
    }

    /** A level or a median of levels: {@code 2,5}. */
    public static String level(double level, Say say) {
        if (level == Math.rint(level)) return String.valueOf((int) level);
        return String.format(Locale.of(say.language()), "%.1f", level);
    }

    static Region of(int year, String own, Capabilities capabilities, Figures figures, Viewer viewer) {
        var years = IntStream.rangeClosed(year - YEARS + 1, year)
                .mapToObj(each -> new OfYear(
                        capabilities.list(each), capabilities.seen(each, viewer), figures.of(each, null, viewer)))
                .toList();
        var now = years.getLast();
        var rows = Arrays.stream(Capability.values())
                .map(capability -> row(capability, own, years))
                .toList();
        var parts = now.list.sheet().parts().stream()
                .map(part -> partRow(part, own, now.seen))
                .toList();
        return new Region(
                year, rows, now.seen.stream().map(seen -> seen.of().actor()).toList(), parts);
    }

    private record OfYear(Years.Year list, List<Assessments.Seen> seen, Figures.OfYear figures) {}

    private static Row row(Capability capability, String own, List<OfYear> years) {
        var indicator = Indicator.of(capability);
        var now = years.getLast();
        var parts = now.list.sheet().of(capability);
        var said = new ArrayList<Said>();
        for (int i = 0; i < years.size(); i++) said.add(said(capability, own, years.get(i), LEFT + STEP * i));
        var set = parts.stream().filter(part -> part.lowest() != null).toList();
        var all = Arrays.stream(Indicator.values())
                .filter(each -> each.capability() == capability)
                .map(now.figures::of)
                .filter(Objects::nonNull)
                .toList();
        return new Row(
                capability,
                indicator,
                said,
                shown(indicator, years),
                now.seen.stream()
                        .filter(seen -> !set.isEmpty() && reaches(seen, set))
                        .count(),
                !set.isEmpty(),
                List.copyOf(all));
    }

    private static boolean reaches(Assessments.Seen seen, List<Sheet.Part> set) {
        return set.stream().allMatch(part -> {
            var answer = seen.answers().get(part.code());
            var lowest = part.lowest();
            return answer != null && lowest != null && answer.said().level() >= lowest;
        });
    }

    private static Said said(Capability capability, String own, OfYear of, int x) {
        var parts = of.list.sheet().of(capability);
        var levels = new ArrayList<Integer>();
        var owns = new ArrayList<Integer>();
        int actors = 0;
        for (var seen : of.seen) {
            int before = levels.size();
            for (var part : parts) {
                var answer = seen.answers().get(part.code());
                if (answer == null) continue;
                levels.add(answer.said().level());
                if (seen.of().actor().equals(own)) owns.add(answer.said().level());
            }
            if (levels.size() > before) actors++;
        }
        var lowest =
                parts.stream().map(Sheet.Part::lowest).filter(Objects::nonNull).toList();
        return new Said(
                of.list.year(),
                actors,
                at(levels, 0.5),
                at(levels, 0.25),
                at(levels, 0.75),
                owns.isEmpty() ? null : at(owns, 0.5),
                lowest.isEmpty() ? null : at(lowest, 0.5),
                x);
    }

    /** The value below which that part of them lies; between two, halfway. 0 where there are none. */
    static double at(List<Integer> levels, double part) {
        if (levels.isEmpty()) return 0;
        var sorted = levels.stream().sorted().toList();
        double place = part * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return below == above ? sorted.get(below) : (sorted.get(below) + sorted.get(above)) / 2.0;
    }

    private static List<Shown> shown(Indicator indicator, List<OfYear> years) {
        long most = indicator.isShare() ? 100 : 1;
        for (var each : years) {
            var figure = each.figures.of(indicator);
            if (figure != null) most = Math.max(most, figure.value());
        }
        var shown = new ArrayList<Shown>();
        for (int i = 0; i < years.size(); i++) {
            var figure = years.get(i).figures.of(indicator);
            int y = figure == null ? BOTTOM : (int) (BOTTOM - (HEIGHT - 16) * figure.value() / most);
            shown.add(new Shown(years.get(i).list.year(), figure, LEFT + STEP * i, y));
        }
        return shown;
    }

    private static PartRow partRow(Sheet.Part part, String own, List<Assessments.Seen> all) {
        var levels = new ArrayList<>(java.util.Collections.nCopies(Sheet.HIGHEST + 1, 0));
        Integer mine = null;
        for (var seen : all) {
            var answer = seen.answers().get(part.code());
            if (answer == null) continue;
            int level = answer.said().level();
            levels.set(level, levels.get(level) + 1);
            if (seen.of().actor().equals(own)) mine = level;
        }
        return new PartRow(part, levels, mine);
    }
}
