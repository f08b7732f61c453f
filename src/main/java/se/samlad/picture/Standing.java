package se.samlad.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samlad.actor.Actor;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.report.Passed;
import se.samlad.report.Situation;
import se.samlad.report.Stated;

/**
 * One actor in the picture.
 *
 * @param whole its report on itself as a whole; null: none is shared with the viewer
 * @param parts its units, where one of them has reported or was assessed (A6)
 * @param concern directly or indirectly affected, as assessed (F3); null: not assessed
 * @param relayed what others relayed about it, newest first; never part of its own picture (C3)
 */
public record Standing(
        Actor actor,
        @Nullable Stated whole,
        List<Part> parts,
        @Nullable Concern concern,
        List<Passed> relayed) {

    /** One unit of the actor. */
    public record Part(
            String code, @Nullable Stated stated, @Nullable Concern concern) {

        public Shade shade() {
            return stated == null ? Shade.NONE : Shade.of(stated.status());
        }
    }

    public Standing {
        parts = List.copyOf(parts);
        relayed = List.copyOf(relayed);
    }

    static Standing of(Actor actor, Situation situation, Map<String, Concern> concerns) {
        return new Standing(
                actor,
                situation.find(actor.code(), null).orElse(null),
                parts(actor, situation, concerns),
                concerns.get(actor.code()),
                situation.relayed().reversed().stream()
                        .filter(p -> isAbout(p, actor))
                        .toList());
    }

    private static List<Part> parts(Actor actor, Situation situation, Map<String, Concern> concerns) {
        var parts = new ArrayList<Part>();
        for (var unit : actor.units()) {
            var stated = situation.find(actor.code(), unit.code()).orElse(null);
            parts.add(new Part(unit.code(), stated, concerns.get(Situation.key(actor.code(), unit.code()))));
        }
        situation.unitsOf(actor.code()).stream()
                .filter(s -> actor.unit(s.unit()).isEmpty())
                .forEach(s -> parts.add(new Part(Objects.requireNonNullElse(s.unit(), ""), s, null)));
        boolean matter = parts.stream().anyMatch(p -> p.stated() != null || p.concern() != null);
        return matter ? parts : List.of();
    }

    /** Whether the text names the actor, by its code or one of its names. */
    private static boolean isAbout(Passed passed, Actor actor) {
        var about = passed.about() == null ? "" : passed.about().strip();
        return Stream.of(actor.code(), actor.shortName(), actor.shortName("en"), actor.nameSv(), actor.nameEn())
                .anyMatch(about::equalsIgnoreCase);
    }

    public String code() {
        return actor.code();
    }

    /** Its own status; where only units have reported, the worst of theirs. */
    public Shade shade() {
        if (whole != null) return Shade.of(whole.status());
        return parts.stream()
                .map(Part::shade)
                .filter(s -> s != Shade.NONE)
                .min(Comparator.naturalOrder())
                .orElse(Shade.NONE);
    }

    public boolean isHole() {
        return shade() == Shade.NONE;
    }

    /** All that it and its units report of themselves. */
    public List<Stated> own() {
        return Stream.concat(
                        Stream.ofNullable(whole),
                        parts.stream().map(Part::stated).filter(Objects::nonNull))
                .toList();
    }

    /** The time from which the age of its latest report counts. */
    public Optional<Instant> renewedAt() {
        return own().stream().map(Stated::renewedAt).max(Comparator.naturalOrder());
    }
}
