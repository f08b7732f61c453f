package se.samlad.actor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewers;
import se.samlad.web.Say;

/** The API of actors. Names are in the language asked for, Swedish by default. */
@RestController
class ActorApi {

    record Listed(String code, String name, Actor.Kind kind) {}

    record Part(String code, String name) {}

    /** @param deputyOf the function that it stands in for; null: none */
    record Acts(
            String name,
            String title,
            Level level,
            List<Mandate> mandate,
            @Nullable String unit,
            @Nullable String deputyOf) {}

    /** @param inhabitants the latest figure and its day; null: unknown, or not a municipality */
    record Whole(
            String code,
            String name,
            String shortName,
            Actor.Kind kind,
            String membership,
            List<Part> units,
            List<Acts> functions,
            Actor.@Nullable Count inhabitants) {}

    private final Actors actors;
    private final Viewers viewers;

    ActorApi(Actors actors, Viewers viewers) {
        this.actors = actors;
        this.viewers = viewers;
    }

    /** The members. @param all also the joint functions and known contacts */
    @GetMapping("/api/actors")
    List<Listed> list(@RequestParam(defaultValue = "false") boolean all, Say say) {
        return (all ? actors.all() : actors.members())
                .stream()
                        .map(a -> new Listed(a.code(), a.name(say.language()), a.kind()))
                        .toList();
    }

    @GetMapping("/api/actors/{code}")
    Whole get(@PathVariable String code, Say say) {
        var actor = actors.get(code);
        return new Whole(
                actor.code(),
                actor.name(say.language()),
                actor.shortName(),
                actor.kind(),
                membership(actor),
                actor.units().stream()
                        .map(u -> new Part(u.code(), say.either(u.nameSv(), u.nameEn())))
                        .toList(),
                viewers.functions().ofActor(code).stream()
                        .map(f -> acts(f, say))
                        .toList(),
                latest(actor).orElse(null));
    }

    private static String membership(Actor actor) {
        return switch (actor.membership()) {
            case PARTY -> "MEMBER";
            case ASSOCIATED -> "ASSOCIATED";
            case NONE -> actor.kind().name();
        };
    }

    static Optional<Actor.Count> latest(Actor actor) {
        return actor.inhabitants().stream().max(Comparator.comparing(Actor.Count::date));
    }

    private static Acts acts(Function f, Say say) {
        return new Acts(
                f.name(),
                f.title(say.language()),
                f.level(),
                f.mandates().stream().sorted().toList(),
                f.unit(),
                f.deputyOf());
    }
}
