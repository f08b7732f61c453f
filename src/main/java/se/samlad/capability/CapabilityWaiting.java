package se.samlad.capability;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Entry;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** An actor is to assess itself before the day that the secretariat has set. It waits for its functions until it has. */
@Component
class CapabilityWaiting implements Waiting {

    private final Capabilities capabilities;

    CapabilityWaiting(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        return viewer.acting().filter(capabilities::mayAssess).stream()
                .flatMap(by -> open(by, viewer, say).stream())
                .toList();
    }

    /** The head of an actor is the one who is reminded. */
    @Override
    public List<Item> reminds(Viewer viewer, Say say) {
        boolean leads = viewer.function()
                .filter(function -> function.level() == se.samlad.access.Level.DIRECTING)
                .isPresent();
        return leads ? waiting(viewer, say) : List.of();
    }

    private List<Item> open(Acting by, Viewer viewer, Say say) {
        int year = Assessing.thisYear(say.now());
        var list = capabilities.list(year);
        var day = list.answerBy();
        if (day == null) return List.of();
        var answers = capabilities.seen(by.actor(), year, viewer).answers();
        long open = list.sheet().parts().stream()
                .filter(part -> !answers.containsKey(part.code()))
                .count();
        return open == 0 ? List.of() : List.of(item(by.actor(), list, day, open, say));
    }

    private static Item item(String actor, Years.Year list, LocalDate day, long open, Say say) {
        return new Item(
                "capability-" + list.year(),
                3,
                say.text("capability.turn", String.valueOf(list.year())),
                say.text("capability.turn-what", open, list.sheet().parts().size()),
                list.versions().getFirst().at(),
                day.plusDays(1).atStartOfDay(Say.STOCKHOLM).toInstant(),
                null,
                new Settle.Go(
                        say.text("capability.turn-do"),
                        CapabilityPages.PATH + "/actors/" + actor + "?year=" + list.year()));
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof CapabilityFact;
    }
}
