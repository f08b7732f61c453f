package se.samlad.conference;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.report.Status;
import se.samlad.web.Times;

/**
 * What is said in a conference. {@code actor} is whose it is, null for the caller's own; what is noted for another waits for
 * that actor's own word.
 */
@RestController
@RequestMapping("/api/conferences/{id}")
class SayingApi {

    /** Anything: the form of the one who keeps the protocol, and of each for its own. */
    record Words(
            @Nullable Said kind,
            @Nullable String actor,
            @Nullable String text,
            @Nullable String reason,
            @Nullable Status status,
            @Nullable OffsetDateTime by) {}

    record Report(
            @Nullable String actor,
            @Nullable Boolean nothingNew,
            @Nullable String text,
            @Nullable Status status) {}

    record Text(@Nullable String actor, @Nullable String text) {}

    record Decision(
            @Nullable String actor,
            @Nullable String text,
            @Nullable String reason) {}

    record Measure(
            @Nullable String actor,
            @Nullable String what,
            @Nullable OffsetDateTime by) {}

    /** @param actor null: the stance is asked for in the round @param stance as the actor says it aloud */
    record Stand(
            @Nullable UUID direction,
            @Nullable String actor,
            @Nullable Stance stance,
            @Nullable String reason) {}

    /** @param declines whether it is not so; else it stands @param text in its own words; null: as noted */
    record Own(
            @Nullable UUID line,
            @Nullable Boolean declines,
            @Nullable String text) {}

    private final Conferences conferences;

    SayingApi(Conferences conferences) {
        this.conferences = conferences;
    }

    @PostMapping("/lines")
    Recorded say(@PathVariable UUID id, @RequestBody Words said, Acting by, Once once) {
        return say(
                id,
                new Speaking.Words(
                        said.kind(), said.actor(), said.text(), said.reason(), said.status(), Times.instant(said.by())),
                by,
                once);
    }

    @PostMapping("/reports")
    Recorded report(@PathVariable UUID id, @RequestBody Report said, Acting by, Once once) {
        var kind = Boolean.TRUE.equals(said.nothingNew()) ? Said.NOTHING_NEW : Said.REPORT;
        return say(id, new Speaking.Words(kind, said.actor(), said.text(), null, said.status(), null), by, once);
    }

    @PostMapping("/notes")
    Recorded note(@PathVariable UUID id, @RequestBody Text said, Acting by, Once once) {
        return say(id, new Speaking.Words(Said.NOTE, said.actor(), said.text(), null, null, null), by, once);
    }

    @PostMapping("/needs")
    Recorded need(@PathVariable UUID id, @RequestBody Text said, Acting by, Once once) {
        return say(id, new Speaking.Words(Said.NEED, said.actor(), said.text(), null, null, null), by, once);
    }

    @PostMapping("/decisions")
    Recorded decide(@PathVariable UUID id, @RequestBody Decision said, Acting by, Once once) {
        return say(
                id, new Speaking.Words(Said.DECISION, said.actor(), said.text(), said.reason(), null, null), by, once);
    }

    @PostMapping("/measures")
    Recorded measure(@PathVariable UUID id, @RequestBody Measure said, Acting by, Once once) {
        var words = new Speaking.Words(Said.MEASURE, said.actor(), said.what(), null, null, Times.instant(said.by()));
        try {
            return say(id, words, by, once);
        } catch (se.samlad.journal.Refused no) {
            throw no.field().filter("text"::equals).isPresent() ? no.at("what") : no;
        }
    }

    /** A stance on a direction is asked for, or noted as its actor says it aloud; the own one is taken on the direction. */
    @PostMapping("/stances")
    Recorded stand(@PathVariable UUID id, @RequestBody Stand said, Acting by, Once once) {
        var words = new Speaking.Stand(said.direction(), said.actor(), said.stance(), said.reason());
        return conferences.stand(id, words, by, once);
    }

    /** The caller's own word on what was noted for its actor (A4). */
    @PostMapping("/own-word")
    Recorded own(@PathVariable UUID id, @RequestBody Own said, Acting by, Once once) {
        boolean stands = !Boolean.TRUE.equals(said.declines());
        return conferences.own(id, said.line(), stands, said.text(), by, once);
    }

    private Recorded say(UUID id, Speaking.Words words, Acting by, Once once) {
        return conferences.say(id, words, by, once);
    }
}
