package se.samlad.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.callout.Sendings;
import se.samlad.journal.Across;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.View;
import se.samlad.lapse.Lapsing;
import se.samlad.web.Occasions;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What this room contributes: facts and views, a door, what begins and ends by itself, and what waits. */
@Configuration(proxyBeanMethods = false)
class TrialRoom {

    @Bean
    Facts trialFacts() {
        return new Facts(TrialFact.class);
    }

    @Bean
    View<Optional<Trial>> trialView() {
        return Trial.VIEW;
    }

    @Bean
    Across<Trial.All> allTrials() {
        return Trial.All.ACROSS;
    }

    @Bean
    Offer trialOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.EVERYDAY, 8, "trials", TrialPages.PATH, Viewer::isMember));
    }

    /** What was learnt can be put to the test in one: all members see it. */
    @Bean
    Occasions trialsAsOccasions(Journal journal, Trials trials) {
        return new Occasions() {
            @Override
            public Optional<Occasion> find(UUID id, Viewer viewer) {
                return journal.find(id, viewer)
                        .filter(entry -> entry.fact() instanceof TrialFact.Begun)
                        .map(entry -> occasion(id, entry.recordedAt()));
            }

            @Override
            public Stream<Occasion> latest(Viewer viewer) {
                if (!viewer.isMember()) return Stream.empty();
                return trials.all().whole().reversed().stream().map(trial -> occasion(trial.id(), trial.at()));
            }
        };
    }

    private static Occasions.Occasion occasion(UUID id, Instant at) {
        return new Occasions.Occasion(
                id, say -> say.text("trial.occasion", say.dated(at)), TrialPages.PATH, at, Trials.LABELS.all());
    }

    /** The monthly test begins when its day has come, and each ends when its time is out. */
    @Bean
    Lapsing trialsLapse(
            Journal journal, Trials trials, Actors actors, @Value("${samlad.call-nobody:false}") boolean callsNobody) {
        return now -> {
            var all = journal.across(Trial.All.ACROSS);
            var lapses = new ArrayList<Lapsing.Lapse>();
            for (var trial : all.open().values())
                if (!trial.begun().until().isAfter(now)) lapses.add(end(trial, actors));
            if (!callsNobody) Trying.due(all, now).ifPresent(time -> lapses.add(begin(journal, trials, actors, time)));
            return lapses;
        };
    }

    private static Lapsing.Lapse end(Trial trial, Actors actors) {
        return new Lapsing.Lapse(key("end", trial.id()), trial.begun().until(), actors.secretariat(), facing -> {
            facing.guard(trial.id());
            var now = facing.state(Trial.VIEW, trial.id(), Reader.ALL);
            return List.of(Draft.on(trial.id(), trial.id(), Trying.end(now, facing.now()), Trials.LABELS));
        });
    }

    private static Lapsing.Lapse begin(Journal journal, Trials trials, Actors actors, Instant time) {
        return new Lapsing.Lapse(key("begin", Trial.All.BEGINNING), time, actors.secretariat(), facing -> {
            facing.guard(Trial.All.BEGINNING);
            facing.guard(Trial.All.SCHEDULE);
            if (Trying.due(journal.across(Trial.All.ACROSS), facing.now()).isEmpty())
                throw new Refused("trial.not-due");
            return trials.begun(Draft.newId(), trials.members(), true, facing.now());
        });
    }

    private static UUID key(String what, UUID of) {
        return UUID.nameUUIDFromBytes((what + of).getBytes(StandardCharsets.UTF_8));
    }

    /** A reply by SMS answers a test too. */
    @Bean
    Sendings.Elsewhere trialReplies(Trials trials) {
        return new Sendings.Elsewhere() {
            @Override
            public boolean waits(Sendings.Sending sending) {
                return trials.open(sending.incident(), sending.call()).isPresent();
            }

            @Override
            public void answer(Sendings.Sending sending) {
                trials.open(sending.incident(), sending.call())
                        .ifPresent(asked -> trials.answerByNotice(sending.incident(), asked));
            }
        };
    }

    /** A test to answer by one press; and an actor that no test has reached, until one does. */
    @Bean
    Waiting trialWaiting(Trials trials) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                var by = viewer.acting().orElse(null);
                if (by == null || by.function().onlyAdministers() || !viewer.isMember()) return List.of();
                var all = trials.all();
                var items = new ArrayList<Item>();
                for (var trial : all.waiting(by.actor())) items.add(answer(trial, say));
                var since = all.missed().get(by.actor());
                if (since != null && trials.mayTry(by)) items.add(missed(by.actor(), since, all, say));
                return items;
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof TrialFact && !(entry.fact() instanceof TrialFact.Sent);
            }
        };
    }

    private static Waiting.Item answer(Trial trial, Say say) {
        return new Waiting.Item(
                "trial-" + trial.id(),
                1,
                say.text("trial.turn"),
                say.text("trial.turn-what"),
                trial.at(),
                trial.begun().until(),
                null,
                new Waiting.Settle.Press(
                        say.text("trial.answer"), TrialPages.PATH + "/" + trial.id() + "/answer", Map.of()));
    }

    private static Waiting.Item missed(String actor, Instant since, Trial.All all, Say say) {
        var mend = new Waiting.Settle.Go(say.text("trial.mend"), "/actors/" + actor + "/paths");
        var again = new Waiting.Settle.Press(say.text("trial.again"), TrialPages.PATH, Map.of("actor", actor));
        return new Waiting.Item(
                "trial-missed-" + actor,
                3,
                say.text("trial.missed"),
                say.text("trial.missed-what"),
                since,
                null,
                null,
                all.waiting(actor).isEmpty() ? new Waiting.Settle.Either(again, mend) : mend);
    }
}
