package se.samlad.resource;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Ground;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;

/**
 * Where something is asked for: in an incident, or in ordinary mode.
 *
 * @param incident null: in ordinary mode
 */
record Where(@Nullable Incident incident) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");

    static final Where ORDINARY = new Where(null);

    /** After stand-down nothing begins. @throws Refused incident.ended */
    void mustGoOn() {
        if (incident != null) incident.mustGoOn();
    }

    /** The incident's clock, or the real time. */
    Instant clock(Instant now) {
        return incident == null ? now : incident.clock(now);
    }

    boolean goesOn() {
        return incident == null || incident.isOpen();
    }

    /** Whoever sees a need of ordinary mode may act on it; in an incident, who sees the incident. */
    static Ground<Where> ground(Incidents incidents) {
        return new Ground<>() {
            @Override
            public Where guarded(Verb.Facing facing, UUID stream, Acting by) {
                boolean ordinary = facing.state(Need.All.VIEW, stream, by.viewer())
                        .find(stream)
                        .isPresent();
                return ordinary ? ORDINARY : new Where(incidents.guarded(facing, stream, by));
            }

            @Override
            public @Nullable Instant happens(Where where, Instant now) {
                return where.incident == null ? null : incidents.happens(where.incident, now);
            }
        };
    }

    /**
     * The code of the municipality in which something is needed: as said, by code or name, else the one that the place in words
     * names.
     *
     * @return null: none is said or named
     * @throws Refused resource.area, at the field
     */
    static @Nullable String municipality(@Nullable String said, @Nullable String where, Actors actors) {
        if (said != null && !said.isBlank()) {
            var text = said.strip();
            return find(text, actors).orElseThrow(() -> new Refused("resource.area").at("area"));
        }
        return where == null || where.length() > 200
                ? null
                : named(where, actors).orElse(null);
    }

    private static Optional<String> find(String text, Actors actors) {
        var named = actors.areaNamed(text);
        return named.isPresent() ? named : actors.area(text);
    }

    /** The longest name counts: Upplands Väsby is no Väsby. */
    private static Optional<String> named(String where, Actors actors) {
        var words = " " + words(where) + " ";
        return actors.all().stream()
                .filter(actor -> actor.scb() != null)
                .filter(actor -> words.contains(" " + words(actor.shortName("sv")) + " "))
                .max(Comparator.comparing((Actor actor) -> actor.shortName("sv").length()))
                .map(Actor::scb);
    }

    private static String words(String text) {
        return BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
