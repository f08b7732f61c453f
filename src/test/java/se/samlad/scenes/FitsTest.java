package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No page is wider than its window, and no text narrower than a short word: each page, as each kind of reader, in the window of a
 * small phone, a phone and a desktop, with text of twice the size, with names and words as long as they come.
 */
class FitsTest {

    private static final String LONG = "Riksvägsavstängningsomledningsplaneringsgruppssammankallande".repeat(3);
    private static final String ADDRESS = "https://www.example.org/" + "karta,lager;".repeat(40);

    /** Every kind of function; the longest names of functions and actors among them. */
    private static final List<String> ROLES = List.of(
            "lst.tib",
            "lst.chef",
            "taby.tib",
            "taby.chef",
            "sbff.tib",
            "region.trafik",
            "polisen.tib",
            "komm",
            "rsib",
            "kansli");

    /** Who comes to all pages, in which language; the others differ from them on a few. */
    private static final Map<String, String> EVERYWHERE = Map.of("sv-SE", "lst.tib", "en-GB", "sbff.tib");

    private static Prepared scene;

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Snö " + LONG);
        var base = "/api/incidents/" + scene.incident();
        said(base + "/notes", "{\"kind\":\"NEED\",\"text\":\"" + ADDRESS + "\"}");
        said(
                base + "/reports",
                "{\"status\":\"RED\",\"happened\":\"" + LONG + "\",\"needs\":\"" + ADDRESS + "\",\"consequences\":\""
                        + LONG + "\",\"forecast\":\"" + ADDRESS + "\"}");
        said(
                base + "/relays",
                "{\"about\":\"" + LONG.substring(0, 100) + "\",\"text\":\"" + ADDRESS + "\",\"source\":\""
                        + LONG.substring(0, 150) + "\"}");
        said(
                "/api/directions/" + scene.direction() + "/stances",
                "{\"stance\":\"ADAPTS\",\"reason\":\"" + ADDRESS + "\"}");
        said(
                base + "/messages",
                "{\"title\":\"" + LONG.substring(0, 100) + "\",\"text\":\"" + ADDRESS
                        + "\",\"audience\":\"Allmänheten\",\"channels\":[\"krisinformation.se\"]}");
    }

    private static void said(String path, String json) {
        Running.as("taby.tib").post(path, json).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv-SE", "en-GB"})
    void noPageIsWiderThanItsWindow(String language) {
        var wide = new ArrayList<String>();
        for (var role : ROLES)
            try (var window = Window.of(role, Window.PHONE, language, ColorScheme.LIGHT, true)
                    .drawnSmall()) {
                var sizes = List.of(390, 320, 1440);
                for (var path : role.equals(EVERYWHERE.get(language)) ? Pages.all(scene) : differing()) {
                    window.open(path);
                    for (var size : sizes) look(window, size, role + " " + path, wide);
                    sizes = sizes.reversed(); // the next page begins with the size that the window has
                }
            }
        assertThat(wide).isEmpty();
    }

    private static List<String> differing() {
        var incident = "/incidents/" + scene.incident();
        return List.of(
                "/",
                "/region",
                "/actors",
                "/actors/nacka",
                incident,
                incident + "/direction",
                incident + "/messages",
                incident + "/forums");
    }

    private static void look(Window window, int width, String where, List<String> wide) {
        window.resize(width, 844);
        // text of twice the size is tried in the narrowest and the widest: what fits there fits between
        for (var text : width == 390 ? List.of("100%") : List.of("100%", "200%")) {
            var over = window.page().evaluate("""
                            size => {
                              document.documentElement.style.fontSize = size;
                              const page = document.documentElement;
                              const over = page.scrollWidth - page.clientWidth;
                              const squeezed = [...document.querySelectorAll("main:not(.wall) :is(p, li, td, dd, h1, h2, h3)")]
                                .find(each => [...each.childNodes].some(n => n.nodeType === 3 && n.data.trim().length > 40)
                                  && each.clientWidth > 1 && each.clientWidth < 2.5 * parseFloat(getComputedStyle(each).fontSize));
                              if (squeezed && size === "100%") return "a text is squeezed: " + squeezed.outerHTML.slice(0, 160);
                              if (over <= 1) return ""; // half pixels are rounded
                              const widest = [...document.body.querySelectorAll("*")]
                                .filter(each => each.getBoundingClientRect().right > page.clientWidth + 1)
                                .at(-1);
                              return over + " px: " + (widest?.outerHTML ?? "").slice(0, 160);
                            }""", text);
            if (!over.equals("")) wide.add(where + " at " + width + " px, text " + text + ": " + over);
        }
    }
}
