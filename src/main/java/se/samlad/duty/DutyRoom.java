package se.samlad.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Telling;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.rota.TakenOver;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What this room contributes: its facts, what waits for whom, and its rows in the logs. */
@Configuration(proxyBeanMethods = false)
class DutyRoom {

    static final String HAND_OVER = "hand-over-";

    @Bean
    Offer dutyOffer() {
        return Offer.of(
                new Offer.Door(Offer.Menu.OWN, 1, "shift", "/shift", viewer -> viewer.function()
                        .isPresent()),
                new Offer.Door(Offer.Menu.OWN, 2, "vouch", "/vouching", viewer -> viewer.function()
                        .filter(OnDuty::mayVouch)
                        .isPresent()));
    }

    @Bean
    Facts dutyFacts() {
        return new Facts(DutyFact.class);
    }

    @Bean
    Across<Duty> duty() {
        return Duty.ACROSS;
    }

    @Bean
    TakenOver takenOver(Journal journal) {
        return function -> journal.across(Duty.ACROSS).taken(function);
    }

    @Bean
    Waiting dutyWaiting(Journal journal) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                var items = new ArrayList<Item>();
                viewer.function().ifPresent(own -> {
                    var duty = journal.across(Duty.ACROSS);
                    var functions = journal.across(Functions.ACROSS);
                    duty.handOvers(own.actor()).stream()
                            .filter(h -> OnDuty.mayTakeOver(functions, h, viewer.account()))
                            .forEach(h -> items.add(handOver(h, functions, say)));
                    if (own.may(Mandate.ADMINISTER))
                        duty.vouchings(own.actor()).stream()
                                .filter(v -> !v.by().equals(viewer.account()))
                                .forEach(v -> items.add(review(v, functions, say)));
                });
                return items;
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof DutyFact;
            }
        };
    }

    private static Waiting.Item handOver(Duty.HandOver h, Functions functions, Say say) {
        return new Waiting.Item(
                HAND_OVER + h.id(),
                0,
                say.text("duty.turn", title(functions, h.functionId(), say)),
                h.said().note() == null ? "" : String.valueOf(h.said().note()),
                h.at(),
                null,
                null,
                new Waiting.Settle.Go(say.text("duty.read"), "/shift"));
    }

    private static Waiting.Item review(Duty.Vouching v, Functions functions, Say say) {
        return new Waiting.Item(
                "vouching-" + v.id(),
                1,
                say.text(
                        "duty.review-turn",
                        title(functions, v.said().actor() + "/" + v.said().function(), say)),
                v.said().reason(),
                v.at(),
                null,
                null,
                new Waiting.Settle.Go(say.text("duty.read"), "/vouching"));
    }

    private static String title(Functions functions, String id, Say say) {
        var function = functions.byId().get(id);
        return function == null ? id : function.title(say.language());
    }

    @Bean
    Telling dutyTelling(Journal journal, Actors actors) {
        return Telling.of(DutyFact.class, (fact, entry, viewer, say) -> {
            var functions = journal.across(Functions.ACROSS);
            var actor = entry.by().actor();
            var name = actors.shortName(actor, say.language());
            return switch (fact) {
                case DutyFact.ShiftChanged s ->
                    Optional.of(Telling.Row.of(
                            Telling.Kind.OTHER,
                            say.text("duty.word"),
                            say.text("duty.shift-row", title(functions, actor + "/" + s.function(), say), name)));
                case DutyFact.LetIn l ->
                    Optional.of(Telling.Row.of(
                            Telling.Kind.OTHER,
                            say.text("duty.word"),
                            say.text(
                                    "duty.let-in-row",
                                    title(functions, actor + "/" + l.function(), say),
                                    name,
                                    say.time(l.until()))));
                default -> Optional.empty();
            };
        });
    }
}
