package se.samlad.rota.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.credential.Persons.Person;
import se.samlad.ical.CalendarReader.Problem;
import se.samlad.ical.Outside;
import se.samlad.ical.Sources;
import se.samlad.ical.Sources.Claimed;
import se.samlad.ical.Sources.Source;
import se.samlad.journal.Draft;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.rota.Rota;
import se.samlad.rota.Rotas;
import se.samlad.rota.Subscription;
import se.samlad.web.Done;
import se.samlad.web.Letters;
import se.samlad.web.Nothing;
import se.samlad.web.Say;

/** Calendars that are subscribed to: subscribing, how each does, and stopping. */
@Controller
public class SubscriptionController {

    /** So long after it was read a calendar is old, though nothing has failed: no server ran. */
    private static final Duration OLD = CalendarPolling.EVERY.multipliedBy(4);

    /**
     * @param account who is on duty in all of it; null: whom each event names
     * @param address where the calendar is: a secret
     */
    record Subscribing(
            @Nullable String function,
            @Nullable String account,
            @Nullable String address) {}

    /** How a calendar does. Read by the template, as below. */
    public enum State {
        FRESH,
        OLD,
        FAILING,
        /** It had shifts, and has none any more. */
        EMPTIED,
        /** Its address was erased. */
        GONE
    }

    /**
     * A calendar that is subscribed to.
     *
     * @param whose whose it is; empty: each event names somebody
     * @param why what is wrong, as the key of a text; empty: nothing
     * @param shifts how many have not ended
     * @param own whether the reader may stop it
     */
    public record Shown(
            UUID id,
            Function function,
            String whose,
            String host,
            Instant since,
            State state,
            @Nullable Instant readAt,
            @Nullable Instant failingSince,
            String why,
            String detail,
            int shifts,
            List<Problem> unread,
            int unreadCount,
            boolean own) {}

    /** @param error why it can't be read, in words; null: it can */
    record Json(
            UUID id,
            String function,
            @Nullable String account,
            String host,
            Instant since,
            State state,
            @Nullable Instant readAt,
            @Nullable Instant failingSince,
            @Nullable String error,
            int shifts,
            List<Unread> unread) {}

    record Unread(int line, String why, String what) {}

    private final Rotas rotas;
    private final RotaPages pages;
    private final CalendarPolling polling;
    private final Outside outside;
    private final Sources sources;

    SubscriptionController(Rotas rotas, RotaPages pages, CalendarPolling polling, Outside outside, Sources sources) {
        this.rotas = rotas;
        this.pages = pages;
        this.polling = polling;
        this.outside = outside;
        this.sources = sources;
    }

    /** Fetches the calendar at once: an address that can't be read is refused, and what can is planned. */
    @PostMapping("/api/duty/subscriptions")
    @ResponseBody
    Done subscribe(@RequestBody Subscribing said, Acting by, Once once) {
        var function = Optional.ofNullable(pages.duties().functions().byId().get(String.valueOf(said.function())))
                .filter(f -> pages.mayPlan(f, by.viewer()));
        if (function.isEmpty()) return new Done(refused(said, by, once), "/rota");
        if (Letters.isEmpty(said.address())) throw new Refused("rota.fetch-secret").at("address");
        var source = new Claimed(Draft.newId(), String.valueOf(said.address()));
        var host = outside.host(source.address());
        var whose = by.may(Mandate.ADMINISTER) ? said.account() : by.account();
        var now = pages.duties().now();
        var until = now.plus(Rota.AHEAD);
        var read = read(function.get(), whose, source, until);
        sources.keep(source, host, whose, read.unread(), now);
        var recorded = recorded(said, source.id(), read, until, by, once);
        if (!recorded.id().equals(source.id()))
            sources.forget(source.id()); // it was subscribed to before, by the same press
        return new Done(recorded, "/rota");
    }

    private Recorded recorded(
            Subscribing said, UUID id, CalendarPolling.Said read, Instant until, Acting by, Once once) {
        try {
            return rotas.subscribe(id, said.function(), said.account(), read.turns(), until, by, once);
        } catch (Refused no) {
            sources.forget(id);
            throw no;
        }
    }

