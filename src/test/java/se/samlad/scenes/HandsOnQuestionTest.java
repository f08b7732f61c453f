package se.samlad.scenes;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.web.Say;

/** A question is put, answered, and looked after, without script and by keyboard alone. */
class HandsOnQuestionTest {

    @ParameterizedTest
    @EnumSource
    @Writes({"/questions", "/questions/*/answers", "/questions/*/reminder", "/questions/*/time", "/questions/*/closing"
    })
    void aQuestionIsPutAnsweredAndClosed_C4(Hands hands) {
        var title = "Hur många platser har ni? " + hands;
        var soon = LocalDateTime.now(Say.STOCKHOLM).plusDays(1).truncatedTo(ChronoUnit.MINUTES);
        var asks = hands.of("lst.tib").open("/questions/new");
        asks.write("#ask-title", title)
                .write("#ask-f0-name", "Platser")
                .pick("#ask-f0-kind", "NUMBER")
                .unfold("details:has(> div > #ask-f1-name)")
                .write("#ask-f1-name", "Natten")
                .pick("#ask-f1-kind", "STATUS")
                .unfold("#ask details:has(> fieldset)")
                .choose("#ask input[name='to'][value='vaxholm']")
                .choose("#ask input[name='to'][value='ekero']")
                .write("#ask-answerBy", soon)
                .press("#ask button.next");
        asks.sees("main", "0 av 2 har svarat");
        var question = asks.there();

        var answers = hands.of("vaxholm.tib").open("/questions/" + question);
        answers.write("#answer-v0", "40")
                .choose("#answer input[value='ORANGE']")
                .press("#answer button.next");
        answers.sees("main", "Vaxholm har svarat").sees("main", "1 av 2 har svarat");
        answers.write("#answer-v0", "38").press("#answer button");
        answers.sees("main", "40 förut");

        asks.open("/questions/" + question).sees("main", "1 av 2 har svarat");
        asks.press("#reminder button").sees("main", "Påminda");
        asks.unfold("details:has(> #time)")
                .write("#time-answerBy", soon.plusHours(2))
                .press("#time button");
        asks.unfold("details:has(> #closing)")
                .write("#closing-reason", "Vi vet nog")
                .press("#closing button");
        asks.sees("main", "Avslutad: Vi vet nog");
    }

    /** What comes in is seen as it comes, by who asks and by who was asked. */
    @Test
    void anAnswerIsSeenWithoutReloading() {
        var question = Running.as("lst.tib")
                .post(
                        "/api/questions",
                        "{\"title\":\"Kommer ni?\",\"to\":[\"actor:taby\",\"actor:nacka\"],\"answerBy\":\""
                                + java.time.Instant.now().plusSeconds(3600) + "\"}")
                .expect(201)
                .id();
        try (var asks = Window.of("lst.tib", Window.DESKTOP)) {
            asks.open("/questions/" + question).live();
            Running.as("taby.tib")
                    .post(
                            "/api/questions/" + question + "/answers",
                            "{\"values\":{\"Kommer ni?\":\"Ja, om en kvart\"}}")
                    .expect(201);
            asks.sees("[id='question.answers']", "Ja, om en kvart");
            asks.sees("[id='question.answers']", "1 av 2 har svarat");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Writes({
        "/questions/*/outsiders",
        "/questions/*/outsiders/*/ending",
        "/guest/questions/open",
        "/guest/questions/*/*/answers"
    })
    void anOutsiderIsAskedAndAnswers_A8(Hands hands) {
        var question = Running.as("lst.tib")
                .post(
                        "/api/questions",
                        "{\"title\":\"Har ni plats?\",\"to\":[\"actor:taby\"],\"answerBy\":\""
                                + java.time.Instant.now().plusSeconds(3600) + "\"}")
                .expect(201)
                .id();
        var asks = hands.of("lst.tib").open("/questions/" + question);
        asks.unfold("details:has(> #outside)")
                .write("#outside-organisation", "Hotell Nord")
                .write("#outside-function", "nattchef")
                .press("#outside button");
        var link = asks.find("input.link").inputValue().replaceAll("^https?://[^/]+", "");
        asks.sees("main", "har inte öppnat länken");
        var guest = hands.of("utom.flygplats").open(link);
        guest.sees("main", "Har ni plats?").press("#open-question button");
        guest.write("#answer-v0", "Tolv sängar").press("#answer button.next");
        guest.sees("main", "Ert svar kom fram");
        asks.open("/questions/" + question).sees("main", "Tolv sängar");
        asks.press("form[id^='ending-'] button").sees("main", "Hotell Nord");
        guest.write("#answer-v0", "Tio sängar").press("#answer button");
        guest.sees("main", "Tio sängar").sees("main", "återtagen");
    }
}
