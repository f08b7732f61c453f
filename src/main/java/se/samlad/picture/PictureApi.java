package se.samlad.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.report.Passed;
import se.samlad.report.ReportFact.Certainty;
import se.samlad.report.Stated;

/** The API of the joint picture. */
@RestController
class PictureApi {

    /**
     * @param cursor of the last entry that the caller may see in this incident: later entries follow it
     * @param at as recorded by then
     * @param missing the actors that have shared nothing with the caller (C3)
     * @param counts the number of actors by status; NONE for those that have shared nothing
     * @param relayed what actors relayed about others, apart from what those report themselves (C3)
     */
    record Answer(
            String cursor,
            Instant at,
            List<Row> actors,
            List<String> missing,
            Map<String, Integer> counts,
            List<Relayed> relayed) {}

    /** @param status its own; where only its units have reported, the worst of theirs, and then {@code said} is null */
    record Row(
            String code,
            String name,
            String status,

            @com.fasterxml.jackson.annotation.JsonUnwrapped @Nullable
            Said said,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unit> units) {}

    record Unit(
            String code,
            String status,

            @com.fasterxml.jackson.annotation.JsonUnwrapped @Nullable
            Said said) {}

    /** What an actor reports of itself, in the fields as posted. @param confirmedAt when it last said "nothing new" */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            String kind,
            UUID report,
            UUID entry,
            String function,
            Instant reportedAt,
            Instant occurredAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant correctedAt,
            String happened,
            @Nullable String consequences,
            @Nullable String measures,
            @Nullable String resources,
            @Nullable String needs,
            @Nullable String communication,
            @Nullable String forecast,
            @Nullable Certainty certainty,
            @Nullable String source,
            @Nullable Marking marking) {

        static Said of(Stated s) {
            var r = s.said();
            return new Said(
                    "OWN",
                    s.report(),
                    s.entry(),
                    s.by().function(),
                    s.recordedAt(),
                    s.occurredAt(),
                    s.isConfirmed() ? s.renewedAt() : null,
                    s.correctedAt(),
                    r.happened(),
                    r.consequences(),
                    r.measures(),
                    r.resources(),
                    r.needs(),
                    r.communication(),
                    r.forecast(),
                    r.certainty(),
                    r.source(),
                    s.marking() == null ? null : Marking.of(s.marking()));
        }
    }

    /** @param by the code of the actor that relayed it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Relayed(
            String kind,
            UUID entry,
            String by,
            @Nullable String about,
            String text,
            @Nullable String source,
            @Nullable Certainty certainty,
            Instant reportedAt,
            Instant occurredAt,
            @Nullable Marking marking) {

        static Relayed of(Passed p) {
            return new Relayed(
                    "RELAYED",
                    p.entry(),
                    p.by().actor(),
                    p.about(),
                    p.text(),
                    p.source(),
                    p.certainty(),
                    p.recordedAt(),
                    p.occurredAt(),
                    p.marking() == null ? null : Marking.of(p.marking()));
        }
    }

    private final Pictures pictures;
    private final Journal journal;

    PictureApi(Pictures pictures, Journal journal) {
        this.pictures = pictures;
        this.journal = journal;
    }

    /** The joint picture as the caller may see it. @param at as recorded by then, RFC 3339; or seconds since 1970; left out: now */
    @GetMapping("/api/incidents/{id}/picture")
    Answer picture(@PathVariable UUID id, @RequestParam(required = false) @Nullable Instant at, Viewer viewer) {
        pictures.mustSee(id, viewer);
        var last = journal.list(Pick.newest(id, 0, 1), viewer);
        var cursor = journal.cursors().of(last.isEmpty() ? 0 : last.getLast().position());
        return answer(cursor, at == null ? journal.now() : at, pictures.of(id, viewer, at));
    }

    static Answer answer(String cursor, Instant at, Picture picture) {
        return new Answer(
                cursor,
                at,
                picture.standings().stream()
                        .filter(s -> !s.isHole())
                        .map(PictureApi::row)
                        .toList(),
                picture.holes().stream().map(Standing::code).toList(),
                picture.counts(),
                picture.relayed().stream().map(Relayed::of).toList());
    }

    private static Row row(Standing s) {
        return new Row(
                s.code(),
                s.actor().nameSv(),
                s.shade().name(),
                s.whole() == null ? null : Said.of(s.whole()),
                s.parts().stream()
                        .filter(p -> p.stated() != null)
                        .map(p -> new Unit(p.code(), p.shade().name(), p.stated() == null ? null : Said.of(p.stated())))
                        .toList());
    }
}
