package se.samlad.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.credential.Persons;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.reach.Personal;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What this room contributes: its facts, its door, and what waits for whom: gaps weeks ahead, and a colleague's question. */
@Configuration(proxyBeanMethods = false)
class RotaRoom {

    static final String PAGE = "/rota";

    @Bean
    Facts rotaFacts() {
        return new Facts(RotaFact.class);
    }

    @Bean
    Across<Rota> rota() {
        return Rota.ACROSS;
    }

    @Bean
    Offer rotaOffer() {
        return Offer.of(new Offer.Door(
                Offer.Menu.OWN, 0, "rota", PAGE, viewer -> viewer.function().isPresent()));
    }

    /** Whom a call reaches: who is on duty, and where nobody is planned, all people who hold the function. */
    @Bean
    Personal.Holders holdersNow(Duties duties) {
        return id -> {
            var functions = duties.functions();
            var at = id.split("/", 2);
            var onDuty = functions.find(at[0], at[at.length - 1]).stream()
                    .flatMap(function -> duties.at(function, duties.now()).stream())
                    .map(Slice::account);
            var all = onDuty.distinct().sorted().toList();
            return all.isEmpty()
                    ? functions.holders(id).stream()
                            .filter(Persons::isOwn)
                            .sorted()
                            .toList()
                    : all;
        };
    }

    @Bean
    Waiting rotaWaiting(Duties duties, Persons persons) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                var items = new ArrayList<Item>();
                viewer.function().ifPresent(own -> {
                    if (own.may(Mandate.ADMINISTER)) gaps(own.actor(), duties, say, items);
                    asked(viewer, own.actor(), duties, persons, say, items);
                });
                return items;
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof RotaFact;
            }
        };
    }

    private record Hole(Function function, Gap gap) {}

    /** One line for all gaps of the actor's, which says where the first one is (R2). */
    private static void gaps(String actor, Duties duties, Say say, List<Waiting.Item> items) {
        var now = duties.now();
        var holes = duties.functions().ofActor(actor).stream()
                .flatMap(f ->
                        duties.gaps(f, now, now.plus(Duties.WEEKS)).stream().map(gap -> new Hole(f, gap)))
                .toList();
        if (holes.isEmpty()) return;
        var first = holes.stream()
                .min(java.util.Comparator.comparing(hole -> hole.gap().from()))
                .orElseThrow();
        items.add(new Waiting.Item(
                "gap-" + actor,
                3,
                say.text("rota.turn-gap", holes.size()),
                say.text(
                        "rota.turn-gap-first",
                        first.function().title(say.language()),
                        say.time(first.gap().from())),
                now,
                first.gap().from().isAfter(now) ? first.gap().from() : null,
                null,
                new Waiting.Settle.Go(say.text("rota.look"), PAGE)));
    }

    /** Questions to the account, while it acts for the actor whose plan it is. */
    private static void asked(
            Viewer viewer, String actor, Duties duties, Persons persons, Say say, List<Waiting.Item> items) {
        Instant now = duties.now();
        Map<Plan.Swap, Function> swaps = duties.functions().ofActor(actor).stream()
                .flatMap(f -> duties.rota().of(f.id()).swaps().values().stream()
                        .filter(s -> s.isOpen(now) && s.said().to().equals(viewer.account()))
                        .map(s -> Map.entry(s, f)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (swaps.isEmpty()) return;
        var named = persons.of(swaps.keySet().stream().map(Plan.Swap::asker).toList());
        swaps.forEach((s, f) -> {
            var person = named.get(s.asker());
            items.add(new Waiting.Item(
                    "swap-" + s.id(),
                    1,
                    say.text("rota.turn-swap", person == null ? s.asker() : person.name()),
                    f.title(say.language()) + " "
                            + say.text(
                                    "rota.from-until",
                                    say.time(s.said().from()),
                                    say.time(s.said().until())),
                    s.at(),
                    s.said().from(),
                    null,
                    new Waiting.Settle.Go(say.text("rota.look"), PAGE)));
        });
    }
}
