package se.samlad.outside;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.credential.Seal;
import se.samlad.incident.Telling;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.lapse.Lapsing;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What this room contributes: facts and views, rows of the log, what waits for the duty officer, and what lapses. */
@Configuration(proxyBeanMethods = false)
class OutsideRoom {

    @Bean
    Facts outsideFacts() {
        return new Facts(OutsideFact.class);
    }

    @Bean
    View<Signal.All> outsideSignal() {
        return Signal.All.VIEW;
    }

    @Bean
    Across<Signal.All> outsideSignals() {
        return Signal.All.ACROSS;
    }

    @Bean
    View<Guest.All> outsideGuest() {
        return Guest.All.VIEW;
    }

    @Bean
    Across<Guest.All> outsideGuests() {
        return Guest.All.ACROSS;
    }

    @Bean
    SignalKey signalKey(DataSource dataSource) {
        return new SignalKey(Seal.of(dataSource, "public-form"));
    }

    /** The guests whose time is out. */
    @Bean
    Lapsing guestsLapse(Journal journal, Actors actors) {
        return now -> journal.across(Guest.All.ACROSS).current().values().stream()
                .filter(guest -> guest.isDue(now))
                .map(guest -> lapse(guest, guest.until(), actors.secretariat()))
                .toList();
    }

    private static Lapsing.Lapse lapse(Guest guest, Instant until, By by) {
        return new Lapsing.Lapse(guest.id(), until, by, facing -> Visit.lapse(facing, guest, until));
    }

    /** Signals from outside, for those who assess: the most urgent there is. */
    @Bean
    Waiting outsideWaiting(Signals signals) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                if (!viewer.may(Mandate.ASSESS)) return List.of();
                return signals.waiting(viewer).stream()
                        .map(signal -> item(signal, say))
                        .toList();
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof OutsideFact;
            }
        };
    }

    /** A person whom a forum has let in as one of the actor's own: only the actor knows (A6). */
    @Bean
    Waiting admittedWaiting(Journal journal) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                return viewer.acting().stream()
                        .flatMap(by -> journal.across(Guest.All.ACROSS).asked(by).stream())
                        .map(guest -> item(guest, say))
                        .toList();
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof OutsideFact;
            }
        };
    }

    private static Waiting.Item item(Guest guest, Say say) {
        var known = Objects.requireNonNull(guest.home()).known();
        var path = "/guests/" + guest.id();
        return new Waiting.Item(
                "admitted-" + guest.id(),
                0,
                say.text("outside.home.yours", guest.named().function()),
                say.text("outside.home.yours-how", known),
                guest.invited(),
                null,
                null,
                new Waiting.Settle.Either(
                        new Waiting.Settle.Press(say.text("outside.home.confirm"), path + "/confirmation", Map.of()),
                        new Waiting.Settle.Go(
                                say.text("outside.home.other"),
                                "/forums/" + guest.forum() + "/guests#guest-" + guest.id())));
    }

    private static Waiting.Item item(Signal signal, Say say) {
        var said = signal.said();
        var from = say.text("outside.from", said.organisation(), said.function(), said.number());
        var times = signal.times() == 1 ? "" : " " + say.text("outside.times", signal.times());
        var press = new Waiting.Settle.Press(
                say.text("outside.make"), Signals.PAGE + "/" + signal.id() + "/incident", Map.of());
        var other = new Waiting.Settle.Go(say.text("outside.other"), Signals.PAGE + "#signal-" + signal.id());
        return new Waiting.Item(
                "outside-" + signal.id(),
                -1,
                signal.title(),
                from + times,
                signal.at(),
                null,
                null,
                new Waiting.Settle.Either(press, other));
    }

    /** Rows of the log: where a signal came from, and what guests do. */
    @Bean
    Telling outsideTelling(Actors actors) {
        return Telling.of(OutsideFact.class, (fact, entry, viewer, say) -> Optional.ofNullable(row(fact, actors, say)));
    }

    private static Telling.@Nullable Row row(OutsideFact fact, Actors actors, Say say) {
        return switch (fact) {
            case OutsideFact.Traced t ->
                row(
                        Telling.Kind.CALL,
                        "signal",
                        say.text("outside.told.signal", t.organisation(), t.function()),
                        t.happened(),
                        say);
            case OutsideFact.Said s ->
                row(
                        Telling.Kind.NOTE,
                        "said",
                        say.text("outside.told.said", s.organisation(), s.function(), s.text()),
                        null,
                        say);
            case OutsideFact.Invited i ->
                row(
                        Telling.Kind.CALL,
                        "guest",
                        say.text("outside.told.invited", i.organisation(), i.function(), say.time(i.until())),
                        null,
                        say);
            case OutsideFact.StandsIn s -> standsIn(actors.shortName(s.actor(), say.language()), s.known(), say);
            case OutsideFact.Confirmed c -> guest("confirmed", say);
            case OutsideFact.Denied d -> guest("denied", say);
            case OutsideFact.Opened o -> guest("opened", say);
            case OutsideFact.Tried t -> guest("tried", say);
            case OutsideFact.Renewed r ->
                row(Telling.Kind.OTHER, "guest", say.text("outside.told.renewed", say.time(r.until())), null, say);
            case OutsideFact.Revoked r -> guest("revoked", say);
            case OutsideFact.Lapsed l -> guest("lapsed", say);
            case OutsideFact.Acknowledged a -> guest("acknowledged", say);
            case OutsideFact.Signalled _, OutsideFact.Repeated _, OutsideFact.Taken _, OutsideFact.Dismissed _ -> null;
        };
    }

    private static Telling.Row standsIn(String actor, String known, Say say) {
        return row(Telling.Kind.CALL, "guest", say.text("outside.told.stands-in", actor, known), null, say);
    }

    private static Telling.Row guest(String what, Say say) {
        return row(Telling.Kind.OTHER, "guest", say.text("outside.told." + what), null, say);
    }

    private static Telling.Row row(Telling.Kind kind, String word, String text, @Nullable String more, Say say) {
        return Telling.Row.of(kind, say.text("outside.word." + word), text, more);
    }
}
