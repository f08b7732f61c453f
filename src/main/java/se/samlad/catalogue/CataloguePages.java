package se.samlad.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;

/** The pages of the catalogue. */
@Controller
class CataloguePages {

    static final String PATH = "/catalogue";

    private final Catalogues catalogues;
    private final Actors actors;
    private final Lists lists;

    CataloguePages(Catalogues catalogues, Actors actors, Lists lists) {
        this.catalogues = catalogues;
        this.actors = actors;
        this.lists = lists;
    }

    @GetMapping(PATH)
    @Nullable
    String all(Shell shell, Model model, Lists.Request asked) throws IOException {
        var own = own(shell.viewer());
        model.addAttribute("own", own);
        model.addAttribute("actors", actors);
        return lists.answer(listing(own), catalogues.seenBy(shell.viewer()), asked, model, "catalogue/page");
    }

    private Listing<Item> listing(String own) {
        return new Listing<>(
                PATH,
                "catalogue",
                List.of(
                        Column.<Item>of("what", (item, say) -> item.line().what())
                                .leadingTo(item -> PATH + "/" + item.id()),
                        Column.<Item>of(
                                        "kind",
                                        (item, say) -> say.text(
                                                "catalogue.kind." + item.line().kind()))
                                .chosenBy(
                                        Kind.values(),
                                        (kind, say) -> say.text("catalogue.kind." + kind),
                                        item -> item.line().kind()),
                        Column.<Item>of("actor", (item, say) -> actors.shortName(item.actor(), say.language()))
                                .chosenBy(List.of(new Choice<>(
                                        "own", say -> say.text("catalogue.ours"), item -> item.isOf(own)))),
                        Column.of("number", (item, say) -> item.line().number()),
                        Column.of("ready", (item, say) -> item.line().readyInMinutes()),
                        Column.of("contact", (item, say) -> item.line().contact()),
                        Column.of("terms", (item, say) -> item.line().terms())));
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("item", catalogues.get(id, shell.viewer()));
        model.addAttribute("own", own(shell.viewer()));
        model.addAttribute("actors", actors);
        return "catalogue/one";
    }

    /** Lines from a file; with a file, what is wrong with it or what it would change. */
    @GetMapping(PATH + "/file")
    String file(Shell shell, Model model) {
        var by = shell.viewer().acting().orElseThrow(() -> new NotMandated("catalogue.who"));
        Cataloguing.mayAct(by);
        var text = shell.typed().value("lines", "text");
        model.addAttribute("mistakes", List.of());
        if (!text.isBlank()) {
            var read = Lines.read(text);
            if (read.isSound()) model.addAttribute("change", catalogues.changes(read, by));
            else
                model.addAttribute(
                        "mistakes",
                        read.mistakes().stream()
                                .map(mistake -> mistake.words(shell.say()))
                                .toList());
        }
        return "catalogue/file";
    }

    /** Who usually has what somebody asks for: a part of a page, which its script asks for. */
    @GetMapping(PATH + "/usual")
    String usual(@RequestParam(name = "words", defaultValue = "") String words, Shell shell, Model model) {
        model.addAttribute("items", catalogues.usual(words, null, shell.viewer()));
        model.addAttribute("actors", actors);
        model.addAttribute("say", shell.say());
        return "catalogue/usual";
    }

    /** The code of the actor that one may write for; empty: of none. */
    private static String own(Viewer viewer) {
        return viewer.acting()
                .filter(by -> !by.function().onlyAdministers())
                .map(Acting::actor)
                .orElse("");
    }
}
