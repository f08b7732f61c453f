package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samlad.Awaited;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.live.Shell;

/** What those who ask a node are told that can't read all of the journal: of a part that has failed, and of the whole. */
class UnsoundNodeTest {

    private static final Across<Integer> FAILING =
            new Across<>(View.of("failing", 0, IncidentFact.class, (count, entry, fact) -> {
                throw new IllegalStateException("as if");
            }));

    /** A room whose view fails with the first incident. */
    @Configuration(proxyBeanMethods = false)
    static class Failing {

        @Bean
        Across<Integer> failing() {
            return FAILING;
        }

        @Bean
        Panel failingPanel(Journal journal) {
            return new Panel() {
                @Override
                public String name() {
                    return "failing.panel";
                }

                @Override
                public Scope scope() {
                    return Scope.PERSON;
                }

                @Override
                public boolean concerns(Entry entry) {
                    return true;
                }

                @Override
                public Content content(Ask ask) {
                    return new Content("never", Map.of("count", journal.across(FAILING)));
                }
            };
        }
    }

    /** Its pages. */
    @Controller
    static class FailingPages {
        private final Journal journal;

        FailingPages(Journal journal) {
            this.journal = journal;
        }

        @GetMapping({"/failing", "/api/failing"})
        @ResponseBody
        String whole() {
            return "so many: " + journal.across(FAILING);
        }

        @GetMapping("/failing/{incident}")
        @ResponseBody
        String panels(@PathVariable UUID incident, Shell shell) {
            var page = new StringOutput();
            shell.show("failing.panel", incident).writeTo(page);
            shell.show("message.list", incident).writeTo(page);
            return page.toString();
        }
    }

    @Test
    void whoAsksForWhatAFailedViewIsNeededForIsToldSoAndTheRestStands() {
        try (var node = Running.apart(Ground.here().database(), Map.of(), Failing.class, FailingPages.class)) {
            var taby = node.by("taby.tib");
            var incident = taby.post("/api/incidents", "{\"title\":\"Is\"}")
                    .expect(201)
                    .id();
            var told = taby.get("/api/failing").expect(503);
            assertThat(told.json().get("code").asString()).isEqualTo("error.view-failed");
            assertThat(told.response().headers().map()).doesNotContainKey("Retry-After");
            assertThat(taby.page("/failing").expect(503).body()).contains("Den här delen kan inte visas");
            assertThat(taby.send(taby.request("/failing", "text/html")
                                    .header("Accept-Language", "en")
                                    .GET())
                            .expect(503)
                            .body())
                    .contains("This part can’t be shown");
            assertThat(taby.page("/failing/" + incident).expect(200).body())
                    .contains(
                            "<section id=\"failing.panel\"",
                            "Den här delen kan inte visas",
                            "<section id=\"message.list\"");
            taby.page("/incidents/" + incident).expect(200);
            taby.get("/health").expect(200);
        }
    }

    @Test
    void aNodeThatIsNotReadyTakesNothingAndSaysSoInWords() {
        var database = Ground.here().database();
        try (var node = Running.apart(database, Map.of())) {
            var visitor = Visitor.of(node, "taby.tib");
            var form = new HashMap<>(Visitor.hidden(visitor.get("/").expect(200).body(), "id=\"signal\""));
            form.put("title", "Is på <spåret>");
            Ground.here()
                    .execute(
                            database,
                            "insert into entry select max(position) + 1, gen_random_uuid(), gen_random_uuid(), 1,"
                                    + " gen_random_uuid(), gen_random_uuid(), 'note.later.1', 'a', 'lst', 'tib', now(),"
                                    + " now(), '{members}', null, null, null, '', '{}', '' from entry");
            var taby = node.by("taby.tib");
            Awaited.until(() -> taby.get("/health").status() == 503);
            var told = taby.post("/api/incidents", "{\"title\":\"Is\"}").expect(503);
            assertThat(told.json().get("code").asString()).isEqualTo("error.unavailable");
            assertThat(told.response().headers().firstValue("Retry-After")).hasValue("3");
            var kept = visitor.post("/incidents", form).expect(503);
            assertThat(kept.response().headers().firstValue("Retry-After")).hasValue("3");
            assertThat(kept.body()).contains("Samlad kan inte spara just nu", "Is på &lt;spåret&gt;");
            assertThat(List.of(node.part(Journal.class).ready())).containsExactly(false);
        }
    }
}
