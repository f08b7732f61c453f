package se.samlad.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.Functions;
import se.samlad.access.NotThere;
import se.samlad.actor.Actor;
import se.samlad.credential.SignIns.How;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.region.Mistake;
import se.samlad.region.Parsed;
import se.samlad.region.Region;
import se.samlad.region.Regions;
import se.samlad.web.Say;

/** The first minutes of an installation: the first account, and how its region begins. */
@Controller
public class FirstController {

    private static final int SHOWN = 50;

    /** What a chosen region would begin with. Read by the template. */
    public record Preview(String name, int actors, int functions, int forums, int areas, List<String> names) {
        static Preview of(Region region, Say say) {
            return new Preview(
                    say.either(region.name().nameSv(), region.name().nameEn()),
                    region.actors().size(),
                    region.functions().size(),
                    region.forums().size(),
                    region.areas().size(),
                    region.actors().stream().map(a -> a.name(say.language())).toList());
        }
    }

    private final FirstAdministrator first;
    private final Regions regions;
    private final Arriving arriving;

    FirstController(FirstAdministrator first, Regions regions, Arriving arriving) {
        this.first = first;
        this.regions = regions;
        this.arriving = arriving;
    }

    @GetMapping("/first")
    String page(@RequestParam(defaultValue = "") String key, HttpServletResponse response, Say say, Model model) {
        model.addAttribute("say", say);
        if (!first.opens(key)) {
            response.setStatus(HttpStatus.GONE.value());
            return "account/first-over";
        }
        model.addAttribute("key", key);
        return "account/first";
    }

    @PostMapping("/first")
    String begin(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String by,
            HttpServletRequest request,
            HttpServletResponse response,
            Say say,
            Model model) {
        try {
            if (!first.opens(key)) return page("", response, say, model);
            var newcomer = arriving.newcomer(name, address, by.equals("passkey") ? null : password);
            if (!first.take(key, newcomer.account())) return page("", response, say, model);
            arriving.admit(newcomer);
            arriving.entering().enter(request, response, newcomer.account(), How.LINK);
            return by.equals("passkey") ? "redirect:/first/passkey" : "redirect:/first/region";
        } catch (Refused no) {
            response.setStatus(no.status());
            model.addAttribute("name", name);
            model.addAttribute("address", address);
            model.addAttribute("wrong", no.field().orElse(""));
            model.addAttribute("why", say.text(no.key(), no.details()));
            model.addAttribute("say", say);
            model.addAttribute("key", key);
            return "account/first";
        }
    }

    /** The first passkey, for an account that has nothing else yet. */
    @GetMapping("/first/passkey")
    String passkey(Say say, Model model) {
        account();
        model.addAttribute("say", say);
        return "account/first-passkey";
    }

    private String account() {
        return arriving.asking().account().filter(first::is).orElseThrow(NotThere::new);
    }

    @GetMapping("/first/region")
    String choose(Say say, Model model) {
        if (arriving.asking().account().isPresent() && !regions.isEmpty()) return "redirect:/";
        account();
        return choice(say, model);
    }

    private static String choice(Say say, Model model) {
        var shipped = Regions.shipped();
        model.addAttribute("say", say);
        model.addAttribute("shipped", shipped.name());
        model.addAttribute(
                "members", shipped.actors().stream().filter(Actor::member).count());
        return "account/first-region";
    }

    /**
     * Shows what the choice would begin with; the second press begins it.
     *
     * @param way shipped, file or empty
     */
    @PostMapping("/first/region")
    String region(
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") String sure,
            HttpServletResponse response,
            Say say,
            Model model) {
        var account = account();
        model.addAttribute("way", way);
        model.addAttribute("file", file);
        model.addAttribute("county", county);
        var parsed = chosen(way, file, county);
        if (parsed == null || !parsed.isSound()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "mistakes",
                    parsed == null
                            ? List.of(say.text("first.choose"))
                            : parsed.mistakes().stream()
                                    .limit(SHOWN)
                                    .map((Mistake mistake) -> mistake.line(say))
                                    .toList());
            return choice(say, model);
        }
        var region = parsed.sound().withoutAccounts();
        if (!sure.equals("yes")) {
            model.addAttribute("preview", Preview.of(region, say));
            return choice(say, model);
        }
        var at = region.secretariat().split("/", 2);
        var stream = Functions.stream(at[0]);
        var given = Draft.on(stream, stream, new FunctionGiven(account, at[0], at[1]), Labels.of("admin:" + at[0]));
        try {
            regions.begin(region, new By(account, at[0], at[1]), List.of(given));
        } catch (Refused begun) {
            return "redirect:/"; // somebody else was first, or this was sent twice
        }
        first.forget();
        return "redirect:/admission";
    }

    private static @Nullable Parsed chosen(String way, String file, String county) {
        return switch (way) {
            case "shipped" -> new Parsed(Regions.shipped(), List.of());
            case "file" -> Regions.parse(file.getBytes(StandardCharsets.UTF_8));
            case "empty" -> new Parsed(Regions.empty("", county.strip(), county.strip()), List.of());
            default -> null;
        };
    }
}
