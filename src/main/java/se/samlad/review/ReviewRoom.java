package se.samlad.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.CameOf;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Waiting;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and views, a door on each incident, what came of one, and what waits for whom. */
@Configuration(proxyBeanMethods = false)
class ReviewRoom {

    @Bean
    Facts reviewFacts() {
        return new Facts(ReviewFact.class);
    }

    @Bean
    View<AllReviews> reviewView() {
        return AllReviews.VIEW;
    }

    @Bean
    View<AllReviews.Notes> reviewNotesView() {
        return AllReviews.Notes.VIEW;
    }

    @Bean
    Across<AllReviews.Rows> allReviews() {
        return AllReviews.Rows.ACROSS;
    }

    @Bean
    Offer reviewOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.INCIDENT, 90, "review", "/review"));
    }

    @Bean
    CameOf reviewsOfIncident(Reviews reviews, Actors actors) {
        return new CameOf(ReviewFact.class, (incident, viewer, say) -> reviews.of(incident, viewer).stream()
                .map(of -> new CameOf.Thing(
                        of.id(),
                        say.text("review.one"),
                        ReviewPages.PATH + "/" + of.id(),
                        say.text("review.state." + of.state()) + ". " + actors.shortName(of.owner(), say.language())
                                + "."))
                .toList());
    }

    @Bean
    Worded reviewWorded() {
        return (entry, say) -> switch (entry.fact()) {
            case ReviewFact.Written w ->
                List.of(
                        Field.of("heading", say.text("field.heading"), w.heading()),
                        Field.of("text", say.text("field.text"), w.text()));
            case ReviewFact.Found f -> List.of(Field.of("text", say.text("review.finding"), f.text()));
            default -> List.of();
        };
    }

    /** For the owner: a review that was ordered and is not closed. */
    @Bean
    Waiting reviewsWaiting(Reviews reviews, Incidents incidents) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                var by = viewer.acting()
                        .filter(each -> viewer.isMember() && !each.function().onlyAdministers())
                        .orElse(null);
                if (by == null) return List.of();
                return reviews.waiting(viewer).stream()
                        .filter(of -> of.owner().equals(by.actor()))
                        .map(of -> item(
                                of,
                                incidents
                                        .find(of.incident(), viewer)
                                        .map(i -> i.title())
                                        .orElse(""),
                                say))
                        .toList();
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof ReviewFact;
            }
        };
    }

    private static Waiting.Item item(Review of, String title, Say say) {
        LocalDate day = of.order() == null ? null : of.order().by();
        var page = ReviewPages.PATH + "/" + of.id();
        var open = new Waiting.Settle.Go(say.text("review.open-it"), page);
        return new Waiting.Item(
                "review-" + of.id(),
                3,
                say.text("review.turn", title),
                say.text("review.turn." + of.state()),
                of.at(),
                due(day),
                null,
                of.drafted() == null
                        ? new Waiting.Settle.Either(
                                new Waiting.Settle.Press(say.text("review.draft"), page + "/draft", Map.of()), open)
                        : open);
    }

    private static java.time.@Nullable Instant due(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(Say.STOCKHOLM).toInstant();
    }
}
