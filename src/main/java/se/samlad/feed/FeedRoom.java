package se.samlad.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.feed.FeedFact.Way;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Offer;

/** What this room contributes: its facts, views and polling. */
@Configuration(proxyBeanMethods = false)
class FeedRoom {

    @Bean
    Offer feedOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.WEEK, 3, "watch", "/watch"))
                .with(new Offer.Shown(Offer.Slot.BESIDE_LOG, 5, "feed.cause"));
    }

    @Bean
    Facts feedFacts() {
        return new Facts(FeedFact.class);
    }

    @Bean
    View<Watch> watchView() {
        return Watch.VIEW;
    }

    @Bean
    Across<Watch> watch() {
        return Watch.ACROSS;
    }

    @Bean
    Conditions conditions(Clock clock) {
        return new Conditions(clock);
    }

    /** A gauge for the feed that is furthest behind. */
    @Bean
    MeterBinder feedAge(Conditions conditions) {
        return registry -> Gauge.builder("samlad.feed.age", conditions, Conditions::oldestSeconds)
                .description("since the feed that is furthest behind was last read; NaN: none was")
                .baseUnit("seconds")
                .register(registry);
    }

    @Bean
    Polling smhiPolling(
            @Value("${samlad.watch.smhi:}") String address,
            @Value("${samlad.watch.every:60s}") Duration every,
            Feeds feeds,
            Conditions conditions) {
        var feed = new Polling.Feed(Feeds.SMHI, Way.POLLED, address, every);
        return new Polling(feed, new Fetch(Fetch.Limits.USUAL), feeds::fetched, conditions);
    }
}
