package se.samlad.rota.page;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.rota.RotaFact;
import se.samlad.rota.page.SubscriptionController.Shown;
import se.samlad.rota.page.SubscriptionController.State;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits for whoever plans: a calendar that can't be read for hours, or has no shifts any more. */
@Component
class SubscriptionWaiting implements Waiting {

    /** A calendar's server may be away for a while; shifts are known weeks ahead. */
    private static final Duration LONG = Duration.ofHours(6);

    private final SubscriptionController subscriptions;

    SubscriptionWaiting(SubscriptionController subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        return subscriptions.shown(viewer).stream()
                .filter(s -> s.own() && waits(s, say))
                .map(s -> new Item(
                        "calendar-" + s.id(),
                        s.state() == State.EMPTIED ? 1 : 3,
                        say.text("rota.source-turn." + s.state()),
                        s.function().title(say.language()) + ", " + s.host(),
                        s.failingSince() == null ? s.since() : s.failingSince(),
                        null,
                        null,
                        new Settle.Go(say.text("rota.look"), "/rota#calendars")))
                .toList();
    }

    private static boolean waits(Shown s, Say say) {
        var since = s.failingSince();
        return switch (s.state()) {
            case EMPTIED, GONE -> true;
            case FAILING -> since != null && !since.plus(LONG).isAfter(say.now());
            case OLD, FRESH -> false;
        };
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof RotaFact;
    }
}
