package se.samlad.region;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Count;
import se.samlad.actor.Actor.Kind;
import se.samlad.actor.Actor.Membership;
import se.samlad.actor.ActorFact.GroupNamed;
import se.samlad.actor.Actors;
import se.samlad.actor.Area;
import se.samlad.actor.RegionName;
import se.samlad.region.Region.Account;
import se.samlad.region.Region.Forum;

/** Reads a region's file: what each part says. {@link RegionCheck} then compares the parts. Pure. */
final class RegionReader {

    static final int MOST_ACTORS = 500;
    private static final int MOST_FUNCTIONS = 40;
    private static final int MOST = 5_000;
    private static final int SHORT = 60;
    private static final int MOST_PEOPLE = 20_000_000;

    private static final Set<String> ROOT =
            Set.of("region", "prepared", "standingForums", "groups", "actors", "areas", "population", "accounts");
    private static final Set<String> ACTOR =
            Set.of("code", "name", "short", "shortEn", "kind", "membership", "since", "scb", "units", "functions");
    private static final Set<String> FUNCTION = Set.of("name", "title", "level", "mandates", "deputies", "unit");
    private static final Pattern SCB = Pattern.compile("\\d{4}");
    private static final Pattern PEOPLE = Pattern.compile("0|[1-9]\\d{0,7}");

    private final Mistakes mistakes = new Mistakes();
    private final Map<String, List<Count>> population = new HashMap<>();
    private @Nullable String source;

    private RegionReader() {}

    /** @param drawn whether Samlad holds the outline of the municipality with the code */
    static Parsed read(byte[] file, java.util.function.Predicate<String> drawn) {
        return new RegionReader().all(file, drawn);
    }

    private Parsed all(byte[] file, java.util.function.Predicate<String> drawn) {
        var root = Source.read(file, mistakes);
        if (root == null) return new Parsed(null, mistakes.all());
        var all = Part.of(root, "", mistakes, ROOT);
        for (var each : List.of("region", "actors")) if (!all.has(each)) all.wrong(each, "missing", each);
        population(all);
        var name = name(all);
        var functions = new ArrayList<Function>();
        var actors = new ArrayList<Actor>();
        for (var part : all.parts("actors", "code", MOST_ACTORS, ACTOR)) {
            var actor = actor(part);
            if (Actors.RESERVED.contains(actor.code())) part.wrong("code", "reserved", actor.code());
            actors.add(actor);
            functions.addAll(functions(part, actor.code()));
        }
        var areas = areas(all);
        var check = new RegionCheck(mistakes, actors, functions);
        var region = new Region(name, actors, functions, groups(all, actors, check), forums(all), areas, accounts(all));
        check.all(region, drawn, population.keySet());
        return mistakes.isEmpty() ? new Parsed(region, List.of()) : new Parsed(null, mistakes.all());
    }

    private RegionName name(Part all) {
        if (!all.has("region")) return new RegionName("", "", "", "", "", "", source, List.of());
        var part = part(all, "region", Set.of("code", "name", "county"));
        var name = part.both("name");
        if (!part.has("county")) part.wrong("county", "missing", "county");
        var county = part.has("county") ? county(part) : List.of("", "", "");
        return new RegionName(
                part.code("code"),
                name.sv(),
                name.en(),
                county.get(0),
                county.get(1),
                county.get(2),
                source,
                all.words("prepared"));
    }

    private List<String> county(Part region) {
        var county = part(region, "county", Set.of("code", "sv", "en"));
        var code = county.text("code", Part.NAME);
        if (!code.isEmpty() && !code.matches("\\d\\d")) county.wrong("code", "county", code);
        return List.of(code, county.text("sv", Part.NAME), county.text("en", Part.NAME));
    }

    private Part part(Part in, String name, Set<String> known) {
        return Part.of(in.node(name), in.below(name), mistakes, known);
    }

    private Actor actor(Part part) {
        var name = part.both("name");
        var kind = part.one("kind", Kind.class);
        var scb = part.optional("scb", Part.NAME);
        if (scb != null && !SCB.matcher(scb).matches()) part.wrong("scb", "scb", scb);
        boolean outside = kind == Kind.CONTACT || kind == Kind.JOINT_FUNCTIONS;
        var said = part.has("membership") ? part.one("membership", Membership.class) : null;
        // what follows from a word that can't be read is no mistake of its own
        boolean told = kind == null || (part.has("membership") && said == null);
        var membership = said != null ? said : told && !outside ? Membership.PARTY : Membership.NONE;
        return new Actor(
                part.code("code"),
                name.sv(),
                name.en(),
                part.text("short", SHORT),
                part.optional("shortEn", SHORT),
                kind == null ? Kind.MUNICIPALITY : kind,
                membership,
                date(part, "since"),
                scb,
                part.parts("units", "code", MOST_FUNCTIONS, Set.of("code", "name")).stream()
                        .map(RegionReader::unit)
                        .toList(),
                scb == null ? List.of() : population.getOrDefault(scb, List.of()));
    }

    private static Actor.Unit unit(Part part) {
        var name = part.both("name");
        return new Actor.Unit(part.code("code"), name.sv(), name.en());
    }

