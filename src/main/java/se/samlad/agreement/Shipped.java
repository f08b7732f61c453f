package se.samlad.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.actor.Actor;
import se.samlad.actor.Actor.Membership;

/** What public sources say of a region's agreement, where it comes with Samlad: {@code agreement/<region>.yaml}. */
final class Shipped {

    private final Map<String, Actor> actors;
    private final List<AgreementFact> facts = new ArrayList<>();

    private Shipped(Map<String, Actor> actors) {
        this.actors = actors;
    }

    /** @param actors of the region, by code; others are left aside unless they have signed @return none for another region */
    static List<AgreementFact> of(String region, Map<String, Actor> actors) {
        try (var in = Shipped.class.getResourceAsStream("/agreement/" + region + ".yaml")) {
            if (in == null) return List.of();
            var shipped = new Shipped(actors);
            shipped.all(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
            return shipped.facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void all(Map<String, Object> yaml) {
        for (var each : maps(yaml.get("documents")))
            facts.add(new AgreementFact.Document(
                    text(each, "code"),
                    AgreementFact.Kind.valueOf(text(each, "kind")),
                    text(each, "sv"),
                    text(each, "en"),
                    text(each, "version"),
                    day(each, "from"),
                    null));
        for (var each : maps(yaml.get("signed"))) signed(each);
        for (var each : maps(yaml.get("acceded")))
            codes(each)
                    .forEach(code -> facts.add(new AgreementFact.Acceded(
                            code, Membership.PARTY, day(each, "from"), null, null, null, text(each, "source"))));
        for (var each : maps(yaml.get("left")))
            codes(each)
                    .forEach(code -> facts.add(
                            new AgreementFact.Left(code, day(each, "last"), null, null, null, text(each, "source"))));
    }

    private void signed(Map<String, Object> each) {
        if (!(each.get("actors") instanceof Map<?, ?> names)) throw new IllegalStateException("nobody has signed");
        var all = Stream.concat(names.keySet().stream().map(String::valueOf), ofKinds(each));
        all.forEach(code -> {
            var actor = actors.get(code);
            var then = names.get(code);
            var name = then != null ? then.toString() : actor == null ? code : actor.nameSv();
            facts.add(new AgreementFact.Signed(
                    code, text(each, "document"), name, day(each, "day"), null, null, text(each, "source")));
        });
    }

    private Stream<String> ofKinds(Map<String, Object> each) {
        var kinds = each.get("kinds") instanceof List<?> list ? list : List.of();
        return actors.values().stream()
                .filter(actor -> kinds.contains(actor.kind().name()))
                .map(Actor::code);
    }

    private List<String> codes(Map<String, Object> each) {
        var named = each.get("actors") instanceof List<?> list ? list : List.of();
        return Stream.concat(named.stream().map(String::valueOf), ofKinds(each)).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object yaml) {
        return yaml == null ? List.of() : (List<Map<String, Object>>) yaml;
    }

    private static String text(Map<String, Object> in, String name) {
        return String.valueOf(in.get(name));
    }

    private static Day day(Map<String, Object> in, String name) {
        if (!(in.get(name) instanceof List<?> days)) throw new IllegalStateException(name + " is missing");
        var first = LocalDate.parse(String.valueOf(days.getFirst()));
        return new Day(first, LocalDate.parse(String.valueOf(days.getLast())));
    }
}
