package se.samlad.edition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.edition.EditionFact.Line;
import se.samlad.journal.Once;
import se.samlad.web.Done;
import se.samlad.web.Times;

/** Editions of the picture, for programs and forms. Times are RFC 3339. */
@RestController
@RequestMapping("/api/editions")
class EditionApi {

    /** @param next when the next one is to go out */
    record Issuing(
            @Nullable Audience audience,
            @Nullable UUID conference,
            @Nullable UUID incident,
            @Nullable String text,
            @Nullable OffsetDateTime next) {}

    record Told(
            UUID id,
            Audience audience,
            int number,
            String text,
            String actor,
            Instant at,
            @Nullable Instant next,
            @Nullable UUID conference,
            @Nullable UUID incident) {

        static Told of(Edition edition) {
            var issued = edition.issued();
            return new Told(
                    edition.id(),
                    issued.audience(),
                    issued.number(),
                    issued.text(),
                    edition.by().actor(),
                    edition.at(),
                    issued.next(),
                    issued.conference(),
                    issued.incident());
        }
    }

    record Whole(@JsonUnwrapped Told edition, List<Line> lines) {}

    private final Editions editions;

    EditionApi(Editions editions) {
        this.editions = editions;
    }

    /** An edition goes out, with what its audience may see as it stands now. */
    @PostMapping
    Done issue(@RequestBody Issuing said, Acting by, Once once) {
        var recorded = editions.issue(
                new Editions.Issue(
                        said.audience(), said.text(), Times.instant(said.next()), said.conference(), said.incident()),
                by,
                once);
        return new Done(recorded, EditionPages.PATH + "/" + recorded.id());
    }

    /** Those that the caller may see, the latest first. */
    @GetMapping
    List<Told> all(Viewer viewer) {
        return editions.seenBy(viewer).stream().map(Told::of).toList();
    }

    @GetMapping("/{id}")
    Whole one(@PathVariable UUID id, Viewer viewer) {
        var edition = editions.get(id, viewer);
        return new Whole(Told.of(edition), edition.issued().lines());
    }
}