    private static @Nullable String date(Part part, String name) {
        var text = part.optional(name, Part.NAME);
        if (text != null && !isDate(text)) part.wrong(name, "date", text);
        return text;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private List<Function> functions(Part actor, String code) {
        var parts = actor.parts("functions", "name", MOST_FUNCTIONS, FUNCTION);
        var deputies = new HashMap<String, String>();
        var names = parts.stream().map(part -> part.optional("name", Part.NAME)).toList();
        for (var part : parts) {
            for (var deputy : part.words("deputies")) {
                var of = String.valueOf(part.optional("name", Part.NAME));
                if (deputy.equals(of)) part.wrong("deputies", "own-deputy", deputy);
                else if (!names.contains(deputy)) part.wrong("deputies", "no-function", deputy);
                else if (deputies.putIfAbsent(deputy, of) != null)
                    part.wrong("deputies", "two-deputies", deputy, deputies.get(deputy));
            }
        }
        var functions = new ArrayList<Function>();
        for (var part : parts) functions.add(function(part, code, deputies));
        if (functions.stream().noneMatch(f -> f.may(Mandate.ADMINISTER))) {
            if (names.contains("admin")) actor.wrong("functions › admin", "admin-taken");
            functions.add(Region.administrator(code));
        }
        return functions;
    }

    private static Function function(Part part, String actor, Map<String, String> deputies) {
        var name = part.code("name");
        var title = part.both("title");
        var level = part.one("level", Level.class);
        var mandates = EnumSet.noneOf(Mandate.class);
        for (var word : part.words("mandates")) {
            var mandate = part.one("mandates", word, Mandate.class);
            if (mandate != null && !mandates.add(mandate)) part.wrong("mandates", "twice", word);
        }
        return new Function(
                actor,
                name,
                title.sv(),
                title.en(),
                level == null ? Level.EXECUTING : level,
                mandates,
                part.optional("unit", Part.NAME),
                deputies.get(name));
    }

    /** By kind, by name, or both. */
    private List<GroupNamed> groups(Part all, List<Actor> actors, RegionCheck check) {
        var groups = new ArrayList<GroupNamed>();
        for (var part : all.parts("groups", "code", MOST_FUNCTIONS, Set.of("code", "name", "kinds", "actors"))) {
            var name = part.both("name");
            var named = part.words("actors");
            check.actorsOf(part, named);
            var kinds = EnumSet.noneOf(Kind.class);
            for (var word : part.words("kinds")) {
                var kind = part.one("kinds", word, Kind.class);
                if (kind != null) kinds.add(kind);
            }
            var members = actors.stream()
                    .filter(a -> named.contains(a.code()) || kinds.contains(a.kind()))
                    .map(Actor::code)
                    .toList();
            if (members.isEmpty()) mistakes.add(part.where(), "nobody");
            groups.add(new GroupNamed(part.code("code"), name.sv(), name.en(), members));
        }
        return groups;
    }

    private static List<Forum> forums(Part all) {
        return all.parts("standingForums", "code", MOST_FUNCTIONS, Set.of("code", "level", "name")).stream()
                .map(RegionReader::forum)
                .toList();
    }

    private enum Owner {
        OWNER,
        DIRECTING,
        COORDINATING,
        EXECUTING
    }

    private static Forum forum(Part part) {
        var name = part.both("name");
        var level = part.one("level", Owner.class);
        return new Forum(
                part.code("code"),
                level == null || level == Owner.OWNER ? null : Level.valueOf(level.name()),
                name.sv(),
                name.en());
    }

    private List<Area> areas(Part all) {
        var outlines = new Outlines(mistakes);
        var areas = new ArrayList<Area>();
        for (var part : all.parts("areas", "code", MOST_ACTORS, Set.of("code", "name", "outline"))) {
            var code = part.text("code", Part.NAME);
            if (!code.isEmpty() && !SCB.matcher(code).matches()) part.wrong("code", "scb", code);
            var outline = part.has("outline")
                    ? outlines.read(part(part, "outline", Set.of("type", "coordinates")))
                    : List.<Area.Polygon>of();
            areas.add(new Area(code, part.optional("name", SHORT), outline));
        }
        return areas;
    }

    /** Figures by day and municipality: {@code counts: {"2014-06-30": {"0182": 95182}}}. */
    private void population(Part all) {
        if (!all.has("population")) return;
        var part = part(all, "population", Set.of("source", "counts"));
        source = part.text("source", Part.NAME);
        var days = part(part, "counts", Set.of());
        var byDay = new TreeMap<String, Part>();
        for (var day : days.names()) {
            if (isDate(day)) byDay.put(day, part(days, day, Set.of()));
            else days.wrong(day, "date", day);
        }
        byDay.forEach((day, counts) -> {
            for (var code : counts.names()) count(day, counts, code);
        });
    }

    private void count(String day, Part counts, String code) {
        var people = counts.text(code, Part.NAME).replace("_", "");
        if (people.isEmpty()) return;
        if (!PEOPLE.matcher(people).matches() || Integer.parseInt(people) > MOST_PEOPLE)
            counts.wrong(code, "people", people);
        else population.computeIfAbsent(code, each -> new ArrayList<>()).add(new Count(day, Integer.parseInt(people)));
    }

    private static List<Account> accounts(Part all) {
        return all.parts("accounts", "account", MOST, Set.of("account", "functions")).stream()
                .map(part -> new Account(part.text("account", SHORT), part.words("functions")))
                .toList();
    }
}
