package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The short ways of the keyboard, and what happens meanwhile moves nobody's hands. The long ways: {@link Hands}. */
class KeyboardTest {

    @Test
    void signalAndConvene() {
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            var page = window.open("/").live().page();
            page.keyboard().press("Tab");
            assertThat(focused(page, "a.skip"))
                    .as("the first stop skips the bar")
                    .isTrue();
            page.keyboard().press("Enter");
            tabTo(page, "#signal-title");
            page.keyboard().type("Rök över Kungsängen");
            page.keyboard().press("Control+Enter");
            window.sees("h1", "Rök över Kungsängen");
            page.waitForURL(url -> url.contains("/incidents/"));
            window.live();
            tabTo(page, "[id='desk.assess'] a.next");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/forums"));
            window.live();
            tabTo(page, "form.convene button.next");
            page.keyboard().press("Space");
            window.sees("[id='forum.list']", "Samordnande forum");
        }
    }

    @Test
    void aRowAndAStance() {
        var scene = Prepared.incident("Snö utan mus");
        try (var window = Window.of("taby.tib", Window.DESKTOP)) {
            var page = window.open("/incidents/" + scene.incident()).live().page();
            page.keyboard().press("n");
            assertThat(focused(page, ".composer textarea[name='text']")).isTrue();
            page.keyboard().type("Plogen är framme i Löttinge");
            page.keyboard().press("Control+Enter");
            window.sees("[id='desk.log']", "Plogen är framme i Löttinge");
            tabTo(page, "[id='direction.stance'] input[name='stance']");
            page.keyboard().press("Space");
            assertThat(page.locator("[id='direction.stance'] input:checked").count())
                    .isOne();
            tabTo(page, "[id='direction.stance'] form.stance button");
            page.keyboard().press("Enter");
            window.sees("[id^='my-stance-'] h2", "Ställer sig bakom");
        }
    }

    @Test
    void whatOthersWriteMovesNeitherFocusNorText() {
        var scene = Prepared.incident("Snö medan någon skriver");
        try (var window = Window.of("taby.tib", Window.DESKTOP)) {
            var page = window.open("/incidents/" + scene.incident()).live().page();
            page.keyboard().press("n");
            page.keyboard().type("Halvskriven mening");
            Running.as("polisen.tib")
                    .post(
                            "/api/incidents/" + scene.incident() + "/notes",
                            "{\"kind\":\"NOTE\",\"text\":\"Vägen är öppen igen\"}")
                    .expect(201);
            window.sees("[id='desk.log']", "Vägen är öppen igen");
            assertThat(focused(page, ".composer textarea[name='text']")).isTrue();
            page.keyboard().type(" till slut");
            assertThat(page.locator(".composer textarea[name='text']").inputValue())
                    .isEqualTo("Halvskriven mening till slut");
        }
    }

    /** Tab until it has the focus; fails where the keyboard has been everywhere and did not come there. */
    private static void tabTo(Page page, String selector) {
        int stops = page.locator("a, button, input, select, textarea, summary").count();
        for (int i = 0; i <= stops && !focused(page, selector); i++)
            page.keyboard().press("Tab");
        assertThat(focused(page, selector)).as("%s is reached by Tab", selector).isTrue();
    }

    private static boolean focused(Page page, String selector) {
        return (boolean) page.evaluate("s => document.activeElement.matches(s)", selector);
    }
}
