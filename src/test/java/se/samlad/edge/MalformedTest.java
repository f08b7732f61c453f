package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.samlad.scenes.Running;

/**
 * An unreadable form or address is the sender's mistake and is answered so: never 500, never a stack trace in the log.
 */
class MalformedTest {

    static Stream<String> forms() {
        return Stream.of("a=%zz", "a=%", "%=1", "a=%c3%28", "account=lst.tib&password=%zz", "once=%zz&page=/&form=x");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aWronglyEncodedFormIs400(String form) {
        for (var path : new String[] {"/incidents", "/sign-in", "/acting"}) {
            var answer = posted(path, form);
            assertThat(answer.status()).as(path + " " + form).isEqualTo(400);
            assertThat(answer.body()).contains("felkodad").doesNotContain("Exception");
        }
    }

    @ParameterizedTest
    @CsvSource({"/sign-in?to=%zz", "/public?a=%", "/api/search?q=%zz", "/incidents?%zz=1"})
    void aWronglyEncodedQueryIs400(String path) throws Exception {
        try (var wire = new Wire("GET " + path + " HTTP/1.1\r\nAuthorization: Bearer demo-lst.tib\r\n")) {
            assertThat(wire.status()).isEqualTo(400);
        }
    }

    /** Many programs send every POST with a form's content type. */
    @Test
    void aBodyOfTheApiIsItselfWhateverItIsCalled() {
        var relay = Running.as("lst.tib");
        var answer = relay.send(relay.request("/api/watch/smhi", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("[]")));
        assertThat(answer.expect(200).json().get("received").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"401", "5000"})
    void moreFieldsThanAnyFormHasAre413(int fields) {
        var form = IntStream.range(0, fields).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
        for (var path : new String[] {"/incidents", "/sign-in"}) {
            var answer = posted(path, form);
            assertThat(answer.status()).as(path).isEqualTo(413);
            assertThat(answer.body()).contains("fler fält").doesNotContain("Exception");
        }
    }

    private static Running.Answer posted(String path, String form) {
        return Running.as("lst.tib")
                .send(Running.as("lst.tib")
                        .request(path, "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
