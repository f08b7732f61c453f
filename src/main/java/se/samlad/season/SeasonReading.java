package se.samlad.season;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.report.Status;
import se.samlad.season.SeasonFact.Asked;
import se.samlad.season.SeasonFact.Frame;
import se.samlad.season.SeasonFact.Group;
import se.samlad.season.SeasonFact.Kind;

/** What programs read of seasons. Times are RFC 3339. */
@RestController
@RequestMapping("/api/seasons")
class SeasonReading {

    /** @param told whether the host noted it @param was what was said the last season, where that was something else */
    record Answers(Instant at, Map<Asked, String> values, Map<Asked, String> was, boolean told) {}

    /** @param stance to the latest wording; null: none */
    record Who(
            UUID id,
            @Nullable String actor,
            @Nullable String unit,
            @Nullable String organisation,
            Group group,
            @Nullable Answers answers,
            @Nullable Stance stance,
            @Nullable String reason) {}

    record Needed(
            UUID id,
            @Nullable UUID participant,
            String text,
            @Nullable String settled) {}

    /** @param version the entry that wrote the local direction @param missing the ids of those who have not answered */
    record Whole(
            UUID id,
            String actor,
            Frame as,
            boolean open,
            List<Who> participants,
            List<UUID> missing,
            List<Needed> needs,
            SeasonFact.@Nullable Worded direction,
            @Nullable UUID version) {}

    /** How an area stands, as its municipality says. */
    record Stand(UUID season, String actor, Kind kind, int year, Status status, String text, Instant at) {}

    private final Seasons seasons;

    SeasonReading(Seasons seasons) {
        this.seasons = seasons;
    }

    /** How the areas stand before their seasons, as far as the caller may see it, the latest first. */
    @GetMapping("/states")
    List<Stand> states(Viewer viewer) {
        return seasons.standing(viewer)
                .sorted(Comparator.comparing(AllSeasons.Standing::at).reversed())
                .map(each -> new Stand(
                        each.season(),
                        each.host(),
                        each.kind(),
                        each.year(),
                        each.said().status(),
                        each.said().text(),
                        each.at()))
                .toList();
    }

    @GetMapping("/{id}")
    Whole get(@PathVariable UUID id, Viewer viewer) {
        var season = seasons.get(id, viewer);
        var local = season.direction();
        return new Whole(
                season.id(),
                season.by().actor(),
                season.as(),
                season.isOpen(),
                season.there().stream().map(one -> who(season, one)).toList(),
                season.missing().stream().map(Participant::id).toList(),
                season.allNeeds().stream()
                        .map(n -> new Needed(n.id(), n.participant(), n.text(), n.settled()))
                        .toList(),
                local == null ? null : local.text(),
                local == null ? null : local.entry());
    }

    private static Who who(Season season, Participant one) {
        var as = one.as();
        var local = season.direction();
        var stand = one.standsOn(local == null ? null : local.entry());
        Optional<Participant.Answer> said = one.latest();
        return new Who(
                one.id(),
                as.actor(),
                as.unit(),
                as.organisation(),
                as.group(),
                said.map(a -> new Answers(a.at(), a.values(), a.was(), a.told()))
                        .orElse(null),
                stand.map(s -> s.said().stance()).orElse(null),
                stand.map(s -> s.said())
                        .map(SeasonFact.Stood::reason)
                        .map(Objects::toString)
                        .orElse(null));
    }
}
