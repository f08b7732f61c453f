package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.samlad.web.Say;

/** The page that anybody reads. */
class ForThePublicTest {

    /** The message is what is seen first on the public page, before the page's own words. */
    @Test
    void theMessageIsTheHeadingForThePublic_K2() {
        var incident = Ice.signal("Budskap som rubrik", "");
        var message = Running.as("polisen.tib")
                .post(
                        "/api/incidents/" + incident + "/messages",
                        "{\"title\":\"Stanna hemma i kväll\",\"text\":\"Vägarna är hala.\\n\\nHa hemma:\\n- ficklampa\",\"audience\":\"Allmänheten\"}")
                .expect(201)
                .id();
        var path = "/api/incidents/" + incident + "/messages/" + message;
        for (var step : java.util.List.of("/check", "/agreement", "/publication"))
            Running.as("komm").post(path + step, "{}").expect(201);
        try (var window = Window.of("nacka.tib", Window.PHONE)) {
            window.open("/public");
            var article = window.find("article#m-" + message);
            assertThat(size(article.locator("h2"))).isGreaterThan(size(window.find("h1")));
            assertThat(article.locator(".from").innerText())
                    .contains("Från ", String.valueOf(java.time.Year.now(Say.STOCKHOLM)));
            assertThat(article.locator(".said").count()).isEqualTo(2);
            assertThat(article.locator(".said").nth(1).innerText()).isEqualTo("Ha hemma:\n- ficklampa");
        }
    }

    private static double size(com.microsoft.playwright.Locator text) {
        return ((Number) text.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")).doubleValue();
    }
}
