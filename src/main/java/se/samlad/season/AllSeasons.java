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
 * @param open those of all that go on: few, however many there have been
 * @param stated by the season's id; only what is shown now
 */
public record AllSeasons(PMap<UUID, Season> all, PMap<UUID, Season> open, PMap<UUID, AllSeasons.Standing> stated) {

    static final Across<AllSeasons> ACROSS = new Across<>(View.of(
            "season.all",
            new AllSeasons(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty()),
            SeasonFact.class,
            (all, e, f) -> all.apply(e, f)));

    /** How a host's area stands before the season. @param entry that said so */
    public record Standing(
            UUID entry, UUID season, Labels labels, String host, Kind kind, int year, Instant at, Stated said) {}

    private AllSeasons apply(Entry by, SeasonFact fact) {
        if (fact instanceof SeasonFact.Begun begun) return with(Season.begun(by, begun));
        var before = all.get(by.stream());
        if (before == null) return this;
        var now = with(before.after(by, fact));
        return switch (fact) {
            case Stated s -> now.showing(stated.plus(before.id(), standing(by, before, s)));
            case SeasonFact.Unstated _ -> now.showing(stated.minus(before.id()));
            default -> now;
        };
    }

    private AllSeasons with(Season season) {
        var id = season.id();
        return new AllSeasons(all.plus(id, season), season.isOpen() ? open.plus(id, season) : open.minus(id), stated);
    }

    private AllSeasons showing(PMap<UUID, Standing> now) {
        return new AllSeasons(all, open, now);
    }

    private static Standing standing(Entry by, Season of, Stated said) {
        var as = of.as();
        return new Standing(
                by.id(), of.id(), by.labels(), of.by().actor(), as.kind(), as.year(), by.recordedAt(), said);
    }

    /** Those that go on, in any order. */
    Stream<Season> openTo(Viewer viewer) {
        return open.values().stream().filter(season -> viewer.sees(season.labels()));
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
