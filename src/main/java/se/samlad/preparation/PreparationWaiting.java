package se.samlad.preparation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact;
import se.samlad.journal.Entry;
import se.samlad.preparation.Preparations.Prepared;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits: a direction to be looked at anew by who keeps it, and an adopted one that the actor has said nothing of (D1). */
@Component
class PreparationWaiting implements Waiting {

    private final Preparations preparations;

    PreparationWaiting(Preparations preparations) {
        this.preparations = preparations;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof PreparationFact
                || entry.fact() instanceof DirectionFact.Prepared
                || entry.fact() instanceof DirectionFact.PreparedAdopted;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().filter(Preparing::speaks).orElse(null);
        if (by == null) return List.of();
        var today = OrdinaryForums.day(say.now());
        var items = new ArrayList<Item>();
        for (var of : preparations.all(viewer)) {
            review(of, by, today, say).ifPresent(items::add);
            stand(of, by, say).ifPresent(items::add);
        }
        return items;
    }

    private static Optional<Item> review(Prepared of, Acting by, LocalDate today, Say say) {
        var adopted = of.text() == null ? null : of.text().adopted();
        var day = of.reviewBy();
        if (adopted == null
                || day == null
                || !of.isOverdue(today)
                || !adopted.owner().equals(by.actor())) return Optional.empty();
        var since = day.atStartOfDay(Say.STOCKHOLM).toInstant();
        return Optional.of(new Item(
                "prepared-review-" + of.code(),
                3,
                of.title(say.language()),
                say.text("preparation.turn.review", say.day(day)),
                since,
                since,
                null,
                new Settle.Go(say.text("preparation.turn.open"), page(of))));
    }

    private static Optional<Item> stand(Prepared of, Acting by, Say say) {
        var adopted = of.text() == null ? null : of.text().adopted();
        if (adopted == null || !Preparing.mayStand(by)) return Optional.empty();
        if (of.event().word(by.actor(), adopted.version()).isPresent()) return Optional.empty();
        var press = new Settle.Press(
                say.text("preparation.turn.stand-it"), page(of) + "/standing", Map.of("behind", "true"));
        return Optional.of(new Item(
                "prepared-stand-" + of.code(),
                3,
                of.title(say.language()),
                say.text("preparation.turn.stand", say.day(adopted.on())),
                adopted.on().atStartOfDay(Say.STOCKHOLM).toInstant(),
                null,
                null,
                new Settle.Either(press, new Settle.Go(say.text("preparation.turn.open"), page(of)))));
    }

    private static String page(Prepared of) {
        return PreparationPages.PATH + "/" + of.code();
    }
}
