package se.samlad.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Functions;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;

/** Plans who is on duty. The own actor sees who; what decides about a function is recorded under one subject. */
@Service
public class Rotas {

    private final Journal journal;

    Rotas(Journal journal) {
        this.journal = journal;
    }

    Recorded plan(@Nullable String function, Planning.Asked asked, Acting by, Once once) {
        return about(function, by, once, scene -> Planning.plan(scene, by, asked));
    }

    Recorded takeAway(
            UUID id, @Nullable Instant from, @Nullable Instant until, @Nullable String reason, Acting by, Once once) {
        var function = functionOf(by, plan -> plan.shift(id).isPresent());
        return about(
                function,
                by,
                once,
                scene -> Planning.takeAway(scene, by, Planning.shift(scene.plan(), id), from, until, reason));
    }

    Recorded need(@Nullable String function, boolean always, RotaFact.@Nullable Kind kind, Acting by, Once once) {
        return about(function, by, once, scene -> Planning.need(scene, by, always, kind));
    }

    Recorded ask(@Nullable String function, Swapping.Asked asked, Acting by, Once once) {
        return about(function, by, once, scene -> Swapping.ask(scene, by, asked));
    }

    /** Plans the shifts of a calendar that was read. */
    public Recorded read(
            @Nullable String function, List<RotaFact.Turn> turns, RotaFact.Over over, Acting by, Once once) {
        return about(function, by, once, scene -> Planning.imported(scene, by, turns, over));
    }

    /**
     * Subscribes to a calendar, with what it says at first.
     *
     * @param id what it is known by; where the answer has another one, it was subscribed to before
     */
    public Recorded subscribe(
            UUID id,
            @Nullable String function,
            @Nullable String account,
            List<RotaFact.Turn> turns,
            Instant until,
            Acting by,
            Once once) {
        return by.record(journal, once, facing -> {
            var scene = scene(function, by, facing);
            var said = Subscription.subscribe(scene, by, account);
            var first = draft(by.actor(), said);
            var drafts = new ArrayList<>(
                    List.of(new Draft(id, first.stream(), first.subject(), said, first.labels(), null, null)));
            if (!turns.isEmpty())
                drafts.add(draft(by.actor(), new RotaFact.CalendarRead(said.function(), id, until, turns)));
            return drafts;
        });
    }

    /**
     * What a calendar says now, recorded where that is new, in the name of the actor whose it is.
     *
     * @throws Refused {@link Subscription#UNCHANGED}, {@link Subscription#EMPTIED}
     */
    public void readAgain(Subscription subscription, List<RotaFact.Turn> turns, Instant until) {
        var whose = subscription.by();
        var function = whose.actor() + "/" + subscription.function();
        journal.record(new By(Actors.SYSTEM, whose.actor(), whose.function()), null, facing -> {
            facing.guard(Rota.subject(function));
            var plan = journal.across(Rota.ACROSS).of(function);
            var fact = Subscription.read(plan, subscription.id(), turns, until, false, facing.now());
            return List.of(draft(whose.actor(), fact));
        });
    }

    /**
     * That a calendar has no shifts any more is as it should be.
     *
     * @param emptied whether it was found so
     */
    public Recorded empty(UUID id, boolean emptied, Acting by, Once once) {
        return ofSubscription(id, by, once, (scene, s) -> {
            if (!emptied) throw new Refused("rota.not-emptied");
            return Subscription.read(scene.plan(), id, List.of(), s.until(), true, scene.now());
        });
    }

    public Recorded unsubscribe(UUID id, Acting by, Once once) {
        return ofSubscription(
                id,
                by,
                once,
                (scene, s) -> new RotaFact.SubscriptionEnded(scene.function().name(), id));
    }

    private Recorded ofSubscription(
            UUID id, Acting by, Once once, BiFunction<Planning.Scene, Subscription, RotaFact.OfFunction> rule) {
        var function = functionOf(by, plan -> plan.subscription(id).isPresent());
        return about(function, by, once, scene -> {
            var subscription = scene.plan().subscription(id).orElseThrow(NotThere::new);
            Subscription.mustBeOf(subscription, by);
            return rule.apply(scene, subscription);
        });
    }

    public Recorded giveCalendar(boolean whole, @Nullable String language, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var fact = Planning.calendar(journal.across(Rota.ACROSS), by, whole, language);
            return List.of(Draft.ofNewSubject(Functions.stream(by.actor()), fact, Labels.of("actor:" + by.actor())));
        });
    }

    public Recorded revokeCalendar(UUID id, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            facing.guard(id);
            var calendar = java.util.Optional.ofNullable(
                            journal.across(Rota.ACROSS).calendars().get(id))
                    .filter(c -> c.actor().equals(by.actor()))
                    .orElseThrow(NotThere::new);
            var fact = Planning.revoke(calendar, by);
            return List.of(Draft.on(Functions.stream(by.actor()), id, fact, Labels.of("actor:" + by.actor())));
        });
    }

    Recorded accept(UUID id, Acting by, Once once) {
        return answer(id, by, once, (scene, swap) -> Swapping.accept(scene, by, swap));
    }

    Recorded decline(UUID id, @Nullable String reason, Acting by, Once once) {
        return answer(id, by, once, (scene, swap) -> Swapping.decline(scene, by, swap, reason));
    }

    Recorded withdraw(UUID id, Acting by, Once once) {
        return answer(id, by, once, (scene, swap) -> Swapping.withdraw(scene, by, swap));
    }

    private Recorded answer(
            UUID id, Acting by, Once once, BiFunction<Planning.Scene, Plan.Swap, RotaFact.OfFunction> rule) {
        var function = functionOf(by, plan -> plan.swap(id).isPresent());
        return about(
                function,
                by,
                once,
                scene -> rule.apply(scene, scene.plan().swap(id).orElseThrow(NotThere::new)));
    }

    /** The own actor's function whose plan has it. @throws NotThere where none has */
    private String functionOf(Acting by, java.util.function.Predicate<Plan> has) {
        return journal.across(Rota.ACROSS).plans().entrySet().stream()
                .filter(each -> each.getKey().startsWith(by.actor() + "/"))
                .filter(each -> has.test(each.getValue()))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    /** As it is, for what no person records: the demo. */
    public void record(By by, RotaFact.OfFunction fact) {
        journal.record(by, null, facing -> List.of(draft(by.actor(), fact)));
    }

    private static Draft draft(String actor, RotaFact.OfFunction fact) {
        var subject = Rota.subject(actor + "/" + fact.function());
        return Draft.on(Functions.stream(actor), subject, fact, Labels.of("actor:" + actor));
    }

    private Recorded about(
            @Nullable String function, Acting by, Once once, Function<Planning.Scene, RotaFact.OfFunction> rule) {
        return by.record(journal, once, facing -> List.of(draft(by.actor(), rule.apply(scene(function, by, facing)))));
    }

    private Planning.Scene scene(@Nullable String function, Acting by, Verb.Facing facing) {
        var functions = journal.across(Functions.ACROSS);
        var own = Planning.own(functions, by, function);
        facing.guard(Rota.subject(own.id()));
        return new Planning.Scene(functions, own, journal.across(Rota.ACROSS).of(own.id()), facing.now());
    }
}
