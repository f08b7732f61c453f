package se.samlad.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may see a text, as its author chose (S1).
 *
 * @param audience {@code incident} (who takes part, the default), {@code members}, {@code public}, {@code forum:<id>},
 *     or {@code actor:<code>} several times
 * @param ground the legal ground for a narrower circle, such as {@code OSL 18:13}; null: none given
 * @param tlp RED, AMBER+STRICT, AMBER, GREEN or CLEAR; null: none
 */
public record Marking(
        @Nullable List<String> audience,
        @Nullable String ground,
        @Nullable String tlp) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    i -> i.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();
    private static final Set<String> TLP = Set.of("RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR");
    private static final Pattern ONE =
            Pattern.compile("incident|members|public|forum:[0-9a-f-]{36}|actor:[a-z-]{2,40}");
    private static final Pattern OSL = Pattern.compile("OSL \\d{1,2}:\\d{1,2}( ?[a-z])?");

    public Marking {
        audience = audience == null || audience.isEmpty() ? List.of("incident") : List.copyOf(audience);
    }

    /** The audience as a list that is never empty. */
    public List<String> who() {
        return audience == null ? List.of("incident") : audience;
    }

    @JsonIgnore
    public boolean isDefault() {
        return who().equals(List.of("incident")) && ground == null && tlp == null;
    }

    /** As stored in the entry's envelope; null for the default. */
    public static @Nullable String stored(@Nullable Marking marking) {
        return marking == null || marking.isDefault() ? null : JSON.writeValueAsString(marking);
    }

    /** Reads what {@link #stored} gave; the default for null. */
    public static Marking of(@Nullable String stored) {
        return stored == null ? new Marking(null, null, null) : JSON.readValue(stored, Marking.class);
    }

    /**
     * The labels of an entry in an incident, always with its author's own.
     *
     * @param knownActor whether there is an actor with the code
     * @throws Refused marking.audience, marking.ground or marking.tlp where the value is invalid, marking.not-yours for
     *     a forum that the author is no member of
     */
    public static Labels labels(
            @Nullable Marking marking,
            UUID incident,
            Viewer.Acting by,
            java.util.function.Predicate<String> knownActor) {
        var chosen = marking == null ? new Marking(null, null, null) : marking;
        chosen.check(by, knownActor);
        return new Labels(chosen.who().stream()
                        .map(who -> who.equals("incident") ? "incident:" + incident : who)
                        .toList())
                .plus(List.of("actor:" + by.actor()));
    }

    private void check(Viewer.Acting by, java.util.function.Predicate<String> knownActor) {
        for (String one : who()) {
            if (!ONE.matcher(one).matches()) throw new Refused("marking.audience", one);
            if (one.startsWith("actor:") && !knownActor.test(one.substring(6)))
                throw new Refused("marking.audience", one);
            if (one.startsWith("forum:") && !by.viewer().holds(one)) throw new Refused("marking.not-yours");
        }
        if (ground != null && !OSL.matcher(ground).matches())
            throw new Refused("marking.ground", ground).at("ground").within("marking");
        if (tlp != null && !TLP.contains(tlp))
            throw new Refused("marking.tlp", tlp).at("tlp").within("marking");
    }
}
