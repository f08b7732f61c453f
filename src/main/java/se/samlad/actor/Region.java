package se.samlad.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;

/** The demo region, from {@code region/actors.yaml} and {@code region/population.csv}. */
public final class Region {

    /** A demo account and its functions, as {@code actor/function}. */
    public record Account(String name, List<String> functions) {}

    private final Map<String, Object> yaml;
    private final Map<String, List<Actor.Count>> population;

    private Region(Map<String, Object> yaml, Map<String, List<Actor.Count>> population) {
        this.yaml = yaml;
        this.population = population;
    }

    public static Region read() {
        return new Region(yaml("region/actors.yaml"), population());
    }

    /** Reads a YAML file from the class path. */
    public static Map<String, Object> yaml(String path) {
        try (var in = open(path)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Actor> actors() {
        return maps(yaml, "actors").stream().map(this::actor).toList();
    }

    private Actor actor(Map<String, Object> a) {
        var scb = text(a, "scb");
        return new Actor(
                required(a, "code"),
                either(a, "name", "sv"),
                either(a, "name", "en"),
                required(a, "short"),
                text(a, "shortEn"),
                Actor.Kind.valueOf(kind(required(a, "kind"))),
                Boolean.TRUE.equals(a.get("member")),
                scb,
                maps(a, "units").stream()
                        .map(u -> new Actor.Unit(required(u, "code"), either(u, "name", "sv"), either(u, "name", "en")))
                        .toList(),
                scb == null ? List.of() : population.getOrDefault(scb, List.of()));
    }

    private static String kind(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public List<Function> functions() {
        var all = new ArrayList<Function>();
        for (var a : maps(yaml, "actors")) {
            var own = maps(a, "functions").stream()
                    .map(f -> function(required(a, "code"), f, maps(a, "functions")))
                    .toList();
            all.addAll(own);
            if (own.stream().noneMatch(f -> f.may(Mandate.ADMINISTER))) all.add(administrator(required(a, "code")));
        }
        return all;
    }

    /** The function that each actor has where it names no other with the mandate: somebody must let its people in. */
    static Function administrator(String actor) {
        return new Function(
                actor,
                "admin",
                "Administratör",
                "Administrator",
                Level.EXECUTING,
                Set.of(Mandate.ADMINISTER),
                null,
                null);
    }

    private static Function function(String actor, Map<String, Object> f, List<Map<String, Object>> all) {
        var name = required(f, "name");
        var stead = text(f, "inSteadOf") != null;
        Set<Mandate> mandates = new TreeSet<>();
        for (String mandate : texts(f, "mandates")) {
            var of = Mandate.valueOf(kind(mandate));
            mandates.add(of == Mandate.CONVENE && stead ? Mandate.CONVENE_IN_STEAD : of);
        }
        var deputyOf = all.stream()
                .filter(other -> texts(other, "deputies").contains(name))
                .map(other -> required(other, "name"))
                .findFirst()
                .orElse(null);
        return new Function(
                actor,
                name,
                either(f, "title", "sv"),
                either(f, "title", "en"),
                Level.valueOf(required(f, "level")),
                mandates,
                text(f, "unit"),
                deputyOf);
    }

    public List<Account> accounts() {
        return maps(yaml, "accounts").stream()
                .map(a -> new Account(required(a, "account"), texts(a, "functions")))
                .toList();
    }

    /** Groups with their actors' codes, by kind or by name. */
    public List<ActorFact.GroupNamed> groups() {
        return maps(yaml, "groups").stream()
                .map(g -> new ActorFact.GroupNamed(
                        required(g, "code"), either(g, "name", "sv"), either(g, "name", "en"), members(g)))
                .toList();
    }

    private List<String> members(Map<String, Object> group) {
        var kinds = texts(group, "kinds").stream().map(Region::kind).toList();
        var named = texts(group, "actors");
        return actors().stream()
                .filter(a -> named.contains(a.code()) || kinds.contains(a.kind().name()))
                .map(Actor::code)
                .toList();
    }

    /** The raw list under a key, for rooms that fill themselves from it. */
    public List<Map<String, Object>> maps(String key) {
        return maps(yaml, key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> in, String key) {
        return (List<Map<String, Object>>) in.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> in, String key) {
        return (List<String>) in.getOrDefault(key, List.of());
    }

    private static @Nullable String text(Map<String, Object> in, String key) {
        var value = in.get(key);
        return value == null ? null : value.toString();
    }

    private static String required(Map<String, Object> in, String key) {
        var value = text(in, key);
        if (value == null) throw new IllegalStateException(key + " is missing in " + in);
        return value;
    }

    private static String either(Map<String, Object> in, String key, String language) {
        return in.get(key) instanceof Map<?, ?> both ? String.valueOf(both.get(language)) : required(in, key);
    }

    private static Map<String, List<Actor.Count>> population() {
        var counts = new HashMap<String, List<Actor.Count>>();
        try (var in =
                new BufferedReader(new InputStreamReader(open("region/population.csv"), StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> line.matches("\\d{4},.*,\\d+"))
                    .map(line -> line.split(",", -1))
                    .forEach(c -> counts.computeIfAbsent(c[0], code -> new ArrayList<>())
                            .add(new Actor.Count(c[1], Integer.parseInt(c[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        counts.values().forEach(list -> list.sort(java.util.Comparator.comparing(Actor.Count::date)));
        return counts;
    }

    private static InputStream open(String path) {
        var in = Region.class.getClassLoader().getResourceAsStream(path);
        if (in == null) throw new IllegalStateException(path + " is not on the class path");
        return in;
    }
}
