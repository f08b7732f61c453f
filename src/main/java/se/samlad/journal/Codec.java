package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** Facts to stored bytes and back, by their stored names. */
final class Codec {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new BlackbirdModule())
            .build();
    private final Map<String, Class<? extends Fact>> types = new HashMap<>();
    private final Map<Class<? extends Fact>, String> names = new HashMap<>();

    Codec(List<Facts> rooms) {
        var open = new ArrayDeque<Class<?>>();
        rooms.forEach(room -> open.add(room.room()));
        open.add(Disposed.class);
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (next.isSealed()) open.addAll(List.of(next.getPermittedSubclasses()));
            else register(next.asSubclass(Fact.class));
        }
    }

    private void register(Class<? extends Fact> fact) {
        var stored = fact.getAnnotation(Stored.class);
        if (stored == null) throw new IllegalStateException(fact + " has no stored name");
        var known = types.putIfAbsent(stored.value(), fact);
        if (known != null && !known.equals(fact))
            throw new IllegalStateException("two facts are stored as " + stored.value());
        names.put(fact, stored.value());
    }

    String kindOf(Class<? extends Fact> fact) {
        var name = names.get(fact);
        if (name == null) throw new IllegalStateException(fact + " belongs to no room that was registered");
        return name;
    }

    /** The fact as JSON. */
    String encode(Fact fact) {
        return new String(json.writeValueAsBytes(fact), UTF_8);
    }

    /** @throws UnknownFact where a newer release has written it */
    Fact decode(String kind, String body) {
        var type = types.get(kind);
        if (type == null) throw new UnknownFact(kind);
        return json.readValue(body, type);
    }

    /** The stored names of all facts that a view listens to. */
    List<String> kindsFor(View<?> view) {
        return names.entrySet().stream()
                .filter(e -> view.listensTo(e.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    List<String> kinds() {
        return types.keySet().stream().sorted().toList();
    }

    /** A newer release has written a fact that this one does not know. A node that meets one is not ready, for it must not guess. */
    static final class UnknownFact extends RuntimeException {
        UnknownFact(String kind) {
            super("unknown fact " + kind + ": a newer release has written to this journal");
        }
    }
}
