package se.samlad.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.actor.Actor;
import se.samlad.actor.Area;
import tools.jackson.databind.json.JsonMapper;

/** Writes a region as the file that reads as the same region. Pure. */
final class RegionWriter {

    private static final JsonMapper JSON = new JsonMapper();

    /** What YAML, of any version, can't take for something else. */
    private static final Pattern PLAIN = Pattern.compile("[a-zåäö][a-zåäö0-9]*([-/. ][a-zåäö0-9]+)*|[A-ZÅÄÖ]{4,}");

    private static final List<String> TAKEN = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private RegionWriter() {}

    static String write(Region region) {
        var writer = new RegionWriter();
        writer.all(region);
        return writer.out.toString();
    }

    private void all(Region region) {
        var name = region.name();
        line("# A region of Samlad, as docs/REGION.md describes it.");
        line("region:");
        line("  code: " + quoted(name.code()));
        line("  name: " + both(name.nameSv(), name.nameEn()));
        line("  county: {code: \"" + name.countyCode() + "\", sv: " + quoted(name.countySv()) + ", en: "
                + quoted(name.countyEn()) + "}");
        if (!name.prepared().isEmpty()) line("\nprepared: " + list(name.prepared()));
        section(
                "standingForums",
                region.forums().stream().map(RegionWriter::forum).toList());
        section(
                "groups",
                region.groups().stream()
                        .map(g -> "{code: " + quoted(g.code()) + ", name: " + both(g.nameSv(), g.nameEn())
                                + ", actors: " + list(g.actors()) + "}")
                        .toList());
        line("\nactors:");
        for (var actor : region.actors()) actor(actor, region.functionsOf(actor.code()));
        section("areas", region.areas().stream().map(RegionWriter::area).toList());
        population(region);
        section(
                "accounts",
                region.accounts().stream()
                        .map(a -> "{account: " + quoted(a.name()) + ", functions: " + list(a.functions()) + "}")
                        .toList());
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private void section(String name, List<String> items) {
        if (items.isEmpty()) return;
        line("\n" + name + ":");
        items.forEach(item -> line("  - " + item));
    }

    private static String forum(Region.Forum forum) {
        var level = forum.level() == null ? "OWNER" : forum.level().name();
        return "{code: " + quoted(forum.code()) + ", level: " + level + ", name: "
                + both(forum.nameSv(), forum.nameEn()) + "}";
    }

    private void actor(Actor actor, List<Function> functions) {
        line("  - code: " + quoted(actor.code()));
        line("    name: " + both(actor.nameSv(), actor.nameEn()));
        line("    short: " + quoted(actor.shortName()));
        optional("    shortEn: ", actor.shortEn());
        line("    kind: " + Part.word(actor.kind()));
        line("    membership: " + Part.word(actor.membership()));
        optional("    since: ", actor.since());
        optional("    scb: ", actor.scb());
        if (!actor.units().isEmpty()) {
            line("    units:");
            for (var unit : actor.units())
                line("      - {code: " + quoted(unit.code()) + ", name: " + both(unit.nameSv(), unit.nameEn()) + "}");
        }
        if (!functions.isEmpty()) line("    functions:");
        for (var function : functions) line("      - " + function(function, functions));
    }

    private void optional(String name, @Nullable String value) {
        if (value != null) line(name + quoted(value));
    }

    private static String function(Function f, List<Function> all) {
        var deputies = all.stream()
                .filter(other -> f.name().equals(other.deputyOf()))
                .map(Function::name)
                .toList();
        var mandates = f.mandates().stream().map(Part::word).toList();
        return "{name: " + quoted(f.name()) + ", title: " + both(f.titleSv(), f.titleEn()) + ", level: " + f.level()
                + ", mandates: " + list(mandates) + (deputies.isEmpty() ? "" : ", deputies: " + list(deputies))
                + (f.unit() == null ? "" : ", unit: " + quoted(f.unit())) + "}";
    }

    private static String area(Area area) {
        var text = new StringBuilder("{code: \"").append(area.code()).append('"');
        if (area.name() != null) text.append(", name: ").append(quoted(area.name()));
        if (!area.outline().isEmpty())
            text.append(", outline: {type: MultiPolygon, coordinates: ")
                    .append(coordinates(area))
                    .append('}');
        return text.append('}').toString();
    }

    private static String coordinates(Area area) {
        return area.outline().stream()
                .map(polygon -> polygon.rings().stream()
                        .map(ring -> ring.stream()
                                .map(p -> "[" + number(p.lon()) + ", " + number(p.lat()) + "]")
                                .collect(Collectors.joining(", ", "[", "]")))
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(double value) {
        return new java.math.BigDecimal(Double.toString(value)).toPlainString();
    }

    /** By day, as statistics are published. */
    private void population(Region region) {
        if (region.name().populationSource() == null) return;
        var days = new TreeMap<String, Map<String, Integer>>();
        for (var actor : region.actors())
            for (var count : actor.inhabitants())
                if (actor.scb() != null)
                    days.computeIfAbsent(count.date(), day -> new LinkedHashMap<>())
                            .put(actor.scb(), count.people());
        line("\npopulation:");
        line("  source: " + quoted(region.name().populationSource()));
        if (days.isEmpty()) return;
        line("  counts:");
        days.forEach((day, counts) -> line("    \"" + day + "\": "
                + counts.entrySet().stream()
                        .map(each -> "\"" + each.getKey() + "\": " + each.getValue())
                        .collect(Collectors.joining(", ", "{", "}"))));
    }

    private static String both(String sv, String en) {
        return sv.equals(en) ? quoted(sv) : "{sv: " + quoted(sv) + ", en: " + quoted(en) + "}";
    }

    private static String list(List<String> texts) {
        return new ArrayList<>(texts).stream().map(RegionWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** JSON's quotes are YAML's too. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !TAKEN.contains(text) ? text : JSON.writeValueAsString(text);
    }
}
