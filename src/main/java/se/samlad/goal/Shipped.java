package se.samlad.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.goal.GoalFact.Area;

/** What public sources say of a region's goals, where it comes with Samlad: {@code goal/<region>.yaml}. */
record Shipped(GoalFact.Begun begun, GoalFact.Adopted adopted) {

    /** @return none for another region */
    static Optional<Shipped> of(String region) {
        try (var in = Shipped.class.getResourceAsStream("/goal/" + region + ".yaml")) {
            if (in == null) return Optional.empty();
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return Optional.of(read(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Shipped read(Map<String, Object> yaml) {
        var areas = (List<Map<String, String>>) yaml.getOrDefault("areas", List.of());
        var from = (Integer) yaml.getOrDefault("from", 0);
        var adopted = new GoalFact.Adopted(
                LocalDate.parse(String.valueOf(yaml.get("adopted"))), String.valueOf(yaml.get("reference")));
        var all = areas.stream().map(Shipped::area).toList();
        return new Shipped(new GoalFact.Begun(from, from + Aiming.YEARS - 1, null, all), adopted);
    }

    private static Area area(Map<String, String> of) {
        return new Area(text(of, "code"), text(of, "sv"), text(of, "en"), text(of, "text"), text(of, "textEn"));
    }

    private static String text(Map<String, String> of, String name) {
        var text = of.get(name);
        if (text == null) throw new IllegalStateException(name + " is missing in a goal area");
        return text;
    }
}
