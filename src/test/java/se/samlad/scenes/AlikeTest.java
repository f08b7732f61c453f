package se.samlad.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is raised anew shows what was raised before, in whatever room (I6). */
class AlikeTest {

    /** The first five letters of a word count, and here no other test has them. */
    private final String word = UUID.randomUUID().toString().substring(0, 5);

    private static UUID planned(String account, String title, String marking) {
        var from = Instant.now().plusSeconds(900_000);
        return Running.as(account)
                .post(
                        "/api/events",
                        "{\"title\":\"" + title + "\",\"from\":\"" + from + "\",\"until\":\"" + from.plusSeconds(60)
                                + "\"" + marking + "}")
                .expect(201)
                .id();
    }

    private static UUID asked(String title) {
        return Running.as("lst.tib")
                .post(
                        "/api/questions",
                        "{\"title\":\"" + title + "\",\"to\":[\"actor:taby\",\"actor:nacka\"],\"answerBy\":\""
                                + Instant.now().plusSeconds(3600) + "\"}")
                .expect(201)
                .id();
    }

    private static String alike(String account, String words) {
        return Running.as(account).page("/search/raised?words=" + words).body();
    }

    @Test
    void aCaseAQuestionAndAnEventAreShownTogether_I6() {
        var raised = ActsOnCases.raised("taby.tib", word + "märken vid skolor");
        var asked = asked("Har ni " + word + "märken?");
        var planned = planned("polisen.tib", "Dag för " + word.toUpperCase() + "MÄRKEN", "");
        assertThat(alike("nacka.tib", word + "märkning"))
                .contains("/cases/" + raised, "/questions/" + asked, "/events/" + planned)
                .contains("Ärende från Täby. Väckt.", "Fråga från Länsstyrelsen");
        assertThat(Running.as("nacka.tib").page("/questions/" + asked).body())
                .contains("/cases/" + raised, "/events/" + planned);
        assertThat(Running.as("nacka.tib").page("/events/" + planned).body())
                .contains("/cases/" + raised, "/questions/" + asked);
        assertThat(Running.as("nacka.tib").page("/cases/" + raised).body())
                .contains("/events/" + planned)
                .doesNotContain("<a href=\"/cases/" + raised);
    }

    @Test
    void whatTheReaderMayNotSeeIsNotAlike_I6() {
        var hidden = planned("lst.tib", word + "märken", ",\"marking\":{\"audience\":[\"actor:lst\"]}");
        assertThat(alike("lst.tib", word)).contains(hidden.toString());
        assertThat(alike("nacka.tib", word)).doesNotContain(word);
        assertThat(Running.anybody().page("/search/raised?words=" + word).body())
                .doesNotContain(hidden.toString());
    }

    @Test
    void shortWordsMakeNothingAlike() {
        ActsOnCases.raised("taby.tib", "En ny bro i " + word);
        assertThat(alike("nacka.tib", "en+ny+bro")).doesNotContain(word);
        assertThat(alike("nacka.tib", "")).doesNotContain("<li>");
    }

    @Test
    void whoWritesATitleSeesItAtOnce_I6() {
        var raised = ActsOnCases.raised("taby.tib", word + "märken vid skolor");
        try (var window = Window.of("lst.tib", Window.PHONE, "sv-SE", ColorScheme.LIGHT, true)) {
            window.open("/questions/new");
            window.page().locator("#ask-title").fill("Behövs " + word + "märken");
            assertThat(window.page().locator("[data-raised] a[href='/cases/" + raised + "']"))
                    .hasText(word + "märken vid skolor");
            window.page().locator("#ask-title").fill("Annat");
            assertThat(window.page().locator("[data-raised] a")).hasCount(0);
            assertThat(window.complaints()).isEmpty();
        }
    }
}