    /** A function that is not the acting one's to plan: the rules say why, and nothing is fetched. */
    private Recorded refused(Subscribing said, Acting by, Once once) {
        rotas.subscribe(Draft.newId(), said.function(), said.account(), List.of(), Instant.EPOCH, by, once);
        throw new NotMandated("rota.plan-mandate");
    }

    private CalendarPolling.Said read(Function function, @Nullable String account, Claimed source, Instant until) {
        try {
            return polling.said(function, account, outside.get(source.address()), until);
        } catch (Refused no) {
            throw no.at("address");
        }
    }

    /** That the calendar has no shifts any more is as it should be. */
    @PostMapping("/api/duty/subscriptions/{id}/emptying")
    @ResponseBody
    Done empty(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        boolean emptied = Optional.ofNullable(sources.of(List.of(id)).get(id))
                .filter(source -> Subscription.EMPTIED.equals(source.problem()))
                .isPresent();
        var recorded = rotas.empty(id, emptied, by, once);
        if (emptied) sources.read(id, List.of(), pages.duties().now());
        return new Done(recorded, "/rota");
    }

    @PostMapping("/api/duty/subscriptions/{id}/ending")
    @ResponseBody
    Done unsubscribe(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        var recorded = rotas.unsubscribe(id, by, once);
        sources.forget(id);
        return new Done(recorded, "/rota");
    }

    /** Those of the caller's own actor. */
    @GetMapping("/api/duty/subscriptions")
    @ResponseBody
    List<Json> list(Viewer viewer, Say say) {
        return shown(viewer).stream()
                .map(s -> new Json(
                        s.id(),
                        s.function().id(),
                        s.whose().isEmpty() ? null : s.whose(),
                        s.host(),
                        s.since(),
                        s.state(),
                        s.readAt(),
                        s.failingSince(),
                        s.why().isEmpty() ? null : say.text(s.why(), s.detail()),
                        s.shifts(),
                        s.unread().stream()
                                .map(p -> new Unread(p.line(), say.text("rota.read." + p.why()), p.what()))
                                .toList()))
                .toList();
    }

    /** The calendars of the viewer's actor, those that need somebody first. */
    List<Shown> shown(Viewer viewer) {
        var actor = viewer.function().map(Function::actor).orElse("");
        var functions = pages.duties().functions().ofActor(actor);
        var rota = pages.duties().rota();
        var ids = functions.stream()
                .flatMap(f -> rota.of(f.id()).subscriptions().keySet().stream())
                .toList();
        if (ids.isEmpty()) return List.of();
        var all = new ArrayList<Shown>();
        var found = sources.of(ids);
        var people = functions.stream()
                .flatMap(f -> rota.of(f.id()).subscriptions().values().stream())
                .flatMap(s -> Optional.ofNullable(s.account()).stream())
                .toList();
        var named = pages.named(people);
        for (var f : functions)
            for (var s : rota.of(f.id()).subscriptions().values())
                all.add(shown(f, s, Optional.ofNullable(found.get(s.id())), named, viewer));
        all.sort(java.util.Comparator.comparing(Shown::state)
                .reversed()
                .thenComparing(Shown::since)
                .thenComparing(Shown::id));
        return all;
    }

    private Shown shown(
            Function function, Subscription s, Optional<Source> source, Map<String, Person> named, Viewer viewer) {
        var now = pages.duties().now();
        var account = s.account();
        return new Shown(
                s.id(),
                function,
                account == null ? "" : RotaPages.name(named, account),
                source.map(Source::host).orElse(""),
                s.since(),
                source.map(each -> state(each, now)).orElse(State.GONE),
                source.flatMap(each -> Optional.ofNullable(each.readAt())).orElse(null),
                source.flatMap(each -> Optional.ofNullable(each.failingSince())).orElse(null),
                source.flatMap(each -> Optional.ofNullable(each.problem())).orElse(""),
                source.map(Source::detail).orElse(""),
                s.coming(now).size(),
                source.map(Source::unread).orElse(List.of()),
                source.map(Source::unreadCount).orElse(0),
                viewer.acting().filter(s::isOf).isPresent());
    }

    private static State state(Source source, Instant now) {
        if (source.problem() != null)
            return source.problem().equals(Subscription.EMPTIED) ? State.EMPTIED : State.FAILING;
        var readAt = source.readAt();
        return readAt == null || readAt.isBefore(now.minus(OLD)) ? State.OLD : State.FRESH;
    }
}
