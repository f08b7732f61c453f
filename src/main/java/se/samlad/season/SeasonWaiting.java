package se.samlad.season;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.Entry;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits: the five questions and the local direction for who takes part, and for the host those who are late (D5). */
@Component
class SeasonWaiting implements Waiting {

    private final Seasons seasons;
    private final Actors actors;

    SeasonWaiting(Seasons seasons, Actors actors) {
        this.seasons = seasons;
        this.actors = actors;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof SeasonFact;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().filter(each -> !each.function().onlyAdministers());
        if (by.isEmpty()) return List.of();
        var items = new ArrayList<Item>();
        seasons.openTo(viewer).forEach(season -> in(season, by.get(), say, items));
        return items;
    }

    private void in(Season season, Acting by, Say say, List<Item> items) {
        var mine = season.of(by.function());
        if (mine.isPresent() && mine.get().latest().isEmpty())
            items.add(item(
                    season,
                    "answer",
                    say.text(
                            season.gathered().reminded() == null ? "season.asks" : "season.asks-again",
                            actors.shortName(season.by().actor(), say.language())),
                    new Settle.Go(say.text("season.answer-it"), SeasonPages.PATH + "/" + season.id() + "/answer")));
        var local = season.direction();
        if (local != null
                && Answering.mayStand(season, by)
                && mine.orElseThrow().standsOn(local.entry()).isEmpty())
            items.add(item(
                    season,
                    "stance",
                    say.text("season.stance-waits"),
                    new Settle.Go(say.text("season.look"), SeasonPages.PATH + "/" + season.id() + "#local")));
        int missing = season.missing().size();
        if (missing > 0
                && Inviting.isHost(season, by)
                && !say.now().isBefore(season.as().answerBy()))
            items.add(item(
                    season,
                    "missing",
                    say.text("season.late", missing),
                    new Settle.Go(say.text("season.look"), SeasonPages.PATH + "/" + season.id())));
    }

    private static Item item(Season season, String what, String detail, Settle settle) {
        return new Item(
                "season-" + what + "-" + season.id(),
                3,
                season.as().title(),
                detail,
                season.at(),
                what.equals("answer") ? season.as().answerBy() : null,
                null,
                settle);
    }
}
