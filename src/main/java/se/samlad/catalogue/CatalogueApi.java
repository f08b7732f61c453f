package se.samlad.catalogue;

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
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.web.Done;

/** What the actors can usually share, for programs and forms. Each changes its own catalogue alone. */
@RestController
@RequestMapping("/api" + CataloguePages.PATH)
class CatalogueApi {

    /** @param audience null: the members @param to the codes of those that are chosen */
    record Listing(
            @Nullable Kind kind,
            @Nullable String what,
            @Nullable Integer quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String contact,
            @Nullable String terms,
            Cataloguing.@Nullable Audience audience,
            @Nullable List<@Nullable String> to) {

        Cataloguing.Said said() {
            return new Cataloguing.Said(kind, what, quantity, readyInMinutes, contact, terms);
        }
    }

    record Removing(@Nullable String reason) {}

    /** @param text the file, as CSV @param look only says what it would change: refused with that, nothing is recorded */
    record Taking(@Nullable String text, @Nullable Boolean look) {}

    record Told(UUID id, String actor, CatalogueFact.Line line) {}

    private final Catalogues catalogues;

    CatalogueApi(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @GetMapping
    List<Told> all(Viewer viewer) {
        return catalogues
                .seenBy(viewer)
                .map(item -> new Told(item.id(), item.actor(), item.line()))
                .toList();
    }

    @PostMapping
    Recorded list(@RequestBody Listing said, Acting by, Once once) {
        return catalogues.list(said.said(), said.audience(), said.to(), by, once);
    }

    @PostMapping("/{id}/change")
    Recorded change(@PathVariable UUID id, @RequestBody Listing said, DrawnFrom from, Acting by, Once once) {
        return catalogues.change(id, said.said(), from, by, once);
    }

    @PostMapping("/{id}/removal")
    Done remove(@PathVariable UUID id, @RequestBody Removing said, Acting by, Once once) {
        return new Done(catalogues.remove(id, said.reason(), by, once), CataloguePages.PATH);
    }

    /** The lines of a file: all of them, or none. */
    @PostMapping("/file")
    Done take(@RequestBody Taking said, Acting by, Once once) {
        Cataloguing.mayAct(by);
        var text = said.text();
        if (text == null || text.isBlank()) throw new Refused("catalogue.file-none").at("text");
        var read = Lines.read(text);
        if (!read.isSound())
            throw new Refused("catalogue.file-wrong", read.mistakes().size()).at("text");
        if (Boolean.TRUE.equals(said.look())) {
            boolean nothing = catalogues.changes(read, by).isNothing();
            throw new Refused(nothing ? "catalogue.file-nothing" : "catalogue.file-look").at("text");
        }
        return new Done(catalogues.take(read, by, once), CataloguePages.PATH);
    }
}
