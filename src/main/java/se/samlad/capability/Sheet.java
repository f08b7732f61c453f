package se.samlad.capability;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samlad.figure.Capability;
import se.samlad.web.Say;

/**
 * One year's list: the words of the levels, and the sub-capabilities with what is set for them.
 *
 * @param levels the words of level 0 and upwards, as many as there are levels
 */
public record Sheet(List<Word> levels, List<Part> parts) {

    /** Levels go from 0 to this. */
    public static final int HIGHEST = 3;

    /** A text in both languages. @param en empty: as in Swedish */
    public record Word(String sv, String en) {
        public String in(Say say) {
            return say.either(sv, en);
        }
    }

    /**
     * A sub-capability.
     *
     * @param code never changes, and is never given to another
     * @param lowest the level that every actor is to reach; null: not set
     * @param ambition the level that is aimed at; null: not set
     */
    public record Part(
            String code,
            Capability capability,
            Word title,
            @Nullable Integer lowest,
            @Nullable Integer ambition) {}

    public Sheet {
        levels = List.copyOf(levels);
        parts = List.copyOf(parts);
    }

    public List<Part> of(Capability capability) {
        return parts.stream().filter(part -> part.capability() == capability).toList();
    }

    Optional<Part> find(String code) {
        return parts.stream().filter(part -> part.code().equals(code)).findFirst();
    }

    /** The same list, before anything is set for another year. */
    Sheet unset() {
        return new Sheet(
                levels,
                parts.stream()
                        .map(part -> new Part(part.code(), part.capability(), part.title(), null, null))
                        .toList());
    }
}
