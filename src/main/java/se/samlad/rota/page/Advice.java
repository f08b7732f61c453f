package se.samlad.rota.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.rota.Gap;
import se.samlad.rota.RotaFact.Kind;
import se.samlad.rota.Slice;

/** What rules on rest and hours advise about a plan. Nothing is refused for it. Pure; the rules are in rota/rest.yaml. */
final class Advice {

    record Profile(Kind kind, List<Rule> rules) {}

    /**
     * A rule about any time of a length that begins with a shift.
     *
     * @param name of its text, {@code rota.rule.<name>}
     * @param source the law and its section
     * @param read on which day it was read there
     * @param free how long somebody must be off duty without a break; zero: this rule says nothing of it
     * @param most how long somebody may be on duty; zero: this rule says nothing of it
     */
    record Rule(String name, String source, LocalDate read, Duration free, Duration most, Duration within) {

        long hours() {
            return free.isZero() ? most.toHours() : free.toHours();
        }

        private boolean isKept(Instant begin, List<Slice> pieces) {
            var end = begin.plus(within);
            var on = pieces.stream().flatMap(p -> p.within(begin, end).stream()).toList();
            if (!most.isZero())
                return on.stream()
                                .map(Slice::length)
                                .reduce(Duration.ZERO, Duration::plus)
                                .compareTo(most)
                        <= 0;
            return Gap.between(begin, end, on).stream()
                    .anyMatch(gap -> gap.length().compareTo(free) >= 0);
        }
    }

    /**
     * A rule that a plan does not keep.
     *
     * @param at from when the first time
     * @param times how often
     */
    record Found(String account, Rule rule, Instant at, int times) {}

    private static final List<Profile> PROFILES = read();

    private Advice() {}

    static Profile of(Kind kind) {
        return PROFILES.stream().filter(p -> p.kind() == kind).findFirst().orElseThrow();
    }

    /** What the rules find in all that somebody has to do between two times; by person, then by time. */
    static List<Found> on(List<Slice> pieces, Profile profile) {
        var byAccount = pieces.stream()
                .sorted(Slice.IN_ORDER)
                .collect(Collectors.groupingBy(Slice::account, TreeMap::new, Collectors.toList()));
        var found = new ArrayList<Found>();
        byAccount.forEach((account, own) -> profile.rules().forEach(rule -> {
            var broken = own.stream()
                    .map(Slice::from)
                    .distinct()
                    .filter(begin -> !rule.isKept(begin, own))
                    .toList();
            if (!broken.isEmpty()) found.add(new Found(account, rule, broken.getFirst(), broken.size()));
        }));
        found.sort(Comparator.comparing(Found::account).thenComparing(Found::at));
        return found;
    }

    private static List<Profile> read() {
        try (InputStream file = Objects.requireNonNull(Advice.class.getResourceAsStream("/rota/rest.yaml"))) {
            List<Map<String, Object>> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return all.stream().map(Advice::profile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Profile profile(Map<String, Object> read) {
        var rules = (List<Map<String, Object>>) Objects.requireNonNull(read.get("rules"));
        return new Profile(
                Kind.valueOf(String.valueOf(read.get("kind"))),
                rules.stream()
                        .map(r -> new Rule(
                                String.valueOf(r.get("name")),
                                String.valueOf(r.get("source")),
                                LocalDate.parse(String.valueOf(r.get("read"))),
                                hours(r, "free"),
                                hours(r, "most"),
                                hours(r, "within")))
                        .toList());
    }

    private static Duration hours(Map<String, Object> rule, String name) {
        return Duration.ofHours(((Number) rule.getOrDefault(name, 0)).longValue());
    }
}
