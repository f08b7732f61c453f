package se.samlad.reach;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Draft;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.reach.Paths.Path;
import se.samlad.region.Peopling;
import se.samlad.web.Offer;

/** What this room contributes to the journal, and the channels by their settings. */
@Configuration(proxyBeanMethods = false)
class ReachRoom {

    /** Numbers that the authority has set apart for films and plays, so that nobody has them. */
    private static final int FIRST_MOBILE = 605;

    private static final int MOBILES = 95;
    private static final int LINES = 100;

    @Bean
    Facts reachFacts() {
        return new Facts(ReachFact.class);
    }

    @Bean
    Across<Paths> paths() {
        return Paths.ACROSS;
    }

    @Bean
    Smtp smtp(
            @Value("${samlad.url:}") String url,
            @Value("${samlad.smtp:}") String smtp,
            @Value("${samlad.smtp-from:}") String from) {
        return new Smtp(url, smtp, from);
    }

    @Bean
    Channel sms(@Value("${samlad.sms:}") String url, @Value("${samlad.sms-from:Samlad}") String from) {
        return new HttpChannel(Way.SMS, url, from);
    }

    @Bean
    Channel voice(@Value("${samlad.voice:}") String url, @Value("${samlad.voice-from:}") String from) {
        return new HttpChannel(Way.VOICE, url, from);
    }

    @Bean
    Offer reachOffer() {
        return Offer.of(
                new Offer.Door(Offer.Menu.OWN, 15, "paths", "/actors/*/paths", viewer -> viewer.function()
                        .isPresent()),
                new Offer.Door(Offer.Menu.OWN, 16, "channels", "/channels", se.samlad.access.Viewer::isMember));
    }

    /** The demo's functions get numbers that nobody has. */
    @Bean
    Peopling demoPaths(Journal journal, Actors actors) {
        return accounts -> {
            var drafts = new ArrayList<Draft>();
            int count = 0;
            for (var actor : actors.all())
                for (var function : journal.across(Functions.ACROSS).ofActor(actor.code())) {
                    if (function.onlyAdministers() || ++count % 19 == 0) continue; // some have said nothing
                    drafts.add(Draft.on(
                            Functions.stream(actor.code()),
                            Paths.subject(function.id()),
                            new ReachFact.PathsSet(actor.code(), function.name(), demo(function, count)),
                            Reaching.LABELS));
                }
            if (!drafts.isEmpty()) journal.record(actors.secretariat(), null, facing -> drafts);
        };
    }

    private static List<Path> demo(Function function, int count) {
        var mobile = "+46701740" + (FIRST_MOBILE + count % MOBILES);
        var line = "+468465004%02d".formatted(count % LINES);
        if (function.level() == Level.DIRECTING)
            return List.of(new Path(Way.SMS, mobile, 0), new Path(Way.VOICE, mobile, 0));
        var mail = new Path(Way.MAIL, function.name() + "@" + function.actor() + ".example", 0);
        return List.of(mail, new Path(Way.SMS, mobile, 0), new Path(Way.VOICE, line, 0));
    }
}
