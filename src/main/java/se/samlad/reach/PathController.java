package se.samlad.reach;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.access.NotThere;
import se.samlad.actor.Actors;
import se.samlad.live.Shell;
import se.samlad.reach.Paths.Path;
import se.samlad.web.Asking;
import se.samlad.web.Letters;
import se.samlad.web.LocalPage;

/** The pages of how functions are reached and of one's own numbers. */
@Controller
public class PathController {

    private static final String OWN = "/me/numbers";

    /** @param drawn null: nothing has been said of it */
    public record Row(
            Function function, List<Path> paths, @Nullable UUID drawn) {}

    private final Reaching reaching;
    private final Personal personal;
    private final Actors actors;
    private final Asking asking;

    PathController(Reaching reaching, Personal personal, Actors actors, Asking asking) {
        this.reaching = reaching;
        this.personal = personal;
        this.actors = actors;
        this.asking = asking;
    }

    @GetMapping("/actors/{code}/paths")
    String paths(@PathVariable String code, Shell shell, Model model) {
        var actor = actors.get(code);
        var viewer = shell.viewer();
        if (!viewer.isMember() && !viewer.isOf(code)) throw new NotThere();
        var paths = reaching.paths();
        model.addAttribute("actor", actor);
        model.addAttribute(
                "rows",
                reaching.functions().ofActor(code).stream()
                        .filter(f -> !f.onlyAdministers())
                        .map(f -> new Row(
                                f,
                                paths.of(f.id()),
                                paths.find(f.id()).map(Paths.Known::drawn).orElse(null)))
                        .toList());
        model.addAttribute(
                "ways", Arrays.stream(Way.values()).filter(Way::isStated).toList());
        model.addAttribute(
                "may", viewer.acting().filter(by -> reaching.maySet(by, code)).isPresent());
        model.addAttribute("own", viewer.isOf(code));
        return "reach/paths";
    }

    @GetMapping(OWN)
    String own(Shell shell, Model model) {
        model.addAttribute(
                "numbers",
                personal.of(account()).entrySet().stream()
                        .collect(Collectors.toMap(
                                java.util.Map.Entry::getKey,
                                each -> each.getKey().isNumber()
                                        ? Addresses.shown(each.getValue())
                                        : each.getValue())));
        return "reach/numbers";
    }

    /** An empty field takes the number back. */
    @PostMapping(OWN)
    String save(
            @RequestParam(defaultValue = "") String sms,
            @RequestParam(defaultValue = "") String voice,
            @RequestParam(defaultValue = "") String mail) {
        var account = account();
        var kept = new java.util.EnumMap<Way, @Nullable String>(Way.class);
        kept.put(Way.SMS, kept(Way.SMS, sms, "sms"));
        kept.put(Way.VOICE, kept(Way.VOICE, voice, "voice"));
        kept.put(Way.MAIL, kept(Way.MAIL, mail, "mail"));
        kept.forEach((way, address) -> personal.save(account, way, address));
        return LocalPage.redirect(OWN);
    }

    private static @Nullable String kept(Way way, String typed, String field) {
        return Letters.isEmpty(typed) ? null : Addresses.kept(way, typed, field);
    }

    private String account() {
        return asking.account().orElseThrow(NotThere::new);
    }
}
