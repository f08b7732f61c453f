package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static List<String> everyPage() {
        var incident = "/incidents/" + scene.incident();
        return Stream.of(
                        List.of(
                                "/sign-in",
                                "/",
                                "/incidents",
                                "/watch",
                                "/actors",
                                "/actors/taby",
                                "/public",
                                "/there-is-no-such"),
                        ofIncident(),
                        List.of(
                                incident + "/messages?m=" + scene.published(),
                                incident + "/stand-down",
                                incident + "/wall",
                                incident + "/direction/propose",
                                "/prepared",
                                "/search?q=" + "bandvagn",
                                "/entries/" + scene.report(),
                                "/reports/" + scene.report() + "/correction",
                                "/directions/" + scene.direction()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> ofIncident() {
        var incident = "/incidents/" + scene.incident();
        return List.of(
                incident,
                incident + "/picture",
                incident + "/direction",
                incident + "/messages",
                incident + "/messages?m=" + scene.onItsWay(),
                incident + "/forums");
    }

    @Test
    void everyPageOnADesktopInSwedishAndLight() {
        try (var window = Window.of("taby.tib", Window.DESKTOP)) {
            look(window, everyPage());
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPageOnADesktopInEnglishAndDark() {
        try (var window = Window.of("lst.tib", Window.DESKTOP, "en-GB", ColorScheme.DARK, true)) {
            look(window, everyPage());
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsMetOnAPhone() {
        try (var window = Window.of("taby.tib", Window.PHONE)) {
            look(
                    window,
                    Stream.concat(Stream.of("/", "/incidents", "/actors", "/public"), ofIncident().stream())
                            .toList());
        }
        assertThat(found).isEmpty();
    }

    private void look(Window window, List<String> paths) {
        for (var path : paths) {
            window.open(path);
            window.complaints().forEach(each -> found.add(path + " complained: " + each));
            var said = window.axe();
            if (!said.isEmpty()) found.add(path + ": " + said);
            var over = (int) window.page()
                    .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) found.add(path + " is wider than the window by " + over + " pixels");
            window.complaints().clear(); // axe itself sets styles where it measures
        }
    }
}
