package se.samlad.direction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.direction.DirectionFact.Prepared;
import se.samlad.direction.DirectionFact.Text;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.View;
import se.samlad.region.Furnishing;
import se.samlad.region.Region;

/** The directions agreed beforehand (D1). They have a stream of their own that every member may read. */
@Service
public class PreparedDirections implements Furnishing {

    static final UUID STREAM = UUID.nameUUIDFromBytes("directions.prepared".getBytes(StandardCharsets.UTF_8));

    /** The latest version of each prepared direction, by code. */
    record Shelf(PMap<String, Prepared> byCode) {

        static final View<Shelf> VIEW = View.of(
                "direction.prepared", new Shelf(TreePMap.empty()), DirectionFact.class, (s, e, f) -> s.apply(f));

        Shelf apply(DirectionFact fact) {
            return fact instanceof Prepared p ? new Shelf(byCode.plus(p.code(), p)) : this;
        }
    }

    private final Journal journal;

    PreparedDirections(Journal journal) {
        this.journal = journal;
    }

    /** Sorted by code. */
    public List<Prepared> list(Viewer viewer) {
        return List.copyOf(shelf(viewer).byCode().values());
    }

    /** The form with what it leaves out taken from the prepared direction that it names. */
    ProposalForm filled(ProposalForm form) {
        var code = form.prepared();
        if (code == null || code.isBlank()) return form;
        return form.startingFrom(find(code).orElseThrow(() -> new Refused("direction.no-such-prepared", code)));
    }

    /** @throws NotThere if there is no such prepared direction, or the viewer may not see it */
    public Prepared get(String code, Viewer viewer) {
        var found = shelf(viewer).byCode().get(code);
        if (found == null) throw new NotThere();
        return found;
    }

    /** The view as verbs read it when they decide. */
    Optional<Prepared> find(String code) {
        return Optional.ofNullable(shelf(Reader.ALL).byCode().get(code));
    }

    private Shelf shelf(Reader reader) {
        return journal.view(Shelf.VIEW, STREAM, reader);
    }

    /** Of those that come with Samlad, the ones that the region begins with and that are not here yet. */
    @Override
    public List<Draft> furnish(Region what) {
        return what.name().prepared().stream()
                .filter(code -> find(code).isEmpty())
                .map(PreparedDirections::ours)
                .map(p -> Draft.on(STREAM, subject(p.code()), p, Labels.of("members")))
                .toList();
    }

    static Prepared ours(String code) {
        return read(yaml("/region/prepared/" + code + ".yaml"));
    }

    static Map<String, Object> yaml(String path) {
        try (var in = PreparedDirections.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException(path + " is not on the class path");
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID subject(String code) {
        return UUID.nameUUIDFromBytes(("directions.prepared/" + code).getBytes(StandardCharsets.UTF_8));
    }

    static Prepared read(Map<String, Object> yaml) {
        return new Prepared(
                required(yaml, "code"),
                Integer.parseInt(required(yaml, "version")),
                text(yaml.get("title")),
                text(yaml.get("when")),
                texts(yaml.get("facts")),
                texts(yaml.get("assumptions")),
                text(yaml.get("aim")),
                texts(yaml.get("priorities")),
                texts(yaml.get("limits")),
                list(yaml.get("measures")).stream()
                        .map(PreparedDirections::measure)
                        .toList(),
                list(yaml.get("messages")).stream()
                        .map(m -> new DirectionFact.PreparedMessage(
                                text(map(m).get("audience")), text(map(m).get("text"))))
                        .toList());
    }

    private static DirectionFact.PreparedMeasure measure(Object yaml) {
        var m = map(yaml);
        var phase = m.get("phase");
        return new DirectionFact.PreparedMeasure(
                phase == null ? null : phase.toString(),
                codes(m.get("actors")),
                codes(m.get("groups")),
                text(m.get("what")));
    }

    private static String required(Map<?, ?> in, String key) {
        var value = in.get(key);
        if (value == null) throw new IllegalStateException(key + " is missing in a prepared direction");
        return value.toString();
    }

    private static List<Text> texts(@Nullable Object yaml) {
        return list(yaml).stream().map(PreparedDirections::text).toList();
    }

    private static Text text(@Nullable Object yaml) {
        var both = map(yaml);
        return new Text(required(both, "sv"), required(both, "en"));
    }

    private static List<String> codes(@Nullable Object yaml) {
        return list(yaml).stream().map(String::valueOf).toList();
    }

    private static List<?> list(@Nullable Object yaml) {
        return yaml instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    private static Map<?, ?> map(@Nullable Object yaml) {
        if (yaml instanceof Map<?, ?> map) return map;
        throw new IllegalStateException("a prepared direction has a text without its languages");
    }
}
