package example;

import example.Errand.State;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Ground;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Nothing;

/** Errands over HTTP: four verbs, each for forms and for programs, and the page with their list. */
@Controller
class Errands {

    record Asking(@Nullable String what) {}

    private static final Listing<Errand> LISTING = new Listing<>(
            "/errands",
            "errands",
            List.of(
                    Column.<Errand>of("what", (e, say) -> e.what()),
                    Column.<Errand>of("state", (e, say) -> say.text("example.state." + e.state()))
                            .chosenBy(
                                    State.values(),
                                    (state, say) -> say.text("example.state." + state),
                                    Errand::state)));

    private final Journal journal;
    private final Lists lists;
    private final Things<UUID, Errand.All, Errand> errands;

    Errands(Journal journal, Lists lists) {
        this.journal = journal;
        this.lists = lists;
        this.errands = new Things<>(journal, Ground.none(), ErrandFact.Asked.class, Errand.All.VIEW, Errand.All::find);
    }

    Stream<Errand> all(Viewer viewer) {
        return journal.across(Errand.All.ACROSS).byId().values().stream()
                .filter(errand -> viewer.sees(errand.labels()))
                .sorted(Comparator.comparing(Errand::askedAt).reversed());
    }

    @PostMapping("/api/errands")
    @ResponseBody
    Recorded ask(@RequestBody Asking said, Acting by, Once once) {
        var id = Draft.newId();
        return by.record(journal, once, facing -> {
            facing.guardNew(id);
            var fact = Doing.ask(said.what());
            return List.of(Draft.ofNewStream(id, fact, Labels.of("members")));
        });
    }

    /** An edit: refused if it was drawn from other words than those that hold. */
    @PostMapping("/api/errands/{id}/rewording")
    @ResponseBody
    Recorded reword(@PathVariable UUID id, @RequestBody Asking said, DrawnFrom from, Acting by, Once once) {
        return errands.act(id, by, once, scene -> {
            from.mustBe(scene.thing().drawn());
            return Doing.reword(scene.thing(), by, said.what());
        });
    }

    /** Takes on what was asked, as it was read. */
    @PostMapping("/api/errands/{id}/taking")
    @ResponseBody
    Recorded take(@PathVariable UUID id, @RequestBody Nothing nothing, DrawnFrom from, Acting by, Once once) {
        return errands.act(id, by, once, scene -> {
            from.mustBe(scene.thing().drawn());
            return Doing.take(scene.thing());
        });
    }

    @PostMapping("/api/errands/{id}/ending")
    @ResponseBody
    Recorded done(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return errands.act(id, by, once, scene -> Doing.done(scene.thing(), by));
    }

    @GetMapping("/errands")
    @Nullable
    String list(Shell shell, Model model, Lists.Request asked) throws IOException {
        return lists.answer(LISTING, all(shell.viewer()), asked, model, "list/page");
    }
}
