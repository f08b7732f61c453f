package se.samlad.season;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.season.SeasonFact.Kind;
import se.samlad.season.SeasonFact.Stated;

/**
 * All seasons, and how each host says that its area stands. It is not filtered: a season is for those who may see its labels,
 * a statement for those who may see its own.
 *
 * @param stated by the season's id; only what is shown now
 */
public record AllSeasons(PMap<UUID, Season> all, PMap<UUID, AllSeasons.Standing> stated) {

    static final Across<AllSeasons> ACROSS = new Across<>(View.of(
            "season.all",
            new AllSeasons(HashTreePMap.empty(), HashTreePMap.empty()),
            SeasonFact.class,
            (all, e, f) -> all.apply(e, f)));

    /** How a host's area stands before the season. @param entry that said so */
    public record Standing(
            UUID entry, UUID season, Labels labels, String host, Kind kind, int year, Instant at, Stated said) {}

    private AllSeasons apply(Entry by, SeasonFact fact) {
        if (fact instanceof SeasonFact.Begun begun)
            return new AllSeasons(all.plus(by.stream(), Season.begun(by, begun)), stated);
        var before = all.get(by.stream());
        if (before == null) return this;
        var now = all.plus(before.id(), before.after(by, fact));
        return switch (fact) {
            case Stated s -> {
                var as = before.as();
                yield new AllSeasons(
                        now,
                        stated.plus(
                                before.id(),
                                new Standing(
                                        by.id(),
                                        before.id(),
                                        by.labels(),
                                        before.by().actor(),
                                        as.kind(),
                                        as.year(),
                                        by.recordedAt(),
                                        s)));
            }
            case SeasonFact.Unstated _ -> new AllSeasons(now, stated.minus(before.id()));
            default -> new AllSeasons(now, stated);
        };
    }

    /** The latest first. */
    List<Season> seenBy(Viewer viewer) {
        return all.values().stream()
                .filter(season -> viewer.sees(season.labels()))
                .sorted(Comparator.comparing((Season s) -> s.as().year())
                        .thenComparing(s -> s.as().answerBy())
                        .reversed()
                        .thenComparing(Season::id))
                .toList();
    }

    /** What the viewer may see of how the areas stand. */
    Stream<Standing> standing(Viewer viewer) {
        return stated.values().stream().filter(each -> viewer.sees(each.labels()));
    }
}
