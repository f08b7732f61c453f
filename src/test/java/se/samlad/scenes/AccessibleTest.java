package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** WCAG 2.1 AA as far as axe can tell, nothing wider than the window, and no page that breaks its own policy. */
class AccessibleTest {

    private static Prepared scene;

    private final List<String> found = new ArrayList<>();

    @BeforeAll
    static void prepared() {
        scene = Prepared.incident("Snö till granskningen");
    }

    @Test
    void everyPageInSwedish() {
        try (var window = Window.of("taby.tib", Window.DESKTOP).withAxe().drawnSmall()) {
            look(window, Pages.all(scene), ColorScheme.LIGHT, ColorScheme.DARK);
            window.resize(390, 844);
            look(window, onAPhone(), ColorScheme.LIGHT, ColorScheme.DARK);
        }
        assertThat(found).isEmpty();
    }

    /** Only the words differ, so the pages that are used most are enough. */
    @Test
    void theMostUsedPagesInEnglish() {
        try (var window = Window.of("lst.tib", Window.DESKTOP, "en-GB", ColorScheme.DARK, true)
                .withAxe()
                .drawnSmall()) {
            window.resize(390, 844);
            look(window, onAPhone(), ColorScheme.DARK, ColorScheme.LIGHT);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void thePagesOfWhoAdmitsActors() {
        try (var window = Window.of("kansli", Window.DESKTOP).withAxe().drawnSmall()) {
            window.resize(390, 844);
            look(window, List.of("/region", "/actors", "/actors/nacka"), ColorScheme.LIGHT, ColorScheme.DARK);
        }
        assertThat(found).isEmpty();
    }

    private static List<String> onAPhone() {
        return Stream.concat(Stream.of("/", "/incidents", "/actors", "/public"), Pages.ofIncident(scene).stream())
                .toList();
    }

    /** All rules in one scheme; in the other only the colours can differ. */
    private void look(Window window, List<String> paths, ColorScheme first, ColorScheme other) {
        for (var path : paths) {
            in(window, first);
            window.open(path);
            said(path, window.axe());
            var over = (int) window.page()
                    .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) found.add(path + " is wider than the window by " + over + " pixels");
            in(window, other);
            said(path + " " + other, window.axeOnColours());
            window.complaints().forEach(each -> found.add(path + " complained: " + each));
        }
    }

    private static void in(Window window, ColorScheme scheme) {
        window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void said(String where, String what) {
        if (!what.isEmpty()) found.add(where + ": " + what);
    }
}
