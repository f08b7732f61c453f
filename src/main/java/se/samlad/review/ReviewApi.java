package se.samlad.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.review.ReviewFact.About;
import se.samlad.web.Done;
import se.samlad.web.Nothing;
import se.samlad.web.Say;

/** After-action reviews, for programs and forms. Times are RFC 3339, days ISO dates in Stockholm. */
@RestController
class ReviewApi {

    /** @param at by the incident's own clock; left out: now @param entry of the incident @param replaces one's own note that this one corrects */
    record Noting(
            @Nullable OffsetDateTime at,
            @Nullable UUID forum,
            @Nullable String seen,
            @Nullable String judged,
            @Nullable UUID entry,
            @Nullable UUID replaces,
            @Nullable Marking marking) {}

    record Ordering(
            @Nullable String owner,
            @Nullable String by,
            @Nullable String what) {}

    /** @param marking {@code incident} (the default), or one's own actor alone: what all of them see is drafted */
    record Drafting(@Nullable Marking marking) {}

    record Writing(
            @Nullable UUID section,
            @Nullable String heading,
            @Nullable String text) {}

    record Finding(
            @Nullable UUID finding,
            @Nullable String text,
            @Nullable Boolean good) {}

    record Chosen(@Nullable UUID finding) {}

    record Closing(@Nullable String summary) {}

    record Why(@Nullable String reason) {}

    record Listed(
            UUID id,
            UUID incident,
            Review.State state,
            String owner,
            @Nullable LocalDate by,
            boolean late) {}

    /** @param version what an edit is drawn from */
    record Part(UUID id, UUID version, About about, String heading, String text, List<ReviewFact.Source> sources) {}

    record Found(
            UUID id,
            UUID version,
            String text,
            boolean good,
            @Nullable UUID lesson) {}

    record Whole(
            Listed of,
            List<Part> sections,
            List<Found> findings,
            @Nullable String summary,
            UUID version) {}

    record Seen(
            UUID id,
            String actor,
            Instant at,
            @Nullable UUID forum,
            String seen,
            @Nullable String judged,
            @Nullable UUID entry) {}

    private static final String PATH = "/api" + ReviewPages.PATH + "/{id}";
    private static final String OF = "/api/incidents/{id}";

    private final Reviews reviews;

    ReviewApi(Reviews reviews) {
        this.reviews = reviews;
    }

    /** What an observer saw, while it goes on or after. */
    @PostMapping(OF + "/observations")
    Recorded note(@PathVariable UUID id, @RequestBody Noting said, Acting by, Once once) {
        return reviews.note(id, said, by, once);
    }

    /** The chefsgruppen orders a review, with owner and day. */
    @PostMapping(OF + "/review-orders")
    Recorded order(@PathVariable UUID id, @RequestBody Ordering said, Acting by, Once once) {
        return reviews.order(id, said, by, once);
    }

    /** Drafts a review of what has ended. */
    @PostMapping(OF + "/reviews")
    Done draft(@PathVariable UUID id, @RequestBody Drafting said, Say say, Acting by, Once once) {
        var recorded = reviews.draft(id, said.marking(), say, by, once);
        return new Done(recorded, ReviewPages.PATH + "/" + recorded.id());
    }

    /** Drafts one that was ordered; by its owner. */
    @PostMapping(PATH + "/draft")
    Done draftOrdered(@PathVariable UUID id, @RequestBody Nothing nothing, Say say, Acting by, Once once) {
        return new Done(reviews.draft(id, say, by, once), ReviewPages.PATH + "/" + id);
    }

    /** Without {@code section} it is a new one, and without {@code text} it is taken out. */
    @PostMapping(PATH + "/sections")
    Recorded write(@PathVariable UUID id, @RequestBody Writing said, DrawnFrom from, Acting by, Once once) {
        return reviews.write(id, said, from, by, once);
    }

    /** Without {@code finding} it is a new one, and without {@code text} it is taken out. */
    @PostMapping(PATH + "/findings")
    Recorded find(@PathVariable UUID id, @RequestBody Finding said, DrawnFrom from, Acting by, Once once) {
        return reviews.find(id, said, from, by, once);
    }

    /** A finding becomes a lesson, whose id is answered. */
    @PostMapping(PATH + "/lessons")
    Recorded raise(@PathVariable UUID id, @RequestBody Chosen said, Acting by, Once once) {
        return reviews.raise(id, said.finding(), by, once);
    }

    @PostMapping(PATH + "/closing")
    Recorded close(@PathVariable UUID id, @RequestBody Closing said, DrawnFrom from, Acting by, Once once) {
        return reviews.close(id, said.summary(), from, by, once);
    }

    @PostMapping(PATH + "/reopening")
    Recorded reopen(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return reviews.reopen(id, said.reason(), by, once);
    }

    /** The latest first. */
    @GetMapping("/api" + ReviewPages.PATH)
    List<Listed> all(Viewer viewer) {
        return reviews.seenBy(viewer).stream().map(this::listed).toList();
    }

    @GetMapping(OF + "/observations")
    List<Seen> observed(@PathVariable UUID id, Viewer viewer) {
        reviews.incident(id, viewer);
        return reviews.notes(id, viewer).stream()
                .map(note -> new Seen(
                        note.id(),
                        note.entry().by().actor(),
                        note.said().at(),
                        note.said().forum(),
                        note.said().seen(),
                        note.said().judged(),
                        note.said().entry()))
                .toList();
    }

    private Listed listed(Review of) {
        return new Listed(
                of.id(),
                of.incident(),
                of.state(),
                of.owner(),
                of.order() == null ? null : of.order().by(),
                of.isLate(reviews.today()));
    }

    @GetMapping(PATH)
    Whole one(@PathVariable UUID id, Viewer viewer) {
        var of = reviews.get(id, viewer);
        return new Whole(
                listed(of),
                of.sections().stream()
                        .map(s -> new Part(s.id(), s.drawn(), s.about(), s.heading(), s.text(), s.sources()))
                        .toList(),
                of.findings().stream()
                        .map(f -> new Found(f.id(), f.drawn(), f.text(), f.good(), f.lesson()))
                        .toList(),
                of.closed() == null ? null : of.closed().summary(),
                of.drawn());
    }
}
