package se.samlad.region;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;

/** The region as a file, by page and by program: what a file would change, carrying that out, and the file of what is here. */
@Controller
class RegionApi {

    /** @param look only says what the file would change: refused with that, and nothing is recorded */
    record Said(@Nullable String text, @Nullable Boolean look) {}

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");
    private static final String FORM = "region";

    private final Regions regions;

    RegionApi(Regions regions) {
        this.regions = regions;
    }

    /** The page. Where a file was sent to be looked at, with what is wrong with it, or with what it would change. */
    @GetMapping("/region")
    String page(Shell shell, Model model) {
        mayAdmit(shell.viewer());
        var typed = shell.typed();
        var text = typed.value(FORM, "text");
        var parsed = text.isBlank() ? null : parse(text);
        model.addAttribute("drawn", Objects.requireNonNull(regions.drawn()));
        model.addAttribute("mistakes", parsed == null ? List.of() : parsed.mistakes());
        if (parsed != null && parsed.isSound())
            model.addAttribute("changes", regions.preview(parsed.sound(), actor(shell.viewer())));
        return "region/page";
    }

    private static String actor(Viewer viewer) {
        return viewer.function().map(f -> f.actor()).orElse("");
    }

    /** The region of the installation as a file. */
    @GetMapping({"/api/region", "/region/file"})
    ResponseEntity<byte[]> export(Viewer viewer) {
        mayAdmit(viewer);
        var region = regions.current();
        var name = ContentDisposition.attachment()
                .filename(region.name().code() + ".yaml")
                .build();
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(Regions.write(region).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Records what the file changes here (A1). Refused with all that is wrong with it; nothing is taken away by it.
     */
    @PostMapping("/api/region")
    @ResponseBody
    Recorded carryOut(@RequestBody Said said, DrawnFrom from, Acting by, Once once) {
        Regions.mayAdmit(by);
        from.mustBe(regions.drawn());
        var text = said.text();
        if (text == null || text.isBlank()) throw new Refused("region.no-file").at("text");
        var parsed = parse(text);
        if (!parsed.isSound()) throw wrong(parsed.mistakes());
        regions.mustBeThis(parsed.sound());
        if (Boolean.TRUE.equals(said.look())) {
            var changes = regions.preview(parsed.sound(), by.actor());
            throw new Refused(changes.changesAnything() ? "region.look" : "region.nothing").at("text");
        }
        return regions.carryOut(parsed.sound(), from, by, once);
    }

    /** The first of them by its line, for a program; the page shows them all. */
    private static Refused wrong(List<Mistake> mistakes) {
        var first = mistakes.getFirst();
        return new Refused("region.mistakes", mistakes.size(), String.valueOf(first.line()), first.where()).at("text");
    }

    private static Parsed parse(String text) {
        return Regions.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void mayAdmit(Viewer viewer) {
        if (!viewer.may(Mandate.ADMIT)) throw new NotMandated("region.admit-only");
    }
}
