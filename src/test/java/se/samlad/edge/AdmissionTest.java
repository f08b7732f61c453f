package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.samlad.scenes.Running;
import se.samlad.web.Errors;
import se.samlad.web.Languages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Overload is refused at once, and each kind of work has places of its own. */
class AdmissionTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /incidents/1/log, RECORDING, STRANGERS",
        "POST, /api/incidents, RECORDING, STRANGERS",
        "POST, /sign-in, SIGNING_IN, SIGNING_IN",
        "GET, /public, PUBLIC, PUBLIC",
        "GET, /public/messages.json, PUBLIC, PUBLIC",
        "GET, /sign-in, PUBLIC, PUBLIC",
        "GET, /css/public.css, PUBLIC, PUBLIC",
        "GET, /js/samlad.js, PUBLIC, PUBLIC",
        "GET, /icons/samlad.svg, PUBLIC, PUBLIC",
        "GET, /webjars/hotwired__turbo/dist/turbo.es2017-esm.js, PUBLIC, PUBLIC",
        "GET, /, READING, STRANGERS",
        "GET, /incidents/1/picture, READING, STRANGERS",
        "HEAD, /incidents/1, READING, STRANGERS",
        "GET, /publications, READING, STRANGERS",
        "GET, /search, LATER, STRANGERS",
        "GET, /api/journal, LATER, STRANGERS",
        "GET, /live, STREAM, STRANGERS",
        "GET, /api/live, STREAM, STRANGERS"
    })
    void eachHasItsRoom(String method, String path, Kind ofAccount, Kind ofStranger) {
        assertThat(Kind.of(method, path, true)).isEqualTo(ofAccount);
        assertThat(Kind.of(method, path, false)).isEqualTo(ofStranger);
    }

    @Test
    void whoComesWhenItIsFullIsToldAtOnce() throws Exception {
        try (var server = new AdmissionServer(2, 0, 60)) {
            var first = server.asks("GET /api/incidents");
            var stays = server.letIn();
            server.asks("GET /api/incidents");
            server.letIn();
            var refused = AdmissionServer.answered(server.asks("GET /api/incidents"));
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.get("Retry-After")).isEqualTo("2");
            assertThat(refused.get("X-Request-Id")).hasSize(8);
            stays.callback().succeeded();
            assertThat(AdmissionServer.answered(first).getStatus()).isEqualTo(200);
            server.hasAPlace(Kind.READING);
            first.addInput(AdmissionServer.raw("GET /api/incidents"));
            assertThat(server.letIn().request().getHttpURI().getPath()).isEqualTo("/api/incidents");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Accept-Language: en-GB, Accept: */*",
        "Accept-Language: sv-SE, Accept: */*",
        "Accept: */*, Accept: */*",
        "Accept-Language: sv, Cookie: language=en",
        "Accept-Language: en, Cookie: language=sv"
    })
    void theEdgeSaysTheSameAsWithin(String header, String other) throws Exception {
        var within = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("POST", "/api/incidents");
        for (var each : new String[] {header, other}) {
            var parts = each.split(": ");
            if (parts[0].equals("Cookie")) request.setCookies(new Cookie(Languages.COOKIE, parts[1].split("=")[1]));
            else request.addHeader(parts[0], parts[1]);
        }
        request.setAttribute(Exchange.REFUSED, Refusal.Why.BUSY);
        refusedPage().doFilter(request, within, new MockFilterChain());
        try (var server = new AdmissionServer(0, 0, 0)) {
            var refused =
                    AdmissionServer.answered(server.asks("POST /api/incidents", header, other, "Content-Length: 0"));
            assertThat(refused.getStatus()).isEqualTo(within.getStatus());
            assertThat(refused.get("Retry-After")).isEqualTo(within.getHeader("Retry-After"));
            assertThat(refused.get("Content-Type")).isEqualToIgnoringCase(within.getContentType());
            assertThat(problem(refused.getContent())).isEqualTo(problem(within.getContentAsString()));
        }
    }

    /** A GET has nothing written that the page would have to keep. */
    @ParameterizedTest
    @CsvSource({"en, A lot of people are looking, Try again", "sv, Det är många som vill se, Försök igen"})
    void peopleWhoLookAreToldThatTheyMayTryAgain(String language, String words, String again) throws Exception {
        try (var server = new AdmissionServer(0, 0, 0)) {
            var refused = AdmissionServer.answered(server.asks("GET /incidents/1", "Accept-Language: " + language));
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.get("Retry-After")).isEqualTo("2");
            assertThat(refused.get("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(refused.getContent()).contains("lang=\"" + language + "\"", words, "href=\"\">" + again);
        }
    }

    private static RefusedPage refusedPage() {
        return new RefusedPage(Running.server().part(Errors.class));
    }

    private static JsonNode problem(String text) {
        return new JsonMapper().readTree(text);
    }

    @Test
    void whoMayWaitGetsThePlaceThatIsLeft() throws Exception {
        try (var server = new AdmissionServer(1, 1, 60)) {
            server.asks("GET /api/incidents");
            var first = server.letIn();
            server.asks("GET /api/actors");
            server.oneWaits();
            first.callback().succeeded();
            assertThat(server.letIn().request().getHttpURI().getPath()).isEqualTo("/api/actors");
        }
    }

    @Test
    void whoHasWaitedInVainLeavesNothingBehind() throws Exception {
        try (var server = new AdmissionServer(1, 1, 0)) {
            var first = server.asks("GET /api/incidents");
            var stays = server.letIn();
            var next = server.asks("GET /api/incidents");
            for (int i = 0; i < 10; i++) {
                assertThat(AdmissionServer.answered(next).getStatus()).isEqualTo(503);
                next.addInput(AdmissionServer.raw("GET /api/incidents"));
            }
            stays.callback().succeeded();
            assertThat(AdmissionServer.answered(first).getStatus()).isEqualTo(200);
            server.hasAPlace(Kind.READING);
            first.addInput(AdmissionServer.raw("GET /api/incidents"));
            server.letIn();
        }
    }

    /** Asynchronous work keeps its place until it completes, and not longer. */
    @Test
    void aPlaceIsGivenBackOnce() throws Exception {
        try (var server = new AdmissionServer(1, 0, 60)) {
            var asked = server.asks("GET /api/incidents");
            for (int i = 0; i < 100; i++) {
                var open = server.letIn();
                assertThat(AdmissionServer.answered(server.asks("GET /api/incidents"))
                                .getStatus())
                        .as("while one is open")
                        .isEqualTo(503);
                open.callback().succeeded();
                assertThat(AdmissionServer.answered(asked).getStatus()).isEqualTo(200);
                server.hasAPlace(Kind.READING);
                asked.addInput(AdmissionServer.raw("GET /api/incidents"));
            }
        }
    }

    @Test
    void aStreamThatIsOpenHoldsNoPlace() throws Exception {
        try (var server = new AdmissionServer(1, 0, 60)) {
            for (int i = 0; i < 3; i++) {
                server.asks("GET /api/live");
                server.letIn();
                server.hasAPlace(Kind.STREAM);
            }
        }
    }

    @Test
    void whatWasSentAlongIsNotTakenForAnotherRequest() throws Exception {
        try (var server = new AdmissionServer(0, 0, 60)) {
            var body = "POST /api/incidents HTTP/1.1\r\n";
            var request = AdmissionServer.raw("POST /api/incidents", "Content-Length: " + body.length()) + body;
            var asked = server.sends(request);
            for (int i = 0; i < 3; i++) {
                var refused = AdmissionServer.answered(asked);
                assertThat(refused.getStatus()).isEqualTo(503);
                assertThat(refused.get("Connection")).isNull();
                asked.addInput(request);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 1000000", "Transfer-Encoding: chunked"})
    void whoSendsMuchIsNotListenedToAnyLonger(String header) throws Exception {
        try (var server = new AdmissionServer(0, 0, 60)) {
            var refused = AdmissionServer.answered(server.asks("POST /api/incidents", header));
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.get("Connection")).isEqualTo("close");
        }
    }

    /** The refusal's page is rendered on a thread of its own kind and keeps what was written. */
    @Test
    void peopleAreToldOnAPageThatKeepsWhatTheyWrote() throws Exception {
        try (var server = new AdmissionServer(0, 0, 60)) {
            server.asks("POST /incidents/1/log", "Content-Length: 0");
            assertThat(server.letIn().request().getAttribute(Exchange.REFUSED)).isEqualTo(Refusal.Why.BUSY);
        }
        var request = new MockHttpServletRequest("POST", "/incidents/1/log");
        request.setAttribute(Exchange.REFUSED, Refusal.Why.BUSY);
        request.addParameter("once", "5f0c7c52-5c7e-4a57-9d0c-5d8a5f0d0d10");
        request.addParameter("text", "Väg 76 är avstängd vid Edsbro.");
        var response = new MockHttpServletResponse();
        var further = new MockFilterChain();
        refusedPage().doFilter(request, response, further);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("Väg 76 är avstängd vid Edsbro.");
        assertThat(further.getRequest()).as("what was asked for is not done").isNull();
    }

    @Test
    void allThatIsAskedForPassesHere() throws Exception {
        var request = new MockHttpServletRequest("GET", "/incidents/1");
        var further = new MockFilterChain();
        refusedPage().doFilter(request, new MockHttpServletResponse(), further);
        assertThat(further.getRequest()).isSameAs(request);
    }
}
