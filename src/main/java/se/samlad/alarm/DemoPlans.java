package se.samlad.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.access.Level;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.region.Peopling;
import se.samlad.region.Region;

/** The demo's alarm plans, written by its secretariat. They name kinds of actors, so that they suit every region. */
@Component
class DemoPlans implements Peopling {

    private static final String FILE = "/alarm/plans.yaml";

    private final Journal journal;
    private final Actors actors;

    DemoPlans(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
    }

    @Override
    public void people(List<Region.Account> accounts) {
        var drafts = read().stream().map(this::draft).toList();
        journal.record(actors.secretariat(), null, facing -> drafts);
    }

    private static List<Map<String, Object>> read() {
        try (var in = DemoPlans.class.getResourceAsStream(FILE)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Draft draft(Map<String, Object> plan) {
        var id = UUID.nameUUIDFromBytes(("alarm.plan/" + plan.get("code")).getBytes(StandardCharsets.UTF_8));
        var directly = new TreeSet<>(of(plan.get("directly")));
        var indirectly = new TreeSet<>(of(plan.get("indirectly")));
        indirectly.removeAll(directly);
        var fact = new AlarmFact.Written(
                text(plan, "title", "sv"),
                text(plan, "title", "en"),
                text(plan, "when", "sv"),
                text(plan, "when", "en"),
                texts(plan.get("words")),
                List.of(),
                texts(plan.get("levels")).stream().map(Level::valueOf).toList(),
                List.copyOf(directly),
                List.copyOf(indirectly),
                Boolean.TRUE.equals(plan.get("byPlace")),
                Boolean.TRUE.equals(plan.get("atOnce")));
        return Draft.ofNewStream(id, fact, Plans.LABELS);
    }

    /** The codes of the members of these kinds. */
    private List<String> of(@Nullable Object kinds) {
        var wanted = texts(kinds).stream()
                .map(kind -> Actor.Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
        return actors.members().stream()
                .filter(actor -> wanted.contains(actor.kind()))
                .map(Actor::code)
                .toList();
    }

    private static String text(Map<String, Object> plan, String field, String language) {
        if (plan.get(field) instanceof Map<?, ?> both) return String.valueOf(both.get(language));
        throw new IllegalStateException("an alarm plan has no " + field);
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }
}
