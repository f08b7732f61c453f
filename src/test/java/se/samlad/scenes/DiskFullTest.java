package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import se.samlad.journal.Reserve;

/** Writing is refused before the disk is full, and nothing else is (DESIGN §3). The free space is the test's to say. */
class DiskFullTest {

    private static final AtomicLong FREE = new AtomicLong(Long.MAX_VALUE);

    @Configuration(proxyBeanMethods = false)
    static class Disk {
        @Bean
        @Primary
        Reserve scarce() {
            return new Reserve(FREE::get, 200L << 20, 0);
        }
    }

    @Test
    void writingIsRefusedBelowTheReserveAndResumes_promise1() {
        var database = Ground.here().database();
        try (var server = Running.apart(database, Map.of(), Disk.class)) {
            var lst = server.by("lst.tib");
            var signal = UUID.randomUUID();
            var first = lst.post("/api/incidents", "{\"title\":\"Full disk\"}", signal)
                    .expect(201);
            var incident = "/incidents/" + first.id();
            var visitor = Visitor.of(server, "lst.tib");
            var form = new LinkedHashMap<>(
                    Visitor.hidden(visitor.get(incident).expect(200).body(), "action=\"" + incident + "/log"));
            form.put("kind", "NOTE");
            form.put("text", "Ryms inte");
            long before = server.position();

            FREE.set((200L << 20) - 1);
            var refused = lst.post("/api" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Nej\"}")
                    .expect(507);
            assertThat(refused.json().get("detail").asString()).contains("199 MB", "200 MB");
            assertThat(visitor.post(incident + "/log", form).expect(507).body())
                    .contains("class=\"mistakes\"", "Ryms inte", "Disken är nästan full");
            assertThat(visitor.get(incident).expect(200).body()).contains("Disken är nästan full", "Full disk");
            assertThat(lst.post("/api/incidents", "{\"title\":\"Full disk\"}", signal)
                            .expect(201)
                            .body())
                    .isEqualTo(first.body());
            assertThat(server.position()).isEqualTo(before);

            FREE.set(200L << 20);
            visitor.post(incident + "/log", form).expect(200);
            assertThat(visitor.get(incident).body()).contains("Ryms inte").doesNotContain("Disken är nästan full");
        } finally {
            Ground.here().drop(database);
        }
    }
}
