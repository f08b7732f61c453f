package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is hidden and what never was are looked up alike: by the same path, which folds no stream for either (promise 2). */
class HiddenLooksLikeNothingTest {

    private static final List<String> ASKED = List.of(
            "/incidents/I",
            "/incidents/I/picture",
            "/incidents/I/direction",
            "/incidents/I/messages",
            "/incidents/I/forums",
            "/incidents/I/wall",
            "/incidents/I/stand-down",
            "/entries/I",
            "/api/incidents/I",
            "/api/incidents/I/picture",
            "/api/incidents/I/directions",
            "/api/incidents/I/messages",
            "/api/incidents/I/forums",
            "/api/journal?incident=I",
            "/api/live?incident=I",
            "/api/directions/I");
    private static final List<String> TOLD = List.of(
            "/api/incidents/I/notes {\"kind\":\"NOTE\",\"text\":\"a\"}",
            "/api/incidents/I/reports {\"status\":\"RED\",\"happened\":\"a\"}",
            "/api/incidents/I/reports {\"nothingNew\":true}",
            "/api/incidents/I/messages {\"title\":\"a\",\"text\":\"b\",\"audience\":\"Press\"}",
            "/api/incidents/I/messages/I/check {}",
            "/api/incidents/I/forums {\"level\":\"EXECUTING\",\"name\":\"a\",\"actors\":[\"taby\"]}",
            "/api/incidents/I/initiation {\"level\":\"COORDINATING\",\"reason\":\"a\"}",
            "/api/incidents/I/directions {\"aim\":\"a\",\"measures\":[]}",
            "/api/incidents/I/concerns {\"actor\":\"solna\",\"concern\":\"DIRECT\"}",
            "/api/incidents/I/stand-down {\"reason\":\"a\"}",
            "/api/directions/I/agreement {}",
            "/api/forums/I/acknowledgement {}",
            "/api/reports/I/correction {\"status\":\"RED\",\"happened\":\"a\",\"reason\":\"b\"}",
            "/api/entries/I/disposal {\"ground\":\"a\",\"decision\":\"b\"}");

    @Test
    void bothAreAnsweredAlikeAndNoStreamIsFoldedForEither() {
        var hidden = Ice.signal("Bara för Länsstyrelsen", ",\"marking\":{\"audience\":[\"actor:lst\"]}");
        Running.as("lst.tib").get("/api/incidents/" + hidden).expect(200);
        asked("/incidents/I", UUID.randomUUID()); // the page itself looks at what is open
        var before = streams();
        for (var path : ASKED) {
            assertThat(asked(path, UUID.randomUUID())).isEqualTo(asked(path, hidden));
            assertThat(streams()).as(path).isEqualTo(before);
        }
        for (var act : TOLD) {
            assertThat(told(act, UUID.randomUUID())).isEqualTo(told(act, hidden));
            assertThat(streams()).as(act).isEqualTo(before);
        }
    }

    private static String asked(String path, UUID id) {
        var there = path.replace("I", id.toString());
        var solna = Running.as("solna.tib");
        return still(path, path.startsWith("/api/") ? solna.get(there) : solna.page(there), id);
    }

    private static String told(String act, UUID id) {
        var parts = act.split(" ", 2);
        return still(act, Running.as("solna.tib").post(parts[0].replace("/I", "/" + id), parts[1]), id);
    }

    private static String still(String what, Running.Answer answer, UUID id) {
        return what + " " + answer.status() + " "
                + answer.body()
                        .replace(id.toString(), "I")
                        .replaceAll("name=\"once\" value=\"[^\"]*\"", "once")
                        .replaceAll("<meta name=\"now\" content=\"[^\"]*\">", "now")
                        .replaceAll("<time data-(clock|heard)[^>]*>[^<]*</time>", "now");
    }

    private static String streams() {
        try (var http = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create(Running.server().metricsUrl() + "/metrics"))
                    .build();
            return http.send(asked, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("samlad_journal_streams "))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
